package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.AccountStatement.Line;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.spi.search.PersonQuery;
import org.openadmin.fees.spi.search.Ranked;

/** The accounts of the students on the roll, and of those who are only in the journal. */
final class MemoryStatements implements Statements {

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
        Optional<StudentNumber> exact =
                wanted.number().filter(number -> ledger.student(number).isPresent());
        Map<StudentNumber, AccountMatch> found = new LinkedHashMap<>();
        exact.ifPresent(number -> found.put(number, match(holder(number), MatchedBy.number())));
        Stream<Ranked<AccountHolder>> people = exact.isPresent()
                ? Stream.empty()
                : Stream.concat(students.ranked(wanted).stream().map(Ranked::account), gone(wanted));
        Stream.concat(people, references(wanted))
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

    private AccountMatch match(AccountHolder holder, MatchedBy by) {
        return new AccountMatch(holder, books.balance(holder.student().number()), by);
    }

    private Stream<Ranked<AccountHolder>> gone(PersonQuery wanted) {
        return ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .distinct()
                .filter(number -> roll.find(number).isEmpty())
                .flatMap(number -> Ranked.ofGone(ledger.student(number).orElseThrow(), wanted).stream());
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
    public AccountHolder holder(Actor reader, StudentNumber student) {
        query(reader);
        return holder(student);
    }

    private AccountHolder holder(StudentNumber number) {
        StudentSnapshot student =
                ledger.student(number).orElseThrow(() -> new UnknownStudentException(List.of(number)));
        State state = roll.find(number)
                .map(atHost -> atHost.active() ? State.ACTIVE : State.WITHDRAWN)
                .orElse(State.NOT_IN_HOST);
        return new AccountHolder(student, state);
    }

    @Override
    public AccountStatement statement(StatementRequest request) {
        query(request.actor());
        StudentSnapshot student = holder(request.student()).student();
        List<Line> before = new ArrayList<>();
        List<Line> inside = new ArrayList<>();
        for (Line line : lines(request.student(), request.actor())) {
            LocalDate day = MemoryBooks.day(line.entry());
            if (line.entry().date().isEmpty() || day.isBefore(request.from())) {
                before.add(line);
            } else if (!day.isAfter(request.to())) {
                inside.add(line);
            }
        }
        Money opening = last(before, books.zero());
        return new AccountStatement(student, request.from(), request.to(), opening, inside, last(inside, opening));
    }

    @Override
    public AccountHistory history(Actor reader, StudentNumber student) {
        query(reader);
        return new AccountHistory(holder(student).student(), books.balance(student), lines(student, reader));
    }

    /** Rows without a date come before all others, even those of the oldest possible date. */
    private List<Line> lines(StudentNumber student, Actor reader) {
        List<JournalEntry> rows = ledger.rows(student).stream()
                .sorted(Comparator.comparing((JournalEntry row) -> row.date().isPresent())
                        .thenComparing(MemoryBooks.OLDEST_FIRST))
                .toList();
        List<Line> lines = new ArrayList<>();
        Money balance = books.zero();
        for (JournalEntry row : rows) {
            balance = balance.plus(row.total());
            lines.add(new Line(books.described(row).shownTo(reader), balance));
        }
        return lines;
    }

    private static Money last(List<Line> lines, Money otherwise) {
        return lines.isEmpty() ? otherwise : lines.get(lines.size() - 1).balance();
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Statements.class);
    }
}
