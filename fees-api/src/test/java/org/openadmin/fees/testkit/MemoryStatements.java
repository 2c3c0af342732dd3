package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountLines.Line;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.spi.search.PersonQuery;
import org.openadmin.fees.spi.search.Ranked;

/** The accounts of the students on the roll, and of those who are only in the journal. */
final class MemoryStatements implements Statements {

    /** As many rows as the office on the database passes on at a time. */
    private static final int CHUNK_SIZE = 1_000;

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryStudents students;
    private final MemoryCalls calls;

    MemoryStatements(
            MemoryRoll roll, MemoryLedger ledger, MemoryBooks books, MemoryStudents students, MemoryCalls calls) {
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.students = students;
        this.calls = calls;
    }

    @Override
    public SearchResult search(Actor reader, String query, int limit) {
        query(reader);
        PersonQuery wanted = PersonQuery.of(query);
        Optional<AccountNumber> exact = wanted.number()
                .filter(number ->
                        isVisible(reader, number) && ledger.student(number).isPresent());
        Map<AccountNumber, AccountMatch> found = new LinkedHashMap<>();
        exact.ifPresent(number -> found.put(number, match(holder(number), MatchedBy.number())));
        Stream<Ranked<AccountHolder>> people = exact.isPresent()
                ? Stream.empty()
                : Stream.of(students.ranked(wanted).stream().map(Ranked::account), gone(wanted), payers(wanted))
                        .flatMap(each -> each);
        Stream.concat(people, references(wanted))
                .filter(match -> isVisible(reader, match.item().student().number()))
                .sorted()
                .forEach(match -> found.putIfAbsent(
                        match.item().student().number(),
                        match(match.item(), match.hit().by())));
        return new SearchResult(
                found.values().stream()
                        .limit(Math.max(1, Math.min(limit, 1_000)))
                        .toList(),
                found.size());
    }

    private static boolean isVisible(Actor reader, AccountNumber account) {
        return reader.seesPayers() || !(account instanceof PayerNumber);
    }

    private AccountMatch match(AccountHolder holder, MatchedBy by) {
        return new AccountMatch(holder, books.balance(holder.student().number()), by);
    }

    private Stream<Ranked<AccountHolder>> gone(PersonQuery wanted) {
        return ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .distinct()
                .filter(number ->
                        number instanceof StudentNumber && roll.find(number).isEmpty())
                .flatMap(number -> Ranked.ofGone(ledger.student(number).orElseThrow(), wanted).stream());
    }

    private Stream<Ranked<AccountHolder>> payers(PersonQuery wanted) {
        return roll.payers().stream().flatMap(payer -> Ranked.ofPayer(payer, wanted).stream());
    }

    /** The latest payment first. */
    private Stream<Ranked<AccountHolder>> references(PersonQuery wanted) {
        return books.receiptRows().stream()
                .sorted(Comparator.comparing(JournalEntry::id).reversed())
                .filter(row -> wanted.references().stream().anyMatch(row.reference()::equalsIgnoreCase))
                .map(row ->
                        Ranked.byReference(holder(row.student().orElseThrow().number()), row.reference()));
    }

    @Override
    public AccountHolder holder(Actor reader, AccountNumber student) {
        query(reader, student);
        return holder(student);
    }

    private AccountHolder holder(AccountNumber number) {
        StudentSnapshot student =
                ledger.student(number).orElseThrow(() -> new UnknownStudentException(List.of(number)));
        State state = roll.find(number)
                .map(atHost -> atHost.active() ? State.ACTIVE : State.WITHDRAWN)
                .orElse(number instanceof StudentNumber ? State.NOT_IN_HOST : State.PAYER);
        return new AccountHolder(student, state);
    }

    @Override
    public AccountStatement statement(StatementRequest request) {
        query(request.actor(), request.student());
        StudentSnapshot student = holder(request.student()).student();
        AccountLines period = lines(request.period(), request.actor());
        return new AccountStatement(
                student,
                request.from(),
                request.to(),
                period.opening(),
                period.lines().size(),
                period.closing());
    }

