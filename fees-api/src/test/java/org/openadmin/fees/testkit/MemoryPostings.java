package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.postings.MissingAccountsException;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingLine.Side;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingPreview;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.postings.DoubleEntry;
import org.openadmin.fees.spi.postings.PostedRows;

/** The postings. What is new on the receivable is what was outstanding on each day, less what earlier postings brought there. */
final class MemoryPostings implements Postings {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final Supplier<Settings> settings;
    private final Clock clock;
    private final Supplier<Instant> now;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final List<Posting> made = new ArrayList<>();
    private final Set<Long> posted = new HashSet<>();

    MemoryPostings(
            MemoryLedger ledger,
            MemoryBooks books,
            Supplier<Settings> settings,
            Clock clock,
            Supplier<Instant> now,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.ledger = ledger;
        this.books = books;
        this.settings = settings;
        this.clock = clock;
        this.now = now;
        this.calls = calls;
        this.audit = audit;
    }

    @Override
    public PostingPreview preview(Actor reader, LocalDate until) {
        query(reader);
        requireNotLater(Dates.require(until));
        return preview(until);
    }

    @Override
    public int unposted(Actor reader, LocalDate until) {
        query(reader);
        return unpostedRows(until);
    }

    /** The rows up to a day that are in no posting; none where nothing was ever posted. */
    int unpostedRows(LocalDate until) {
        return made.isEmpty() ? 0 : unposted(until).size();
    }

    private void requireNotLater(LocalDate until) {
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), until, Limit.POSTING_AFTER_TODAY);
    }

    private PostingPreview preview(LocalDate until) {
        List<JournalEntry> rows = unposted(until);
        LocalDate before = made.stream()
                .map(posting -> posting.summary().until())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        DoubleEntry.Result result =
                doubleEntry().of(rows.stream().map(this::posted).toList(), outstanding(until));
        return new PostingPreview(
                until,
                rows.size(),
                (int) rows.stream()
                        .filter(row -> !row.date().orElseThrow().isAfter(before))
                        .count(),
                (int) ledger.rows().stream().filter(row -> row.date().isEmpty()).count(),
                result.lines(),
                result.missing(),
                books.zero());
    }

    private DoubleEntry doubleEntry() {
        Settings current = settings.get();
        return new DoubleEntry(current.accounts(), current.locale(), books.zero());
    }

    private List<JournalEntry> unposted(LocalDate until) {
        return ledger.rows().stream()
                .filter(row -> !posted.contains(row.id()))
                .filter(row -> row.date().filter(date -> !date.isAfter(until)).isPresent())
                .toList();
    }

    private PostedRows posted(JournalEntry row) {
        return new PostedRows(
                row.date().orElseThrow(), ledger.act(row), row.name(), row.method(), taxes(row), row.total());
    }

    /** The taxes of a charge; for its reversal or waiver, the same with the opposite sign. */
    private List<Tax> taxes(JournalEntry row) {
        if (row.kind() == EntryKind.CHARGE) {
            return row.taxes();
        }
        return row.reverses().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .filter(charge -> charge.kind() == EntryKind.CHARGE)
                .flatMap(charge -> charge.taxes().stream())
                .map(tax -> new Tax(tax.name(), tax.amount().negated()))
                .toList();
    }

    /** By day, what is outstanding of all rows that are posted then, less what earlier postings brought there. */
    private SortedMap<LocalDate, Money> outstanding(LocalDate until) {
        Set<Long> numbers = new HashSet<>(posted);
        unposted(until).forEach(row -> numbers.add(row.id()));
        // a row without a date is never posted, but what it settles is settled
        Predicate<JournalEntry> posting =
                row -> numbers.contains(row.id()) || row.date().isEmpty();
        Set<LocalDate> days = new TreeSet<>();
        ledger.rows().stream()
                .filter(posting)
                .flatMap(row -> row.date().stream())
                .forEach(days::add);
        SortedMap<LocalDate, Money> more = new TreeMap<>();
        Money before = books.zero();
        for (LocalDate day : days) {
            Money change = outstandingOn(day, posting).minus(postedOn(day));
            more.put(day, change.minus(before));
            before = change;
        }
        return more;
    }

    private Money outstandingOn(LocalDate day, Predicate<JournalEntry> posting) {
        MemoryPastDays past = MemoryPastDays.among(posting, ledger, books, day, clock);
        return students().stream()
                .flatMap(student -> past.open(student).stream())
                .filter(charge -> charge.date().isPresent())
                .map(JournalEntry::total)
                .reduce(books.zero(), Money::plus);
    }

    private Set<AccountNumber> students() {
        Set<AccountNumber> students = new TreeSet<>();
        ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .forEach(students::add);
        return students;
    }

    private Money postedOn(LocalDate day) {
        return made.stream()
                .flatMap(posting -> posting.lines().stream())
                .filter(line -> line.side() == Side.RECEIVABLE && !line.date().isAfter(day))
                .map(PostingLine::amount)
                .reduce(books.zero(), Money::plus);
    }

    @Override
    public Posting post(PostingRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            requireNotLater(request.until());
            return calls.command(request, request.key(), request.until(), Posting.class, () -> {
                Posting posting = make(request);
                audit.done(command, Kind.POSTING, posting.number().value());
                return posting;
            });
        });
    }

    private Posting make(PostingRequest request) {
        PostingPreview preview = preview(request.until());
        if (preview.rows() == 0) {
            throw new NothingToPostException(request.until());
        }
        if (!preview.missing().isEmpty()) {
            throw new MissingAccountsException(preview.missing());
        }
        PostingNumber number = new PostingNumber(made.size() + 1L);
        Posting posting = new Posting(
                new PostingSummary(
                        number,
                        request.until(),
                        doubleEntry().narration(number.value()),
                        preview.rows(),
                        preview.debits(),
                        now.get(),
                        request.actor().name()),
                preview.lines());
        unposted(request.until()).forEach(row -> posted.add(row.id()));
        made.add(posting);
        return posting;
    }

    @Override
    public Optional<Posting> posting(Actor reader, PostingNumber number) {
        query(reader);
        return made.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    @Override
    public Optional<Posting> posting(Actor reader, RequestKey key) {
        query(reader);
        return calls.answer(key, Posting.class);
    }

    @Override
    public List<PostingSummary> postings(Actor reader, Page page) {
        query(reader);
        List<PostingSummary> newest = new ArrayList<>();
        made.forEach(posting -> newest.add(0, posting.summary()));
        return newest.stream().skip(page.offset()).limit(page.limit()).toList();
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Postings.class);
    }
}
