package org.openadmin.fees.api.postings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * One line of an entry in the books.
 *
 * @param account the code of the account; empty only in a preview, if the configuration has none
 * @param accountName the name of the account; empty unless the configuration has one
 * @param text what the line is about, in the school's language of the day of the posting
 * @param amount a debit if it is positive, a credit if it is negative; never zero
 */
public record PostingLine(LocalDate date, Side side, String account, String accountName, String text, Money amount) {

    /** Which part of the double entry a line is. */
    public enum Side {
        /** What the charges add to what is outstanding, and what settles them. */
        RECEIVABLE("receivable"),
        /** The liability for money that settles nothing yet: the credit on account. */
        CREDIT("credit"),
        /** The fees: their revenue, or the account of their waivers. */
        FEE("fee"),
        /** The taxes that were charged. */
        TAX("tax"),
        /** Money by its method. */
        MONEY("money"),
        /** What cash was rounded by. */
        ROUNDING("rounding"),
        /** The opposite of rows of another program. */
        OTHER("other");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        /** The code in the table and in CSV files. */
        public String code() {
            return code;
        }

        /** Returns the side with this code, or empty if there is none. */
        public static Optional<Side> find(String code) {
            return Arrays.stream(values())
                    .filter(side -> side.code.equals(code))
                    .findFirst();
        }
    }

    public PostingLine {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(accountName, "accountName");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(amount, "amount");
    }
}
