package org.openadmin.fees.internal.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.ledger.PastSchoolQueries;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.Open;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.PastAccount;
import org.openadmin.fees.internal.ledger.StudentLookup;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SumSplitter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.StudentRow;
import org.openadmin.fees.spi.search.NameOrder;

/**
 * The outstanding amounts of each student, by age. Two halves of the students are added up in parallel: the charges over the
 * index fees_jrl_kind, the balances over fees_jrl_balance. The balances are those of all students: often most of them owe, and
 * then one pass is the quickest. All figures of a student are from the same moment. The names are read separately, at the same
 * time: sorting whole rows by them would take longer than all the sums.
 */
public final class ReceivableQueries {

    /** A column of the rows with ages; it is empty in those with balances. */
    private static final String ANY_AGE = Age.NOT_DUE.name();

    private final Transactions transactions;
    private final Money zero;

    public ReceivableQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.zero = Money.zero(currency);
    }

    /** By name; after them, by number, those who are no longer in the portal, with the name on the journal's last row. */
    public Receivables of(LocalDate today) {
        List<Function<EntityManager, List<Row>>> parts = new ArrayList<>();
        parts.add(HostStudents.everybody()::rows);
        for (Sql half : new SumSplitter(transactions).split("j.studnum", Sql.of("TRUE"))) {
            parts.add(sums(half, today)::rows);
        }
        List<List<Row>> answers = transactions.readSideBySide(parts);
        List<List<Row>> sums = answers.subList(1, answers.size());
        List<Money> creditOnly = creditOnly(sums);
        return new Receivables(
                named(answers.get(0), owing(sums)),
                creditOnly.size(),
                creditOnly.stream().reduce(zero, Money::plus));
    }

    /** As of a past day, in the same order. */
    public Receivables asOf(PastDay past) {
        SortedMap<StudentNumber, PastAccount> accounts =
                new PastSchoolQueries(transactions, zero.currency(), past).accounts(AgingSql.grouping(past.day()));
        Map<StudentNumber, Owing> owing = new TreeMap<>();
        List<Money> creditOnly = new ArrayList<>();
        accounts.forEach((number, account) -> {
            Money balance = account.balance().account().balance();
            if (!account.open().isEmpty()) {
                owing.put(number, new Owing(ages(account), balance, Optional.of(account.balance())));
            } else if (!balance.isZero()) {
                creditOnly.add(balance.negated());
            }
        });
        return new Receivables(
                named(transactions.read(HostStudents.everybody()::rows), owing),
                creditOnly.size(),
                creditOnly.stream().reduce(zero, Money::plus),
                Optional.of(KnownThen.of(
                        accounts.values().stream().map(PastAccount::balance).toList(), zero)));
    }

    private Map<Age, Money> ages(PastAccount account) {
        Map<Age, Money> ages = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            Open open = account.open().get(age.name());
            ages.put(age, open == null ? zero : open.amount());
        }
        return ages;
    }

    /** A row without a balance for each student who owes, and a row without ages for each student. */
    private static Sql sums(Sql half, LocalDate today) {
        List<Sql> ages = new ArrayList<>();
        for (Age age : Age.values()) {
            ages.add(Sql.of("COALESCE(SUM(CASE WHEN j.age = :age THEN j.total END), 0) AS " + age.name())
                    .with("age", age.name()));
        }
        return Sql.of("""
                SELECT j.studnum, NULL AS balance, {ages}
                FROM (
                  SELECT j.studnum, j.total, {age} AS age FROM {by_kind}
                  WHERE j.trans_type = :CHARGE AND {unsettled} AND j.studnum > 0 AND {half}) j
                GROUP BY j.studnum
                UNION ALL
                SELECT j.studnum, SUM(j.total){no_ages} FROM {by_student}
                WHERE {half} GROUP BY j.studnum
                """)
                .part("ages", Sql.joined(", ", ages))
                .part("age", AgingSql.name(today))
                .part("no_ages", ", NULL".repeat(ages.size()))
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("by_kind", JournalIndex.KIND.table())
                .part("by_student", JournalIndex.BALANCE.table())
                .part("half", half);
    }

    /** The outstanding amounts and the balance of a student. */
    private record Owing(Map<Age, Money> ages, Money balance, Optional<PastBalance> past) {}

    private Map<StudentNumber, Owing> owing(List<List<Row>> sums) {
        Map<StudentNumber, Owing> owing = new TreeMap<>();
        for (List<Row> half : sums) {
            Map<Integer, Row> balances = new HashMap<>();
            half.stream()
                    .filter(row -> row.isNull(ANY_AGE) && !row.isNull("studnum"))
                    .forEach(row -> balances.put(row.integer("studnum"), row));
            half.stream().filter(row -> !row.isNull(ANY_AGE)).forEach(row -> {
                int number = row.integer("studnum");
                owing.put(
                        new StudentNumber(number),
                        new Owing(ages(row), money(balances.get(number), "balance"), Optional.empty()));
            });
        }
        return owing;
    }

    /** The credit of each student who has a balance and no outstanding charge. */
    private List<Money> creditOnly(List<List<Row>> sums) {
        Set<Integer> owing = sums.stream()
                .flatMap(List::stream)
                .filter(row -> !row.isNull(ANY_AGE))
                .map(row -> row.integer("studnum"))
                .collect(Collectors.toSet());
        return sums.stream()
                .flatMap(List::stream)
                .filter(row -> row.isNull(ANY_AGE) && !row.isNull("studnum"))
                .filter(row -> row.integer("studnum") > 0 && !owing.contains(row.integer("studnum")))
                .filter(row -> row.decimal("balance").signum() != 0)
                .map(row -> row.money("balance", zero.currency()).negated())
                .toList();
    }

    /** @param students all of the portal; those who are no longer in it remain in the map */
    private List<Receivable> named(List<Row> students, Map<StudentNumber, Owing> owing) {
        List<Receivable> known = new ArrayList<>();
        for (Row student : students) {
            StudentRow.snapshot(student).ifPresent(record -> {
                Owing owed = owing.remove(record.number());
                if (owed != null) {
                    known.add(receivable(record, owed));
                }
            });
        }
        List<Receivable> receivables = new ArrayList<>(NameOrder.sorted(known, each -> NameOrder.of(each.student())));
        if (!owing.isEmpty()) {
            StudentLookup gone = transactions.read(em -> new JournalStudentLookup(em, owing.keySet()));
            owing.forEach((number, owed) -> receivables.add(receivable(gone.snapshot(number), owed)));
        }
        return List.copyOf(receivables);
    }

    private Receivable receivable(StudentSnapshot student, Owing owed) {
        Money sum =
                owed.ages().values().stream().filter(amount -> !amount.isZero()).reduce(zero, Money::plus);
        return new Receivable(
                student, owed.ages(), new AccountBalance(student.number(), owed.balance(), sum), owed.past());
    }

    private Map<Age, Money> ages(Row row) {
        Map<Age, Money> ages = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            ages.put(age, money(row, age.name()));
        }
        return ages;
    }

    /** Of thousands of amounts, most are zero. */
    private Money money(Row row, String column) {
        return row.decimal(column).signum() == 0 ? zero : row.money(column, zero.currency());
    }
}
