package org.openadmin.fees.api.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A month that was closed or reopened.
 *
 * @param number 1, 2, 3 … without gaps, closings and reopenings in one series
 * @param type whether the month was closed or reopened
 * @param closedThrough the last day that was closed from then on
 * @param reason why it was reopened; empty for a closing
 * @param by the log-in name of the user
 */
public record Closing(
        int number, Type type, YearMonth month, LocalDate closedThrough, String reason, Instant at, String by) {

    /** What was done with the month. */
    public enum Type {
        /** The month and all before it. */
        CLOSED("close"),
        /** The month and all after it. */
        REOPENED("reopen");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The code in the table, in CSV files and in the audit log. */
        public String code() {
            return code;
        }
    }

    public Closing {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(closedThrough, "closedThrough");
    }
}
