package org.openadmin.fees.api.binder;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The check of the whole journal when the binder was made, which is not limited to the period.
 *
 * @param rows the number of rows in the journal
 * @param faults empty if there are none
 */
public record BinderCheck(Instant at, long rows, List<Fault> faults) {

    /**
     * Something that breaks a rule.
     *
     * @param rule the number and the word of the rule
     * @param subject the row, student, receipt or batch
     * @param inherited whether it is in data of an earlier system
     */
    public record Fault(String rule, String subject, String found, String expected, boolean inherited) {}

    public BinderCheck {
        Objects.requireNonNull(at, "at");
        faults = List.copyOf(faults);
    }

    /** The number of faults that are not of an earlier system. */
    public long own() {
        return faults.stream().filter(fault -> !fault.inherited()).count();
    }
}
