package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * A deposit with its content.
 *
 * @param rows its rows, by date and number; those of a counter-deposit are the rows that it takes back
 * @param differences what drawers were over or short
 * @param cash its cash by notes and coins, if it was counted that way
 * @param takenBackBy the counter-deposits that correct it, in order
 */
public record Deposit(
        DepositSummary summary,
        List<DepositedRow> rows,
        List<DepositedDifference> differences,
        Optional<CountedCash> cash,
        List<DepositNumber> takenBackBy) {

    /**
     * A row in a deposit.
     *
     * @param amount what it adds to the deposit: the amount of the row, or its opposite in a counter-deposit
     */
    public record DepositedRow(MoneyRow row, Money amount) {}

    /**
     * The difference of a drawer in a deposit.
     *
     * @param count the number of the count
     * @param amount what it adds to the deposit: above zero if the drawer was over
     * @param reason the reason that was given with the count
     */
    public record DepositedDifference(long count, String cashier, LocalDate day, Money amount, String reason) {}

    public Deposit {
        Objects.requireNonNull(summary, "summary");
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
        Objects.requireNonNull(cash, "cash");
        takenBackBy = List.copyOf(takenBackBy);
    }

    public DepositNumber number() {
        return summary.number();
    }

    /** The cash; that of a receipt for several accounts is one row. */
    public List<DepositedRow> cashRows() {
        return wholeRows().stream().filter(each -> each.row().isCash()).toList();
    }

    /** The cheques; one for several accounts is one row. */
    public List<DepositedRow> chequeRows() {
        return wholeRows().stream().filter(each -> !each.row().isCash()).toList();
    }

    /** The rows, with those of one receipt for several accounts as one. */
    public List<DepositedRow> wholeRows() {
        return MoneyRow.whole(rows.stream().map(DepositedRow::row).toList()).stream()
                .map(row -> new DepositedRow(
                        row,
                        rows.stream()
                                .filter(each -> each.row().row() == row.row()
                                        || each.row().isOneWith(row))
                                .map(DepositedRow::amount)
                                .reduce(Money::plus)
                                .orElseThrow()))
                .toList();
    }
}
