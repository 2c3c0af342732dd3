package org.openadmin.fees.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;

/**
 * The settings of the reminders.
 *
 * @param stages the days of the stages, ascending, each once, at least one: a stage is reached when an amount has been overdue for
 *     more than so many days
 * @param minimum the smallest overdue amount that a family is reminded of; empty for any amount
 */
public record ReminderSettings(List<Integer> stages, Optional<Money> minimum) {

    private static final List<Integer> USUAL_STAGES = List.of(14, 30, 60);

    public ReminderSettings {
        stages = stages.stream().sorted().distinct().toList();
        Objects.requireNonNull(minimum, "minimum");
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("no stages");
        }
    }

    /** The usual stages, for any amount. */
    public static ReminderSettings usual() {
        return new ReminderSettings(USUAL_STAGES, Optional.empty());
    }

    /** The stage of so many days, with its tone. */
    public ReminderStage stage(int days) {
        int place = stages.indexOf(days);
        if (place < 0) {
            throw new IllegalArgumentException("no stage of " + days + " days");
        }
        boolean isLast = place == stages.size() - 1;
        return new ReminderStage(days, place == 0 ? Tone.FIRST : isLast ? Tone.FINAL : Tone.FURTHER);
    }
}
