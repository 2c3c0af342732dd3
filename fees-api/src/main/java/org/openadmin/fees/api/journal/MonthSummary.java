package org.openadmin.fees.api.journal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * The summary of one month of the journal, for the accountant.
 *
 * @param taxNames the names of all configured taxes in their order, followed by any others that occur in the lines
 * @param lines one line for each kind and fee name, or for each kind and payment method; in the order of the kinds
 * @param count the number of journal rows in the month
 * @param total the sum of the lines, which equals the sum of the journal rows of the month
 */
public record MonthSummary(YearMonth month, List<String> taxNames, List<Line> lines, int count, Money total) {

    /** Up to and including this day, the previous month is proposed for export. */
    private static final int LAST_DAY_FOR_THE_MONTH_BEFORE = 15;

    /**
     * @param name the name of the fee, where names that differ only in case count as one; a fixed text for rows without
     *     a fee; empty where old data have no name
     * @param method how the money was paid or paid back; empty for charges, and in old data
     * @param account the code of the account in the accounting system; may be empty
     * @param subtotal for charges, reversals and waivers the amount before tax with its sign; for other rows the total
     * @param taxes the taxes by name; a name that is absent counts as zero
     * @param total the sum of the rows, with its sign
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

    /** Returns the month to propose for export: the previous month up to the 15th, then the current month. */
    public static YearMonth proposed(LocalDate today) {
        YearMonth current = YearMonth.from(today);
        return today.getDayOfMonth() <= LAST_DAY_FOR_THE_MONTH_BEFORE ? current.minusMonths(1) : current;
    }
}
