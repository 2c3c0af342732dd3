package org.openadmin.fees.api.journal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * One month of the journal, for the accountant.
 *
 * @param taxNames the configured taxes in their order, whether there was one or not, and after them all others that the lines have
 * @param lines a line for each kind and fee name, or for each kind and method where money came or went; in the order of the kinds
 * @param count how many rows of the journal there are in the month
 * @param total the sum of the lines, which is the sum of the journal's rows of that month
 */
public record MonthSummary(YearMonth month, List<String> taxNames, List<Line> lines, int count, Money total) {

    /** Until this day of a month, the month before is the one to be exported. */
    private static final int LAST_DAY_FOR_THE_MONTH_BEFORE = 15;

    /**
     * @param name the fee's name, names that differ in capital letters only being one; for rows that no fee belongs to, the
     *     journal's own word; empty where old data has none
     * @param method how money came or went; empty for charges, and in old data
     * @param account the account of the accounting system; may be empty
     * @param subtotal what the charges are without tax, with their sign; for other rows the total
     * @param taxes the taxes by name; a name that is absent is zero
     * @param total the sum of the rows with its sign
     */
    public record Line(
            EntryKind kind,
            String name,
            Optional<PaymentMethod> method,
            String account,
            int count,
            Money subtotal,
            Map<String, Money> taxes,
            Money total) {

        public Line {
            taxes = Map.copyOf(taxes);
        }
    }

    public MonthSummary {
        taxNames = List.copyOf(taxNames);
        lines = List.copyOf(lines);
    }

    /** The month that is most likely wanted: up to the 15th the previous one, after that the current one. */
    public static YearMonth proposed(LocalDate today) {
        YearMonth current = YearMonth.from(today);
        return today.getDayOfMonth() <= LAST_DAY_FOR_THE_MONTH_BEFORE ? current.minusMonths(1) : current;
    }
}
