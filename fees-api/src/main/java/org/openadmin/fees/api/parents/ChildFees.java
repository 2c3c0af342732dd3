package org.openadmin.fees.api.parents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PayCode;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.Receipt;

/**
 * The account of one child.
 *
 * @param student the child of today or, if the host's records have it no more, as in the journal
 * @param enrolled whether the child is at the school
 * @param open the fees that are not settled, the one that is due first first
 * @param paidAhead the money on account: it pays for the fees that are due first
 * @param invoiced what an invoice of this day asks for: the fees of this day or earlier, due or not, less the money paid ahead; zero if there
 *     would be none
 * @param settled the fees of this school year that are not owed any more, latest first
 * @param receipts the latest receipts, newest first, those for several children with the part of this one
 */
public record ChildFees(
        StudentSnapshot student,
        boolean enrolled,
        List<OpenFee> open,
        Money paidAhead,
        Money invoiced,
        List<SettledFee> settled,
        List<Receipt> receipts) {

    public ChildFees {
        Objects.requireNonNull(student, "student");
        open = List.copyOf(open);
        Objects.requireNonNull(paidAhead, "paidAhead");
        Objects.requireNonNull(invoiced, "invoiced");
        settled = List.copyOf(settled);
        receipts = List.copyOf(receipts);
    }

    /**
     * Sorts what a child owes into overdue, due and later, and takes off what was paid ahead.
     *
     * @param outstanding the unsettled charges, in any order
     */
    public static ChildFees of(
            StudentSnapshot student,
            boolean enrolled,
            AccountBalance account,
            Collection<Charge> outstanding,
            List<SettledFee> settled,
            List<Receipt> receipts,
            LocalDate day) {
        Money zero = Money.zero(account.balance().currency());
        Money credit = account.credit().isNegative() ? zero : account.credit();
        List<OpenFee> open = new ArrayList<>();
        Money rest = credit;
        for (Charge charge : outstanding.stream().sorted(dueFirst(day)).toList()) {
            Money uncovered = charge.total().minus(rest);
            rest = uncovered.isNegative() ? uncovered.negated() : zero;
            open.add(new OpenFee(charge, state(charge, day), uncovered.isNegative() ? zero : uncovered));
        }
        Money invoiced = outstanding.stream()
                .filter(charge -> !charge.date().isAfter(day))
                .map(Charge::total)
                .reduce(zero, Money::plus)
                .minus(credit);
        return new ChildFees(
                student, enrolled, open, credit, invoiced.isNegative() ? zero : invoiced, settled, receipts);
    }

    private static Comparator<Charge> dueFirst(LocalDate day) {
        return Comparator.comparing((Charge charge) -> state(charge, day))
                .thenComparing(Charge::due)
                .thenComparing(Charge::date)
                .thenComparing(charge -> charge.id().value());
    }

    /** An old charge may be of a later date than its due date: it is not on an invoice before its date. */
    private static OpenFee.State state(Charge charge, LocalDate day) {
        if (charge.date().isAfter(day) || charge.due().isAfter(day)) {
            return OpenFee.State.LATER;
        }
        return charge.isPastDue(day) ? OpenFee.State.OVERDUE : OpenFee.State.DUE;
    }

    /** The code that identifies the child in the message of a transfer. */
    public PayCode payCode() {
        return PayCode.of(student.number());
    }

    /** What is to be paid by now, see {@link FamilyFees#due}. */
    public Money due() {
        return toPay(EnumSet.of(OpenFee.State.OVERDUE, OpenFee.State.DUE));
    }

    /** The part of {@link #due} whose due date has passed. */
    public Money overdue() {
        return toPay(EnumSet.of(OpenFee.State.OVERDUE));
    }

    /** What is to be paid later. */
    public Money later() {
        return toPay(EnumSet.of(OpenFee.State.LATER));
    }

    /** What is left of the money paid ahead when all fees are paid. */
    public Money left() {
        return paidAhead.minus(sum(open.stream().map(OpenFee::paidAhead)));
    }

    private Money toPay(Set<OpenFee.State> states) {
        return sum(open.stream().filter(fee -> states.contains(fee.state())).map(OpenFee::toPay));
    }

    private Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.zero(paidAhead.currency()), Money::plus);
    }
}
