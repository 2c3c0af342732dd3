package org.openadmin.fees.api.parents;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.collection.CollectionPeriod;

/**
 * What a family owes on a day. The money that was paid ahead for one child does not pay for another.
 *
 * @param day the day, at the school
 * @param currency the school's currency
 * @param children in number order; empty if the host has linked no student to the parent
 */
public record FamilyFees(LocalDate day, Currency currency, List<ChildFees> children) {

    public FamilyFees {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(currency, "currency");
        children = List.copyOf(children);
    }

    /** The first day of the school year that a day is in. */
    public static LocalDate schoolYear(LocalDate day) {
        return CollectionPeriod.schoolYear(day).from().orElseThrow();
    }

    /** What is to be paid by now: overdue, or due on this day. Zero or more. */
    public Money due() {
        return sum(ChildFees::due);
    }

    /** The part of {@link #due} whose due date has passed. */
    public Money overdue() {
        return sum(ChildFees::overdue);
    }

    /** What is to be paid later. Zero or more. */
    public Money later() {
        return sum(ChildFees::later);
    }

    /** The earliest due date of {@link #later}; empty if nothing is due later. */
    public Optional<LocalDate> nextDue() {
        return openFees()
                .filter(fee -> fee.state() == OpenFee.State.LATER && fee.toPay().isPositive())
                .map(fee -> fee.charge().due())
                .min(Comparator.naturalOrder());
    }

    /** The earliest due date of {@link #overdue}; empty if nothing is overdue. */
    public Optional<LocalDate> overdueSince() {
        return openFees()
                .filter(fee ->
                        fee.state() == OpenFee.State.OVERDUE && fee.toPay().isPositive())
                .map(fee -> fee.charge().due())
                .min(Comparator.naturalOrder());
    }

    /** What was paid ahead for all children. */
    public Money paidAhead() {
        return sum(ChildFees::paidAhead);
    }

    private Stream<OpenFee> openFees() {
        return children.stream().flatMap(child -> child.open().stream());
    }

    private Money sum(Function<ChildFees, Money> figure) {
        return children.stream().map(figure).reduce(Money.zero(currency), Money::plus);
    }
}
