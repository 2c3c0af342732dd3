package org.openadmin.fees.spi.messages;

import java.time.LocalDate;
import java.time.YearMonth;
import org.openadmin.fees.api.Money;

/** How a medium writes the values in a sentence. */
public interface ValueFormat {

    /** For scripts and logs: a decimal point, no grouping, and the currency after the amount. */
    ValueFormat PLAIN = new ValueFormat() {
        @Override
        public String amount(Money amount) {
            return amount.toString();
        }

        @Override
        public String count(int count) {
            return String.valueOf(count);
        }

        @Override
        public String date(LocalDate date) {
            return date.toString();
        }

        @Override
        public String month(YearMonth month) {
            return month.toString();
        }

        @Override
        public String text(String text) {
            return text;
        }
    };

    String amount(Money amount);

    /** A count, such as of students. Identifying numbers, such as receipt numbers, are never formatted. */
    String count(int count);

    String date(LocalDate date);

    String month(YearMonth month);

    /** A name, or other text that was entered. */
    String text(String text);
}
