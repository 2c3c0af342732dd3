package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The payments that banks returned. */
final class MemoryReturns implements ReturnedPayments {

    private final MemoryLedger ledger;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final List<Return> returns = new CopyOnWriteArrayList<>();

    MemoryReturns(MemoryLedger ledger, Supplier<LocalDate> today, MemoryCalls calls) {
        this.ledger = ledger;
        this.today = today;
        this.calls = calls;
    }

    /**
     * A row of a returned payment.
     *
     * @param opened the charges that were opened, its own first
     */
    record Part(long payment, long voiding, List<Long> opened) {}

    /**
     * A returned payment, by the numbers of its rows.
     *
     * @param parts one for each account of the receipt; first the one that has the fee
     * @param again the first row of the money that was received again, when the return was undone
     */
    record Return(List<Part> parts, OptionalLong fee, Optional<LocalDate> cashOnlyUntil, OptionalLong again) {

        long payment() {
            return parts.get(0).payment();
        }

        long voiding() {
            return parts.get(0).voiding();
        }
    }

    void add(Return returned) {
        returns.add(returned);
    }

    /** Whether a row is the void of a payment that was returned. */
    boolean isVoidOf(long row) {
        return returns.stream().flatMap(each -> each.parts().stream()).anyMatch(part -> part.voiding() == row);
    }

    void undone(Return returned, long again) {
        returns.set(
                returns.indexOf(returned),
                new Return(returned.parts(), returned.fee(), Optional.empty(), OptionalLong.of(again)));
    }

    /** The latest return of this receipt that was not undone. */
    Optional<Return> open(ReceiptNumber number) {
        return returns.stream()
                .filter(each -> each.again().isEmpty())
                .filter(each -> row(each.payment()).receipt().equals(Optional.of(number)))
                .reduce((earlier, later) -> later);
    }

    /** The last day on which this account is cash only; empty if it is not on this date. */
    Optional<LocalDate> until(AccountNumber student, LocalDate date) {
        return returns.stream()
                .filter(each -> isOf(each, student))
                .flatMap(each -> each.cashOnlyUntil().stream())
                .filter(until -> !until.isBefore(date))
                .max(Comparator.naturalOrder());
    }

    private boolean isOf(Return returned, AccountNumber account) {
        return returned.parts().stream().anyMatch(part -> MemoryLedger.isOf(row(part.payment()), account));
    }

    /** The charges to settle with money that is received again: those that were opened and that fit, one after the other. */
    List<JournalEntry> settling(Part returned, Money available) {
        List<JournalEntry> settled = new ArrayList<>();
        Money left = available;
        for (long id : returned.opened()) {
            JournalEntry charge = row(id);
            boolean fits = charge.isOutstanding() && charge.total().compareTo(left) <= 0;
            if (fits && charge.total().isPositive()) {
                settled.add(charge);
                left = left.minus(charge.total());
            }
        }
        settled.sort(Comparator.comparing(JournalEntry::id));
        return settled;
    }

    private JournalEntry row(long id) {
        return ledger.row(id).orElseThrow();
    }

    @Override
    public Optional<ReturnedPayment> returned(Actor reader, ReceiptNumber number) {
        query(reader);
        return returns.stream()
                .map(this::payment)
                .filter(each -> each.receipt().equals(number))
                .reduce((earlier, later) -> later);
    }

    @Override
    public List<ReturnedPayment> returned(Actor reader, AccountNumber student) {
        query(reader);
        return returns.stream()
                .filter(each -> isOf(each, student))
                .map(this::payment)
                .toList();
    }

    @Override
    public Optional<LocalDate> cashOnlyUntil(Actor reader, AccountNumber student) {
        query(reader);
        return until(student, today.get());
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(ReturnedPayments.class);
    }

    private ReturnedPayment payment(Return returned) {
        JournalEntry payment = row(returned.payment());
        JournalEntry voiding = row(returned.voiding());
        return new ReturnedPayment(
                payment.receipt().orElseThrow(),
                payment.student().orElseThrow(),
                payment.date(),
                MemoryBooks.day(voiding),
                returned.parts().stream()
                        .map(part -> row(part.payment()).total().negated())
                        .reduce(Money::plus)
                        .orElseThrow(),
                payment.method(),
                payment.reference(),
                returned.fee().isPresent()
                        ? Optional.of(MemoryBooks.asCharge(row(returned.fee().getAsLong())))
                        : Optional.empty(),
                returned.cashOnlyUntil(),
                returned.again().isPresent() ? row(returned.again().getAsLong()).receipt() : Optional.empty(),
                voiding.description(),
                voiding.recordedBy());
    }
}
