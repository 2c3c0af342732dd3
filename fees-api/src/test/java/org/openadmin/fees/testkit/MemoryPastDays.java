package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.testkit.MemoryLedger.Change;

/**
 * Past days, from everything that ever happened in the ledger. What was known on a day is the ledger as it was at its end. What is now
 * known of it follows from the times at which each charge was settled and opened, by the dates of the rows that did it.
 */
final class MemoryPastDays {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final LocalDate day;
    private final Instant end;
    private final Predicate<JournalEntry> among;

    static MemoryPastDays of(MemoryLedger ledger, MemoryBooks books, LocalDate day, Clock clock) {
        return among(row -> true, ledger, books, day, clock);
    }

    /** A day on which only some of the rows are there. */
    static MemoryPastDays among(
            Predicate<JournalEntry> some, MemoryLedger ledger, MemoryBooks books, LocalDate day, Clock clock) {
        Instant end = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return new MemoryPastDays(some, ledger, books, day, end);
    }

    /** @param end the first moment after the day */
    private MemoryPastDays(
            Predicate<JournalEntry> among, MemoryLedger ledger, MemoryBooks books, LocalDate day, Instant end) {
        this.among = among;
        this.ledger = ledger;
        this.books = books;
        this.day = day;
        this.end = end;
    }

    Predicate<JournalEntry> dated() {
        return this::isDated;
    }

    PastBalance balance(AccountNumber student) {
        List<JournalEntry> dated =
                ledger.rows(student).stream().filter(this::isDated).toList();
        List<JournalEntry> known = dated.stream().filter(this::isKnown).toList();
        AccountBalance account = new AccountBalance(student, books.sum(dated), books.sum(open(student)));
        if (known.size() == dated.size()) {
            return PastBalance.of(account);
        }
        return new PastBalance(
                account,
                new AccountBalance(
                        student,
                        books.sum(known),
                        books.sum(known.stream()
                                .filter(row -> row.kind() == EntryKind.CHARGE && !wasSettled(row))
                                .toList())),
                dated.size() - known.size());
    }

    /** The charges that were open, oldest first. */
    List<JournalEntry> open(AccountNumber student) {
        List<JournalEntry> dated =
                ledger.rows(student).stream().filter(this::isDated).toList();
        List<JournalEntry> open = new ArrayList<>(dated.stream()
                .filter(row -> row.kind() == EntryKind.CHARGE && settling(row).isEmpty())
                .toList());
        List<JournalEntry> paid = dated.stream()
                .filter(row -> row.kind() == EntryKind.CHARGE && !open.contains(row))
                .filter(row -> settling(row).stream().allMatch(by -> by.kind().isReceipt()))
                .sorted(Comparator.comparing((JournalEntry row) -> -newest(settling(row)))
                        .thenComparing(row -> -row.id()))
                .toList();
        Money now = books.balance(student).credit();
        Money least = now.isNegative() ? now : books.zero();
        for (JournalEntry charge : paid) {
            Money credit = books.sum(open).minus(books.sum(dated));
            if (credit.compareTo(least) < 0 && charge.total().isPositive()) {
                open.add(charge);
            }
        }
        return open.stream().sorted(MemoryBooks.OLDEST_FIRST).toList();
    }

    private static long newest(List<JournalEntry> rows) {
        return rows.stream().mapToLong(JournalEntry::id).max().orElse(0);
    }

    /** The rows by which a charge was settled on the day, as is known now. */
    private List<JournalEntry> settling(JournalEntry charge) {
        List<JournalEntry> settling = new ArrayList<>();
        Optional<JournalEntry> by = Optional.empty();
        for (Change change : ledger.changes(charge.id())) {
            Optional<JournalEntry> because = ledger.row(change.because());
            by.filter(row -> isDated(row) && because.stream().noneMatch(this::isDated))
                    .ifPresent(settling::add);
            by = change.by().isPresent()
                    ? Optional.of(ledger.row(change.by().getAsLong()).orElseGet(() -> undated(change.by())))
                    : Optional.empty();
        }
        by.filter(this::isDated).ifPresent(settling::add);
        return settling;
    }

    private static JournalEntry undated(OptionalLong id) {
        return JournalRow.of(EntryKind.OTHER, "0.00").at(id.orElseThrow());
    }

    /** The row that had settled a charge. */
    OptionalLong settledBy(JournalEntry charge) {
        return settling(charge).stream().mapToLong(JournalEntry::id).max();
    }

    /** Whether a charge had been recorded when the day ended. */
    boolean wasKnown(JournalEntry charge) {
        return isKnown(charge);
    }

    /** Whether a charge was settled when the day ended. */
    private boolean wasSettled(JournalEntry charge) {
        return wasSettledBy(charge).isPresent();
    }

    /** The row that had settled a charge when the day ended. */
    OptionalLong wasSettledBy(JournalEntry charge) {
        OptionalLong by = OptionalLong.empty();
        for (Change change : ledger.changes(charge.id())) {
            if (ledger.row(change.because()).stream().allMatch(this::isKnown)) {
                by = change.by();
            }
        }
        return by;
    }

    private boolean isKnown(JournalEntry row) {
        return row.recordedAt().filter(at -> !at.isBefore(end)).isEmpty();
    }

    /** Also rows without a date. One that does not exist counts from the day after the last that comes before it. */
    private boolean isDated(JournalEntry row) {
        String date = row.dateText(LocalDate::toString, "");
        return date.compareTo(day.toString()) <= 0 && among.test(row);
    }
}
