package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.TransferNotAllowedException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.MemoryCorrections.Decision;

/** Charges that a payer owes instead of the student, and what takes that back. */
final class MemoryTransfers {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryPayers payers;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;

    MemoryTransfers(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryPayers payers,
            Supplier<Settings> settings,
            Supplier<Instant> now) {
        this.ledger = ledger;
        this.books = books;
        this.payers = payers;
        this.settings = settings;
        this.now = now;
    }

    /** @param charge not reversed, waived, split or transferred */
    Decision transfer(Transfer request, JournalEntry charge) {
        Payer payer = payers.require(request.payer());
        if (!charge.isOutstanding()) {
            throw new ChargeSettledException(List.of(request.charge()));
        }
        if (!payer.active()) {
            throw TransferNotAllowedException.inactive(request.charge(), payer.number());
        }
        Money credit = books.balance(payer.number()).credit();
        if (!payer.kind().mayOwe() && credit.compareTo(charge.total()) < 0) {
            throw TransferNotAllowedException.fundCredit(request.charge(), payer.number(), charge.total(), credit);
        }
        Correction answer = answer(request, payer.kind().mayOwe() ? 2 : 3, 0, books.zero(), books.zero());
        return Decision.of(answer, () -> {
            long owed = add(request, charge);
            if (!payer.kind().mayOwe()) {
                payFromCredit(request, List.of(owed));
            }
        });
    }

    /** Settles the student's charge and charges the payer. */
    long add(Transfer request, JournalEntry charge) {
        long settling = ledger.add(rearranged(charge, true, request)
                .student(charge.student().orElseThrow())
                .origin(charge.id()));
        ledger.settle(charge.id(), OptionalLong.of(settling));
        return ledger.add(owed(request, charge));
    }

    private JournalRow owed(Transfer request, JournalEntry charge) {
        LocalDate usual = request.date().plusDays(settings.get().dueDays());
        JournalRow row = row(EntryKind.CHARGE, charge.total(), request)
                .student(ledger.student(request.payer()).orElseThrow())
                .named(charge.name())
                .about(charge.description())
                .due(charge.due().filter(usual::isBefore).orElse(usual))
                .origin(charge.id())
                .covering(charge.student().orElseThrow().name());
        charge.subtotal().ifPresent(row::subtotal);
        charge.taxes().forEach(row::tax);
        return row;
    }

    /** Pays charges of a fund from its credit. */
    void payFromCredit(Transfer request, List<Long> charges) {
        long payment = ledger.add(row(EntryKind.PAYMENT, books.zero(), request)
                .student(ledger.student(request.payer()).orElseThrow())
                .named(MemoryWords.payment(settings.get().locale()))
                .about(charges.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .receipt(books.nextReceipt())
                .by(PaymentMethod.OTHER, ""));
        charges.forEach(charge -> ledger.settle(charge, OptionalLong.of(payment)));
    }

    /** The charge that a payer owes because of a transfer that was not taken back. */
    private JournalEntry payersCharge(TakeBack request) {
        JournalEntry given = books.charge(request.charge()).orElseThrow();
        long origin = given.student().orElseThrow().number() instanceof PayerNumber
                ? given.links().origin().orElse(given.id())
                : given.id();
        boolean transferred = ledger.row(origin).flatMap(this::transfer).isPresent();
        return ledger.rows(EntryKind.CHARGE).stream()
                .filter(row -> transferred && row.links().origin().equals(OptionalLong.of(origin)))
                .filter(row -> row.student().orElseThrow().number() instanceof PayerNumber)
                .reduce((earlier, later) -> later)
                .filter(row -> given.id() == origin || given.id() == row.id())
                .orElseThrow(() -> TransferNotAllowedException.notTransferred(request.charge()));
    }

    private Optional<JournalEntry> transfer(JournalEntry charge) {
        return charge.settledBy().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .filter(row -> row.kind() == EntryKind.TRANSFER)
                .filter(row -> row.links().origin().equals(OptionalLong.of(charge.id())))
                .findFirst();
    }

    /** The day before which a transfer cannot be taken back. */
    Optional<LocalDate> date(TakeBack request) {
        return payersCharge(request).date();
    }

    Decision takeBack(TakeBack request, boolean corrected) {
        JournalEntry owed = payersCharge(request);
        if (corrected) {
            throw new AlreadyCorrectedException(Subject.CHARGE, owed.id());
        }
        JournalEntry charge = ledger.row(owed.links().origin().orElseThrow()).orElseThrow();
        JournalEntry transfer = transfer(charge).orElseThrow();
        Money paid = owed.isOutstanding() ? books.zero() : owed.total();
        return Decision.of(answer(request, 2, 1, owed.total(), paid), () -> {
            long settling = ledger.add(rearranged(owed, true, request)
                    .student(owed.student().orElseThrow())
                    .origin(owed.id())
                    .reverses(owed.id()));
            ledger.settle(owed.id(), OptionalLong.of(settling));
            ledger.add(rearranged(charge, false, request)
                    .student(charge.student().orElseThrow())
                    .origin(charge.id())
                    .reverses(transfer.id()));
            ledger.settle(charge.id(), OptionalLong.empty());
        });
    }

    ChargeId payers(TakeBack request) {
        return new ChargeId(payersCharge(request).id());
    }

    private Correction answer(CorrectionRequest request, int rows, int reopened, Money reopenedTotal, Money toCredit) {
        return new Correction(
                EntryKind.TRANSFER, request.date(), rows, books.zero(), reopened, reopenedTotal, toCredit);
    }

    /** A row with the amounts of a charge. */
    private JournalRow rearranged(JournalEntry charge, boolean opposite, CorrectionRequest request) {
        return row(EntryKind.TRANSFER, opposite ? charge.total().negated() : charge.total(), request)
                .named(MemoryWords.transfer(settings.get().locale()))
                .about(request.reason());
    }

    private JournalRow row(EntryKind kind, Money total, CorrectionRequest request) {
        return JournalRow.of(kind, total)
                .on(request.date())
                .recorded(request.actor().name(), Optional.of(now.get()));
    }
}
