package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;

/**
 * What can be deposited: cash and cheques that are not in a deposit, up to a day.
 *
 * @param rows by date and number. Receipts that were voided are left out. Cash that was paid out is included with a negative
 *     amount: refunds, and voids of receipts whose cash had been deposited
 * @param drawers the drawers of the cash in {@code rows}, and those with a difference that is not in a deposit, by day and cashier
 */
public record DepositOffer(LocalDate until, List<MoneyRow> rows, List<OfferedDrawer> drawers, Money zero) {

    /**
     * A drawer whose cash can be deposited.
     *
     * @param since what has moved since the valid count; everything if there was none
     * @param count the valid count
     * @param difference what the drawer was over, or short if negative, and is not in a deposit yet; zero if it was not counted
     */
    public record OfferedDrawer(
            String cashier, LocalDate day, Money since, Optional<DrawerCount> count, Money difference) {

        /** Whether the drawer was counted and nothing has moved since. */
        public boolean isCounted() {
            return count.isPresent() && since.isZero();
        }

        boolean holds(MoneyRow row) {
            return row.isCash() && row.cashier().equals(cashier) && row.date().equals(day);
        }
    }

    /**
     * The content of a deposit.
     *
     * @param drawers the drawers whose cash is in it and those that only add their difference
     */
    public record Content(List<MoneyRow> rows, List<OfferedDrawer> drawers, Money zero) {

        public Content {
            rows = List.copyOf(rows);
            drawers = List.copyOf(drawers);
        }

        public boolean isEmpty() {
            return rows.isEmpty() && drawers.isEmpty();
        }

        /** The sum of the rows of cash. */
        public Money cashRows() {
            return sum(rows.stream().filter(MoneyRow::isCash).map(MoneyRow::amount));
        }

        /** What the drawers were over, or short if negative. */
        public Money difference() {
            return sum(drawers.stream().map(OfferedDrawer::difference));
        }

        /** The cash that goes to the bank. */
        public Money cash() {
            return cashRows().plus(difference());
        }

        /** The cheques: one for several accounts is one. */
        public List<MoneyRow> chequeRows() {
            return MoneyRow.whole(rows.stream().filter(row -> !row.isCash()).toList());
        }

        public Money cheques() {
            return sum(chequeRows().stream().map(MoneyRow::amount));
        }

        public Money total() {
            return cash().plus(cheques());
        }

        /** The drawers that must be counted first. */
        public List<OfferedDrawer> uncounted() {
            return drawers.stream().filter(drawer -> !drawer.isCounted()).toList();
        }

        private Money sum(Stream<Money> amounts) {
            return amounts.reduce(zero, Money::plus);
        }
    }

    public DepositOffer {
        Objects.requireNonNull(until, "until");
        rows = List.copyOf(rows);
        drawers = List.copyOf(drawers);
    }

    /** Everything that can be deposited. */
    public Content all() {
        return content(rows.stream().map(MoneyRow::row).toList());
    }

    /** The rows, with those of one receipt for several accounts as one. */
    public List<MoneyRow> wholeRows() {
        return MoneyRow.whole(rows);
    }

    /**
     * These rows, with the others of their receipts and the differences of their drawers. The difference of a drawer without cash to deposit goes with any cash, and
     * also alone.
     *
     * @param chosen the numbers of rows; those that are not offered are ignored
     */
    public Content content(Collection<Long> chosen) {
        Set<Long> numbers = Set.copyOf(chosen);
        List<MoneyRow> named =
                rows.stream().filter(row -> numbers.contains(row.row())).toList();
        List<MoneyRow> taken = rows.stream()
                .filter(row -> numbers.contains(row.row()) || named.stream().anyMatch(row::isOneWith))
                .toList();
        boolean noCheque = taken.stream().allMatch(MoneyRow::isCash);
        boolean cash = taken.stream().anyMatch(MoneyRow::isCash) || noCheque || taken.size() == rows.size();
        List<OfferedDrawer> with = drawers.stream()
                .filter(drawer -> taken.stream().anyMatch(drawer::holds)
                        || cash
                                && !drawer.difference().isZero()
                                && rows.stream().noneMatch(drawer::holds))
                .toList();
        return new Content(taken, with, zero);
    }

    /** Those of these numbers that are not offered, because the row is in a deposit or was voided. */
    public Set<Long> missing(Collection<Long> chosen) {
        Set<Long> offered = rows.stream().map(MoneyRow::row).collect(Collectors.toSet());
        return chosen.stream().filter(row -> !offered.contains(row)).collect(Collectors.toSet());
    }
}
