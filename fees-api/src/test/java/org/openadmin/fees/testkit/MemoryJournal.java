package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;

/** The rows of the journal, filtered and sorted. */
final class MemoryJournal implements Journal {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryCalls calls;
    private final Clock clock;

    MemoryJournal(MemoryLedger ledger, MemoryBooks books, MemoryCalls calls, Clock clock) {
        this.clock = clock;
        this.ledger = ledger;
        this.books = books;
        this.calls = calls;
    }

    @Override
    public List<JournalEntry> entries(Actor reader, JournalQuery query, Page page) {
        return found(reader, query).stream()
                .skip(page.offset())
                .limit(page.limit())
                .toList();
    }

    @Override
    public JournalTotals totals(Actor reader, JournalQuery query) {
        List<JournalEntry> found = found(reader, query);
        Predicate<JournalEntry> charge = row -> row.kind() == EntryKind.CHARGE;
        Predicate<JournalEntry> receipt = row -> row.kind().isReceipt();
        return new JournalTotals(
                found.size(),
                books.sum(found.stream().filter(charge).toList()),
                books.sum(found.stream().filter(receipt).toList()),
                books.sum(found.stream().filter(charge.or(receipt).negate()).toList()),
                books.sum(found));
    }

    @Override
    public void forEach(Actor reader, JournalQuery query, Consumer<JournalEntry> each) {
        found(reader, query).forEach(each);
    }

    @Override
    public void forEach(Actor reader, YearMonth month, Consumer<JournalEntry> each) {
        MemoryPastDays end = MemoryPastDays.of(ledger, books, month.atEndOfMonth(), clock);
        JournalQuery dated = JournalQuery.everything()
                .between(month.atDay(1), month.atEndOfMonth())
                .orderedBy(JournalQuery.Order.DATE, true);
        found(reader, dated).stream()
                .map(row -> row.kind() == EntryKind.CHARGE ? row.settledBy(end.settledBy(row)) : row)
                .forEach(each);
    }

    private List<JournalEntry> found(Actor reader, JournalQuery query) {
        reader.require(Role.VIEW);
        calls.query(Journal.class);
        Comparator<JournalEntry> ascending = order(query.order()).thenComparing(JournalEntry::id);
        return ledger.rows().stream()
                .filter(row -> matches(row, query))
                .sorted(query.ascending() ? ascending : ascending.reversed())
                .map(row -> books.described(row).shownTo(reader))
                .toList();
    }

    /** Rows without a value are the smallest. */
    private static Comparator<JournalEntry> order(JournalQuery.Order order) {
        return switch (order) {
            case DATE -> emptyFirst(JournalEntry::date);
            case STUDENT -> emptyFirst(row -> row.student().map(StudentSnapshot::number));
            case AMOUNT -> Comparator.comparing(JournalEntry::total);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<JournalEntry> emptyFirst(
            Function<JournalEntry, Optional<T>> value) {
        return Comparator.comparing(
                row -> value.apply(row).orElse(null), Comparator.nullsFirst(Comparator.<T>naturalOrder()));
    }

    private static boolean matches(JournalEntry row, JournalQuery query) {
        return (query.from().isEmpty()
                        || row.date()
                                .filter(day -> !day.isBefore(query.from().get()))
                                .isPresent())
                && (query.to().isEmpty()
                        || row.date()
                                .filter(day -> !day.isAfter(query.to().get()))
                                .isPresent())
                && (query.kinds().isEmpty() || query.kinds().contains(row.kind()))
                && (query.student().isEmpty()
                        || MemoryLedger.isOf(row, query.student().get()))
                && (query.batch().isEmpty() || row.batch().equals(query.batch()))
                && (!query.outstandingOnly() || row.isOutstanding());
    }
}
