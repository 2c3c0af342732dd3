package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.spi.PaidFees;
import org.openadmin.fees.spi.Settings;

/** What the rows of the journal mean: balances, charges and receipts. */
final class MemoryBooks {

    /** The date of an old row that has none. */
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    static final Comparator<JournalEntry> OLDEST_FIRST =
            Comparator.comparing(MemoryBooks::day).thenComparing(JournalEntry::id);

    private final MemoryLedger ledger;
    private final Supplier<Settings> settings;

    MemoryBooks(MemoryLedger ledger, Supplier<Settings> settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    Money zero() {
        return Money.zero(settings.get().currency());
    }

    Money sum(List<JournalEntry> rows) {
        return rows.stream().map(JournalEntry::total).reduce(zero(), Money::plus);
    }

    AccountBalance balance(AccountNumber student) {
        List<JournalEntry> rows = ledger.rows(student);
        return new AccountBalance(
                student,
                sum(rows),
                sum(rows.stream().filter(JournalEntry::isOutstanding).toList()));
    }

    void requireKnown(AccountNumber student) {
        if (ledger.student(student).isEmpty()) {
            throw new UnknownStudentException(List.of(student));
        }
    }

    /** The charge with this number; a row without a student is not one. */
    Optional<JournalEntry> charge(ChargeId id) {
        return ledger.row(id.value())
                .filter(row -> row.kind() == EntryKind.CHARGE && row.student().isPresent());
    }

    /** The unsettled charges of a student, oldest first. */
    List<Charge> outstanding(AccountNumber student) {
        return ledger.rows(student).stream()
                .filter(JournalEntry::isOutstanding)
                .sorted(OLDEST_FIRST)
                .map(MemoryBooks::asCharge)
                .toList();
    }

    static Charge asCharge(JournalEntry row) {
        return new Charge(
                new ChargeId(row.id()),
                row.student().orElseThrow(),
                day(row),
                row.due().orElse(day(row)),
                row.name(),
                row.description(),
                row.subtotal().orElse(row.total()),
                row.taxes(),
                row.total(),
                row.batch(),
                row.links().part());
    }

    /** The row as readers see it: a payment has the names of its fees instead of their numbers. */
    JournalEntry described(JournalEntry row) {
        if (row.kind() != EntryKind.PAYMENT) {
            return row;
        }
        Map<Integer, String> names = new HashMap<>();
        PaidFees.listed(row.description()).forEach(id -> ledger.row(id)
                .filter(charge -> charge.kind() == EntryKind.CHARGE)
                .ifPresent(charge -> names.put(id, charge.name())));
        return row.describedAs(PaidFees.named(row.description(), names));
    }

    /** The rows of receipts, oldest first; a row without a number is not one. */
    List<JournalEntry> receiptRows() {
        return ledger.rows().stream().filter(row -> row.receipt().isPresent()).toList();
    }

    int nextReceipt() {
        long last = receiptRows().stream()
                .mapToLong(row -> row.receipt().orElseThrow().value())
                .max()
                .orElse(0);
        return Math.toIntExact(Math.max(last + 1, settings.get().payments().firstReceipt()));
    }

    /** The whole receipt that a row belongs to. */
    Receipt whole(JournalEntry row) {
        long first = row.links().lead().orElse(row.id());
        List<Receipt> parts = receiptRows().stream()
                .filter(each -> each.id() == first || each.links().lead().equals(OptionalLong.of(first)))
                .map(this::asReceipt)
                .toList();
        return parts.size() == 1 ? parts.get(0) : Receipt.ofSeveral(parts);
    }

    /** What the account of this row has of its receipt. */
    Receipt asReceipt(JournalEntry row) {
        List<JournalEntry> listed = Arrays.stream(row.description().split("\\D+"))
                .filter(number -> !number.isEmpty())
                .map(ChargeId::parse)
                .distinct()
                .sorted()
                .flatMap(id -> ledger.row(id.value()).stream())
                .filter(charge -> charge.kind() == EntryKind.CHARGE)
                .toList();
        return new Receipt(
                row.receipt().orElseThrow(),
                row.student(),
                day(row),
                row.total().negated(),
                rounding(row),
                listed.stream()
                        .filter(charge -> isChargeOf(charge, row))
                        .map(MemoryBooks::asCharge)
                        .toList(),
                row.method(),
                row.reference(),
                row.recordedBy(),
                row.recordedAt(),
                ledger.correctionOf(row.id(), EntryKind.VOID).map(MemoryBooks::day),
                listed.stream()
                        .filter(charge -> isReopened(row, charge))
                        .map(charge -> new ChargeId(charge.id()))
                        .toList(),
                gaps(row, listed));
    }

    /** How much less than needed was taken or paid back because cash was rounded; negative if it was more. */
    Money rounding(JournalEntry row) {
        return ledger.correctionOf(row.id(), EntryKind.ROUNDING)
                .map(rounded -> rounded.total().negated())
                .orElseGet(this::zero);
    }

    /** Whether a valid receipt lists a charge as paid that was opened again when another payment was voided. */
    private boolean isReopened(JournalEntry receipt, JournalEntry charge) {
        boolean reversed = charge.settledBy().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .anyMatch(by -> by.kind() == EntryKind.REVERSAL);
        return isChargeOf(charge, receipt)
                && !isSettledBy(charge, receipt)
                && !reversed
                && ledger.correctionOf(receipt.id(), EntryKind.VOID).isEmpty()
                && (receipt.recordedAt().isPresent() || hasVoid(receipt));
    }

    /** Whether any payment of the same student was voided. */
    private boolean hasVoid(JournalEntry receipt) {
        return receipt.student().stream()
                .flatMap(student -> ledger.rows(student.number()).stream())
                .anyMatch(row -> row.kind() == EntryKind.VOID);
    }

    private static boolean isChargeOf(JournalEntry charge, JournalEntry payment) {
        return charge.student().isPresent()
                && (payment.student().isEmpty()
                        ? isSettledBy(charge, payment)
                        : MemoryLedger.isOf(charge, payment.student().get().number()));
    }

    private static boolean isSettledBy(JournalEntry charge, JournalEntry payment) {
        return charge.settledBy().equals(OptionalLong.of(payment.id()));
    }

    private static List<ReceiptGap> gaps(JournalEntry row, List<JournalEntry> listed) {
        List<ReceiptGap> gaps = new ArrayList<>();
        if (row.student().isEmpty()) {
            gaps.add(ReceiptGap.of(ReceiptGap.Kind.STUDENT, ""));
        }
        if (row.date().isEmpty()) {
            gaps.add(ReceiptGap.of(ReceiptGap.Kind.DATE, row.impossibleDate()));
        }
        listed.stream()
                .filter(charge -> isSettledBy(charge, row) && charge.student().isEmpty())
                .map(charge ->
                        new ReceiptGap(ReceiptGap.Kind.CHARGE_STUDENT, String.valueOf(charge.id()), charge.name()))
                .forEach(gaps::add);
        return gaps;
    }

    /** The newest receipt that is not voided, or refund, of this student for this amount that was recorded a moment ago. */
    Optional<RepeatedAmount> repeated(RepeatedAmount.Kind kind, AccountNumber student, Money amount, Instant now) {
        boolean receipts = kind == RepeatedAmount.Kind.RECEIPT;
        return ledger.rows(student).stream()
                .filter(row -> receipts ? row.receipt().isPresent() : row.kind() == EntryKind.REFUND)
                .filter(row -> row.total().equals(receipts ? amount.negated() : amount))
                .filter(row -> row.recordedAt().isPresent()
                        && ledger.correctionOf(row.id(), EntryKind.VOID).isEmpty())
                .sorted(Comparator.comparing(
                                (JournalEntry row) -> row.recordedAt().orElseThrow())
                        .thenComparing(JournalEntry::id)
                        .reversed())
                .flatMap(row -> RepeatedAmount.of(
                        kind,
                        receipts ? row.receipt().orElseThrow().value() : row.id(),
                        amount,
                        row.recordedAt().orElseThrow(),
                        now)
                        .stream())
                .findFirst();
    }

    static LocalDate day(JournalEntry row) {
        return row.date().orElse(OLDEST);
    }
}