    @Override
    public AccountHistory history(Actor reader, AccountNumber student) {
        query(reader, student);
        StudentSnapshot holder = holder(student).student();
        List<JournalEntry> rows = ledger.rows(student);
        int outstanding =
                (int) rows.stream().filter(JournalEntry::isOutstanding).count();
        return new AccountHistory(holder, books.balance(student), rows.size(), outstanding);
    }

    @Override
    public AccountLines lines(Actor reader, AccountPeriod period, Page page) {
        query(reader, period.student());
        holder(period.student());
        return part(lines(period, reader), page.offset(), page.limit(), reader);
    }

    @Override
    public void forEach(Actor reader, AccountPeriod period, Consumer<AccountLines> each) {
        query(reader, period.student());
        holder(period.student());
        AccountLines all = lines(period, reader);
        int from = 0;
        do {
            each.accept(part(all, from, CHUNK_SIZE, reader));
            from += CHUNK_SIZE;
        } while (from < all.lines().size());
    }

    private AccountLines part(AccountLines all, int offset, int limit, Actor reader) {
        int from = Math.min(offset, all.lines().size());
        List<Line> lines =
                all.lines().subList(from, Math.min(from + limit, all.lines().size()));
        Money opening = from == 0 ? all.opening() : all.lines().get(from - 1).balance();
        return new AccountLines(opening, lines, related(lines, reader));
    }

    private List<JournalEntry> related(List<Line> lines, Actor reader) {
        if (lines.isEmpty()) {
            return List.of();
        }
        Set<Long> shown = lines.stream().map(line -> line.entry().id()).collect(Collectors.toSet());
        Set<Long> named = lines.stream()
                .map(Line::entry)
                .flatMap(row -> Stream.of(
                        row.reverses(),
                        row.settledBy(),
                        row.voidedBy(),
                        row.links().origin()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .collect(Collectors.toSet());
        Set<Long> receipts = lines.stream()
                .map(Line::entry)
                .filter(row -> row.kind().isReceipt())
                .map(JournalEntry::id)
                .collect(Collectors.toSet());
        return ledger.rows(lines.get(0).entry().student().orElseThrow().number()).stream()
                .filter(row -> !shown.contains(row.id()))
                .filter(row -> named.contains(row.id())
                        || row.settledBy().isPresent()
                                && receipts.contains(row.settledBy().getAsLong()))
                .map(row -> books.described(row).shownTo(reader))
                .toList();
    }

    /** Rows without a date come before all others, even those of the oldest possible date, and before every period. */
    private AccountLines lines(AccountPeriod period, Actor reader) {
        List<JournalEntry> rows = ledger.rows(period.student()).stream()
                .sorted(Comparator.comparing((JournalEntry row) -> row.date().isPresent())
                        .thenComparing(MemoryBooks.OLDEST_FIRST))
                .toList();
        Money opening = books.zero();
        Money balance = opening;
        List<Line> lines = new ArrayList<>();
        for (JournalEntry row : rows) {
            LocalDate day = MemoryBooks.day(row);
            boolean before = period.from()
                    .filter(from -> row.date().isEmpty() || day.isBefore(from))
                    .isPresent();
            boolean after = period.to()
                    .filter(to -> row.date().isEmpty() || day.isAfter(to))
                    .isPresent();
            if (before || !after) {
                balance = balance.plus(row.total());
            }
            if (before) {
                opening = balance;
            } else if (!after) {
                lines.add(new Line(books.described(row).shownTo(reader), balance));
            }
        }
        return new AccountLines(opening, lines, List.of());
    }

    private void query(Actor reader, AccountNumber account) {
        reader.requireAccount(account, "Statements");
        query(reader);
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Statements.class);
    }
}
