package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.StudentRow;

/**
 * The balances of accounts and the charges on them. The sums of some accounts come from the index fees_jrl_student alone, those
 * of all accounts from fees_jrl_balance and fees_jrl_kind.
 */
public final class AccountQueries {

    private static final String SUMS = """
            COALESCE(SUM(j.total), 0) AS balance,
            COALESCE(SUM(CASE WHEN j.trans_type = :CHARGE AND %s THEN j.total END), 0) AS outstanding
            """.formatted(JournalIndex.UNSETTLED);

    private final EntityManager em;
    private final Currency currency;

    public AccountQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * A student and the student's balance at one moment.
     *
     * @param student as in the portal, or as in the journal when the student is no longer in the portal
     */
    public record Account(StudentSnapshot student, AccountBalance balance) {}

    /** Waits for other transactions that change this account, and locks it until the transaction ends. */
    public void lock(AccountNumber student) {
        lock(List.of(student));
    }

    /** Locks several accounts in number order, so that two transactions that lock some of the same ones never deadlock. */
    public void lock(Collection<? extends AccountNumber> students) {
        SortedSet<AccountNumber> numbers = new TreeSet<>(students);
        if (numbers.isEmpty()) {
            return;
        }
        Sql.of("""
                INSERT INTO fees_account (studnum) VALUES {accounts}
                ON DUPLICATE KEY UPDATE changes = changes + 1
                """)
                .part(
                        "accounts",
                        Sql.joined(
                                ", ",
                                numbers.stream().map(AccountQueries::values).toList()))
                .update(em);
    }

    private static Sql values(AccountNumber student) {
        return Sql.of("(:student)").with("student", student.journalNumber());
    }

    /**
     * The student and the balance.
     *
     * @throws UnknownStudentException when the number is neither in the portal nor in the journal
     */
    public Account account(AccountNumber number) {
        Row row = Sql.of("""
                SELECT {student}, a.journal_rows, a.balance, a.outstanding
                FROM (SELECT COUNT(*) AS journal_rows, {sums} FROM {journal} WHERE j.studnum = :number) a
                LEFT JOIN (SELECT * FROM fees_student WHERE studnum = :number LIMIT 1) s ON TRUE
                """)
                .part("student", StudentRow.COLUMNS)
                .part("sums", SUMS)
                .part("journal", JournalIndex.STUDENT.table())
                .with("number", number.journalNumber())
                .row(em);
        Optional<StudentSnapshot> known = StudentRow.record(row)
                .map(Student::snapshot)
                .or(() -> Optional.ofNullable(
                        new PayerQueries(em).find(List.of(number)).get(number)));
        if (known.isEmpty() && (number instanceof PayerNumber || row.integer("journal_rows") == 0)) {
            throw new UnknownStudentException(List.of(number));
        }
        return new Account(
                known.orElseGet(() -> new JournalStudentLookup(em, List.of(number)).snapshot(number)),
                balance(number, row));
    }

    /** The balances of these students, in number order; zero for those without a row. */
    public Map<AccountNumber, AccountBalance> balances(Collection<? extends AccountNumber> students) {
        Map<AccountNumber, AccountBalance> balances = new LinkedHashMap<>();
        Money zero = Money.zero(currency);
        new TreeSet<>(students).forEach(number -> balances.put(number, new AccountBalance(number, zero, zero)));
        Sql.of("""
                SELECT j.studnum, {sums} FROM {journal}
                WHERE j.studnum IN (:students)
                GROUP BY j.studnum
                """)
                .part("sums", SUMS)
                .part("journal", JournalIndex.STUDENT.table())
                .with("students", numbers(balances.keySet()))
                .rows(em)
                .forEach(row -> {
                    AccountNumber number = AccountNumber.ofJournal(row.integer("studnum"));
                    balances.put(number, balance(number, row));
                });
        return balances;
    }

