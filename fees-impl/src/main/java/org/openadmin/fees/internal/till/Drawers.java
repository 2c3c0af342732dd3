package org.openadmin.fees.internal.till;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerDay.MethodTotal;

/** What is in the drawers of a day: the rows of money and the counts, by cashier. */
final class Drawers {

    private final LocalDate day;
    private final List<DrawerMoney> rows;
    private final List<DrawerCount> counts;
    private final Money zero;

    /** @param rows rows and counts of other days are left out */
    Drawers(LocalDate day, List<DrawerMoney> rows, List<DrawerCount> counts, Currency currency) {
        this.day = day;
        this.rows = rows.stream().filter(row -> row.day().equals(day)).toList();
        this.counts = counts.stream().filter(count -> count.day().equals(day)).toList();
        zero = Money.zero(currency);
    }

    /** Those with rows or counts, by the name of the cashier. */
    List<DrawerDay> all() {
        Set<String> cashiers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));
        rows.forEach(row -> cashiers.add(row.cashier()));
        counts.forEach(count -> cashiers.add(count.cashier()));
        cashiers.remove("");
        return cashiers.stream().map(this::of).toList();
    }

    DrawerDay of(String cashier) {
        List<DrawerMoney> own =
                rows.stream().filter(row -> row.cashier().equals(cashier)).toList();
        List<Optional<PaymentMethod>> methods = new ArrayList<>();
        Stream.of(PaymentMethod.values()).map(Optional::of).forEach(methods::add);
        methods.add(Optional.empty());
        return new DrawerDay(
                cashier,
                day,
                methods.stream()
                        .map(method -> total(
                                method,
                                own.stream()
                                        .filter(row -> row.method().equals(method))
                                        .toList()))
                        .flatMap(Optional::stream)
                        .toList(),
                sum(own, DrawerMoney::isCash),
                sum(own, row -> row.isCash() && row.deposited()),
                counts.stream()
                        .filter(count -> count.cashier().equals(cashier))
                        .sorted(Comparator.comparing(DrawerCount::number).reversed())
                        .toList());
    }

    private Optional<MethodTotal> total(Optional<PaymentMethod> method, List<DrawerMoney> of) {
        if (of.isEmpty()) {
            return Optional.empty();
        }
        int receipts = (int)
                of.stream().filter(row -> row.kind().isReceipt() && row.leads()).count();
        return Optional.of(new MethodTotal(
                method,
                receipts,
                sum(of, row -> row.kind().isReceipt()),
                sum(of, row -> row.kind() == EntryKind.VOID).negated(),
                sum(of, row -> row.kind() == EntryKind.REFUND).negated()));
    }

    private Money sum(List<DrawerMoney> of, Predicate<DrawerMoney> which) {
        return of.stream().filter(which).map(DrawerMoney::amount).reduce(zero, Money::plus);
    }
}
