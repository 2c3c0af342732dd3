package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Receipt;
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

    AccountBalance balance(StudentNumber student) {
        List<JournalEntry> rows = ledger.rows(student);
        return new AccountBalance(
                student,
                sum(rows),
                sum(rows.stream().filter(JournalEntry::isOutstanding).toList()));
    }

    void requireKnown(StudentNumber student) {
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
    List<Charge> outstanding(StudentNumber student) {
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
                row.name(),
                row.description(),
                row.subtotal().orElse(row.total()),
                row.taxes(),
                row.total(),
                row.batch());
    }

    /** The rows of receipts, oldest first; a row without a number or a student is not one. */
    List<JournalEntry> receiptRows() {
        return ledger.rows().stream()
                .filter(row -> row.receipt().isPresent() && row.student().isPresent())
                .toList();
    }

    Receipt asReceipt(JournalEntry row) {
        StudentNumber student = row.student().orElseThrow().number();
        List<Charge> settled = Arrays.stream(row.description().split("\\D+"))
                .filter(number -> !number.isEmpty())
                .map(ChargeId::parse)
                .distinct()
                .sorted()
                .flatMap(id -> charge(id).stream())
                .filter(charge -> MemoryLedger.isOf(charge, student))
                .map(MemoryBooks::asCharge)
                .toList();
        return new Receipt(
                row.receipt().orElseThrow(),
                row.student().orElseThrow(),
                day(row),
                row.total().negated(),
                settled,
                row.method(),
                row.reference(),
                row.recordedBy(),
                row.recordedAt(),
                ledger.correctionOf(row.id(), EntryKind.VOID).map(MemoryBooks::day));
    }

    static LocalDate day(JournalEntry row) {
        return row.date().orElse(OLDEST);
    }
}
