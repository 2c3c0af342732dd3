package org.openadmin.fees.api.imports;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * A line of a file, such as a transaction of the bank, and what its import would make of it.
 *
 * @param line the line of the file in which it begins, from 1
 * @param day the bank's day
 * @param amount the money received: positive; negative if it was paid out
 * @param text what the bank has about it, such as the sender and the message
 * @param account whose pay code is in the text, or who owes exactly this amount; empty in all other cases
 */
public record ImportLine(
        int line, LocalDate day, Money amount, String text, Outcome outcome, Optional<StudentSnapshot> account) {

    /** What becomes of a transaction. */
    public enum Outcome {
        /** The account is given, or the text has the pay code of one account, with its hyphen: it becomes a payment. */
        CERTAIN,
        /** The text has the code of one account without its hyphen, or one account owes exactly this amount. It becomes unclaimed money unless the user accepts the account. */
        SUGGESTED,
        /** It becomes unclaimed money. */
        UNCLAIMED,
        /** It was imported before, and is left out. */
        KNOWN,
        /** Money that the school paid: it is left out. */
        PAID_OUT;

        /** Whether the line is imported. */
        public boolean isNew() {
            return this == CERTAIN || this == SUGGESTED || this == UNCLAIMED;
        }
    }

    public ImportLine {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(account, "account");
    }
}
