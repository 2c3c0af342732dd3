package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.StudentRow;

/**
 * The figures of accounts and the charges on them. The sums of some come from the index fees_jrl_student alone, those of all from
 * fees_jrl_balance and fees_jrl_kind.
 */
public final class AccountQueries {

    private static final String SUMS = "COALESCE(SUM(j.total), 0),"
            + " COALESCE(SUM(CASE WHEN j.trans_type = 'chg' AND j.paid_id IS NULL THEN j.total END), 0)";

    private final EntityManager em;
    private final Currency currency;

    public AccountQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * A student and her figures at one moment.
     *
     * @param student the student as the host knows her, or as the journal remembers her when it does not any more
     */
    public record Account(StudentSnapshot student, AccountBalance balance) {}

    /** Waits until nobody else decides anything about this account, and keeps it until the transaction ends. */
    public void lock(StudentNumber student) {
        new Sql()
                .add(
                        "INSERT INTO fees_account (studnum) VALUES (?) ON DUPLICATE KEY UPDATE changes = changes + 1",
                        student.value())
                .on(em)
                .executeUpdate();
    }

    /** The same for several accounts at once, in number order, so that two who lock some of the same wait for each other. */
    public void lock(Collection<StudentNumber> students) {
        SortedSet<StudentNumber> numbers = new TreeSet<>(students);
        if (numbers.isEmpty()) {
            return;
        }
        new Sql()
                .add("INSERT INTO fees_account (studnum) VALUES")
                .add(numbers.stream().map(number -> "(" + number.value() + ")").collect(Collectors.joining(",")))
                .add("ON DUPLICATE KEY UPDATE changes = changes + 1")
                .on(em)
                .executeUpdate();
    }

    /**
     * The student and the figures.
     *
     * @throws UnknownStudentException when neither the host nor the journal knows the number
     */
    public Account account(StudentNumber number) {
        Object[] row = new Sql()
                .add("SELECT " + StudentRow.COLUMNS + ", COUNT(j.studnum), " + SUMS)
                .add("FROM (SELECT 1) one")
                .add("LEFT JOIN (SELECT * FROM fees_student WHERE studnum = ? LIMIT 1) s ON TRUE", number.value())
                .add("LEFT JOIN " + JournalIndex.STUDENT.table() + " ON j.studnum = ?", number.value())
                .add("GROUP BY " + StudentRow.COLUMNS)
                .rows(em)
                .get(0);
        boolean atHost = row[0] != null;
        boolean inJournal = ((Number) row[StudentRow.WIDTH]).longValue() > 0;
        if (!atHost && !inJournal) {
            throw new UnknownStudentException(List.of(number));
        }
        return new Account(
                atHost
                        ? StudentRow.record(row).ofRecord()
                        : new JournalStudentLookup(em, List.of(number)).ofRecord(number),
                balance(number, row[StudentRow.WIDTH + 1], row[StudentRow.WIDTH + 2]));
    }

    /** The figures of these students, in number order; zero for those without a row. */
    public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students) {
        SortedSet<StudentNumber> numbers = new TreeSet<>(students);
        Map<StudentNumber, AccountBalance> balances = new LinkedHashMap<>();
        numbers.forEach(number -> balances.put(number, balance(number, BigDecimal.ZERO, BigDecimal.ZERO)));
        new Sql()
                        .add("SELECT j.studnum, " + SUMS + " FROM " + JournalIndex.STUDENT.table()
                                + " WHERE j.studnum IN")
                        .inNumbers(numbers.stream().map(StudentNumber::value).toList())
                        .add("GROUP BY j.studnum")
                        .rows(em)
                        .stream()
                        .map(this::balance)
                        .forEach(balance -> balances.put(balance.student(), balance));
        return balances;
    }

    /** The figures of everybody whom the host or the journal knows, in number order. Put together here, which the database is slow at. */
    public List<AccountBalance> balances() {
        SortedMap<Integer, Object[]> accounts = new TreeMap<>();
        new Sql()
                        .add("SELECT j.studnum, COALESCE(SUM(j.total), 0), 0 FROM " + JournalIndex.BALANCE.table())
                        .add("GROUP BY j.studnum")
                        .add("UNION ALL SELECT j.studnum, 0, COALESCE(SUM(j.total), 0) FROM "
                                + JournalIndex.KIND.table())
                        .add("WHERE j.trans_type = 'chg' AND j.paid_id IS NULL GROUP BY j.studnum")
                        .add("UNION ALL SELECT s.studnum, 0, 0 FROM fees_student s WHERE s.studnum > 0")
                        .rows(em)
                        .stream()
                        .filter(row -> row[0] != null)
                        .forEach(row -> accounts.merge(((Number) row[0]).intValue(), row, AccountQueries::sum));
        return accounts.tailMap(1).values().stream().map(this::balance).toList();
    }

    private static Object[] sum(Object[] a, Object[] b) {
        return new Object[] {
            a[0], ((BigDecimal) a[1]).add((BigDecimal) b[1]), ((BigDecimal) a[2]).add((BigDecimal) b[2])
        };
    }

    private AccountBalance balance(Object[] row) {
        return balance(new StudentNumber(((Number) row[0]).intValue()), row[1], row[2]);
    }

    private AccountBalance balance(StudentNumber number, Object balance, Object outstanding) {
        return new AccountBalance(number, money(balance), money(outstanding));
    }

    private Money money(Object column) {
        return column == null ? Money.zero(currency) : Money.of((BigDecimal) column, currency);
    }

    /** The outstanding charges of a student who is known already, oldest first. */
    public List<Charge> outstanding(StudentSnapshot student) {
        return rows(List.of(student.number())).stream()
                .map(row -> row.toRecord(currency, number -> student))
                .toList();
    }

    /** The outstanding charges of these students, oldest first; students without any are left out; in number order. */
    public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students) {
        List<ChargeRow> rows = rows(students);
        StudentLookup today = new HostStudentLookup(em, rows);
        return rows.stream()
                .map(row -> row.toRecord(currency, today))
                .collect(Collectors.groupingBy(
                        charge -> charge.student().number(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }

    /** In SQL, as it names the index: by a narrower one the database would read all that these students were ever charged. */
    private List<ChargeRow> rows(Collection<StudentNumber> students) {
        return new Sql()
                .add("SELECT " + ChargeRow.COLUMNS + " FROM " + JournalIndex.STUDENT.table())
                .add("WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum IN")
                .inNumbers(students.stream().map(StudentNumber::value).toList())
                .add("ORDER BY j.studnum, j.trans_date, j.id")
                .entities(em, ChargeRow.class);
    }

    /** The charges with these numbers, outstanding or not, in number order; those that do not exist are left out. */
    public List<Charge> charges(Collection<ChargeId> ids) {
        List<ChargeRow> rows = em.createQuery(
                        "SELECT c FROM ChargeRow c WHERE c.id IN :ids ORDER BY c.id", ChargeRow.class)
                .setParameter("ids", ids.stream().map(id -> (int) id.value()).toList())
                .getResultList();
        StudentLookup today = new HostStudentLookup(em, rows);
        return rows.stream().map(row -> row.toRecord(currency, today)).toList();
    }
}
