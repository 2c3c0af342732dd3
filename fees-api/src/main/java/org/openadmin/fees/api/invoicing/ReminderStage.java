package org.openadmin.fees.api.invoicing;

import java.util.Objects;

/**
 * A stage of the reminders.
 *
 * @param days the stage is reached when an amount has been overdue for more than so many days, zero or more
 * @param tone the tone of its letter
 */
public record ReminderStage(int days, Tone tone) {

    /** The tone of a letter. */
    public enum Tone {
        /** Of the first stage: it may have been forgotten. */
        FIRST,
        /** Of all stages between the first and the last. */
        FURTHER,
        /** Of the last stage, if there are several. */
        FINAL
    }

    public ReminderStage {
        if (days < 0) {
            throw new IllegalArgumentException("a stage of " + days + " days");
        }
        Objects.requireNonNull(tone, "tone");
    }
}
