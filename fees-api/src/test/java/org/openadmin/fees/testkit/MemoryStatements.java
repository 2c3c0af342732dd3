package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/** The accounts of the students on the roll, and of those who are only in the journal. */
final class MemoryStatements implements Statements {

    private static final Comparator<StudentSnapshot> GONE = Comparator.comparing(
                    (StudentSnapshot student) -> student.name().isEmpty())
            .thenComparing(student -> MemoryNames.folded(student.name()))
            .thenComparing(StudentSnapshot::number);

    private final MemoryRoll roll;
    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final Students students;
    private final MemoryCalls calls;

    MemoryStatements(MemoryRoll roll, MemoryLedger ledger, MemoryBooks books, Students students, MemoryCalls calls) {
        this.roll = roll;
        this.ledger = ledger;
        this.books = books;
        this.students = students;
        this.calls = calls;
    }

    @Override
    public List<AccountHolder> search(Actor reader, String query, int limit) {
        query(reader);
        MemorySearch search = new MemorySearch(query);
        int most = Math.max(1, Math.min(limit, 1_000));
        List<StudentSnapshot> gone = gone(search);
        Optional<AccountHolder> exact = Stream.concat(
                        roll.all().stream().map(Student::number), gone.stream().map(StudentSnapshot::number))
                .filter(search::isExactly)
                .map(this::holder)
                .findFirst();
        return exact.map(List::of).orElseGet(() -> Stream.concat(
                        students.search(query, most).students().stream().map(student -> holder(student.number())),
                        gone.stream().map(student -> new AccountHolder(student, State.NOT_IN_HOST)))
                .limit(most)
                .toList());
    }

    private List<StudentSnapshot> gone(MemorySearch search) {
        TreeSet<StudentNumber> numbers = new TreeSet<>();
        ledger.rows().stream()
                .flatMap(row -> row.student().stream())
                .map(StudentSnapshot::number)
                .filter(number -> roll.find(number).isEmpty())
                .forEach(numbers::add);
        return numbers.stream()
                .map(number -> ledger.student(number).orElseThrow())
                .filter(student -> matches(search, student))
                .sorted(GONE)
                .toList();
    }

    private static boolean matches(MemorySearch search, StudentSnapshot student) {
        String[] names = student.name().split(", ", 2);
        return search.match(student.number(), names[0], names.length < 2 ? "" : names[1])
                .isPresent();
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
        for (Line line : lines(request.student())) {
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
        return new AccountHistory(holder(student).student(), books.balance(student), lines(student));
    }

    /** Rows without a date come before all others, even those of the oldest possible date. */
    private List<Line> lines(StudentNumber student) {
        List<JournalEntry> rows = ledger.rows(student).stream()
                .sorted(Comparator.comparing((JournalEntry row) -> row.date().isPresent())
                        .thenComparing(MemoryBooks.OLDEST_FIRST))
                .toList();
        List<Line> lines = new ArrayList<>();
        Money balance = books.zero();
        for (JournalEntry row : rows) {
            balance = balance.plus(row.total());
            lines.add(new Line(row, balance));
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