    /**
     * The balances of all students in the portal or in the journal and of all payers, in number order. The parts are merged here, because the
     * database does this slowly.
     */
    public List<AccountBalance> balances() {
        SortedMap<AccountNumber, Sums> accounts = new TreeMap<>();
        Sql.of("""
                SELECT b.studnum, COALESCE(b.balance, 0) AS balance, 0 AS outstanding, -b.studnum AS payer FROM ({balances}) b
                WHERE {is_account}
                UNION ALL
                SELECT j.studnum, 0, COALESCE(SUM(j.total), 0), -j.studnum
                FROM {by_kind} WHERE j.trans_type = :CHARGE AND {unsettled} GROUP BY j.studnum HAVING {is_owing_account}
                UNION ALL
                SELECT s.studnum, 0, 0, 0 FROM fees_student s
                UNION ALL
                SELECT -p.id, 0, 0, p.id FROM fees_payer p
                """)
                .part("balances", CarriedForward.balances(CarriedForward.of(em).last()))
                .part("by_kind", JournalIndex.KIND.table())
                .part("is_account", PayerQueries.isAccount("b.studnum"))
                .part("is_owing_account", PayerQueries.isAccount("j.studnum"))
                .part("unsettled", JournalIndex.UNSETTLED)
                .rows(em)
                .forEach(row -> number(row)
                        .ifPresent(number -> accounts.merge(
                                number, new Sums(row.decimal("balance"), row.decimal("outstanding")), Sums::plus)));
        return accounts.entrySet().stream()
                .map(account -> new AccountBalance(
                        account.getKey(),
                        Money.of(account.getValue().balance(), currency),
                        Money.of(account.getValue().outstanding(), currency)))
                .toList();
    }

    private static Optional<AccountNumber> number(Row row) {
        int payer = row.decimal("payer").intValueExact();
        return payer > 0
                ? Optional.of(new PayerNumber(payer))
                : StudentRow.number(row).map(number -> number);
    }

    private record Sums(BigDecimal balance, BigDecimal outstanding) {

        Sums plus(Sums more) {
            return new Sums(balance.add(more.balance), outstanding.add(more.outstanding));
        }
    }

    private AccountBalance balance(AccountNumber number, Row row) {
        return new AccountBalance(number, row.money("balance", currency), row.money("outstanding", currency));
    }

    /** The outstanding charges of this student, oldest first. */
    public List<Charge> outstanding(StudentSnapshot student) {
        return rows(List.of(student.number())).stream()
                .map(row -> row.toCharge(currency, number -> student))
                .toList();
    }

    /** The outstanding charges of these students, oldest first, by student number; students without any are left out. */
    public Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students) {
        return byStudent(rows(students));
    }

    private Map<AccountNumber, List<Charge>> byStudent(List<JournalRowView> rows) {
        StudentLookup today = new HostStudentLookup(em, rows);
        return rows.stream()
                .map(row -> row.toCharge(currency, today))
                .collect(Collectors.groupingBy(
                        charge -> charge.student().number(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /** By the index of students: with a narrower one, the database would read all charges that these students ever had. */
    private List<JournalRowView> rows(Collection<? extends AccountNumber> students) {
        return JournalRowView.charges(
                em,
                JournalIndex.STUDENT.table(),
                Sql.of("""
                {unsettled} AND j.studnum IN (:students)
                ORDER BY j.studnum, j.trans_date, j.id
                """).part("unsettled", JournalIndex.UNSETTLED).with("students", numbers(students)));
    }

    /**
     * The charges with these numbers, outstanding or not, in number order. Numbers that do not exist are left out, and damaged old
     * rows without a student.
     */
    public List<Charge> charges(Collection<ChargeId> ids) {
        List<JournalRowView> rows = JournalRowView.charges(
                em,
                JournalIndex.TABLE,
                Sql.of("""
                j.id IN (:ids) AND {is_account}
                ORDER BY j.id
                """)
                        .part("is_account", PayerQueries.isAccount("j.studnum"))
                        .with("ids", ids.stream().map(ChargeId::value).toList()));
        StudentLookup today = new HostStudentLookup(em, rows);
        return rows.stream().map(row -> row.toCharge(currency, today)).toList();
    }

    /** The charges with these numbers, outstanding or not, oldest first, by student number; a number without a student is left out. */
    Map<AccountNumber, List<Charge>> chargesByStudent(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<JournalRowView> rows = JournalRowView.charges(
                em,
                JournalIndex.TABLE,
                Sql.of("""
                j.id IN (:ids) AND {is_account}
                ORDER BY j.studnum, j.trans_date, j.id
                """)
                        .part("is_account", PayerQueries.isAccount("j.studnum"))
                        .with("ids", ids));
        return byStudent(rows);
    }

    private static List<Integer> numbers(Collection<? extends AccountNumber> students) {
        return students.stream().map(AccountNumber::journalNumber).toList();
    }
}
