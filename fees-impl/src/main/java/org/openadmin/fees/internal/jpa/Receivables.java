package org.openadmin.fees.internal.jpa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.FeesOverview.Age;
import org.openadmin.fees.api.FeesOverview.Receivable;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

/**
 * Who has how much outstanding since when, in one statement. The index fees_jrl_kind finds the charges, fees_jrl_student sums the
 * balances.
 */
public final class Receivables {

    private static final int AGE = 1;
    private static final int TOTAL = 2;
    private static final int BALANCE = 3;
    private static final int NAME = 4;
    private static final int HOST = 7;

    private final EntityManager em;
    private final Currency currency;

    public Receivables(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** By name; behind them, by number, those whom the host does not know any more: the journal's last row has their name. */
    public List<Receivable> of(LocalDate today) {
        Sql sql = new Sql()
                .add("SELECT o.studnum, o.age, o.total, b.balance,")
                .add("m.student_name, m.student_grade, m.student_homeroom, " + StudentRow.COLUMNS)
                .add("FROM (SELECT j.studnum,");
        Ages.of(sql, today)
                .add("AS age, SUM(j.total) AS total FROM fees_jrl j")
                .add("WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum > 0 GROUP BY j.studnum, age) o")
                .add("JOIN (SELECT j.studnum, SUM(j.total) AS balance FROM fees_jrl j WHERE j.studnum > 0")
                .add("GROUP BY j.studnum) b ON b.studnum = o.studnum")
                .add("LEFT JOIN fees_student s ON s.studnum = o.studnum")
                .add("LEFT JOIN fees_jrl m ON s.studnum IS NULL AND m.id = (SELECT MAX(n.id) FROM fees_jrl n")
                .add("WHERE n.studnum = o.studnum AND n.student_name IS NOT NULL)")
                .add("ORDER BY s.studnum IS NULL, s.lastname, s.firstname, o.studnum, s.active DESC");
        Map<StudentNumber, Account> accounts = new LinkedHashMap<>();
        sql.rows(em).forEach(row -> accounts.computeIfAbsent(number(row), n -> new Account(row))
                .add(row));
        return accounts.values().stream().map(Account::receivable).toList();
    }

    private static StudentNumber number(Object[] row) {
        return new StudentNumber(((Number) row[0]).intValue());
    }

    /** The lines of one student. A student whom the host has twice is shown once, as the first. */
    private final class Account {

        private final StudentOfRecord student;
        private final Money balance;
        private final Map<Age, Money> outstanding = new EnumMap<>(Age.class);

        Account(Object[] row) {
            boolean atHost = row[HOST] != null;
            student = atHost
                    ? StudentRow.record(Arrays.copyOfRange(row, HOST, row.length))
                            .ofRecord()
                    : new StudentOfRecord(number(row), text(row[NAME]), text(row[NAME + 1]), text(row[NAME + 2]));
            balance = money(row[BALANCE]);
            for (Age age : Age.values()) {
                outstanding.put(age, Money.zero(currency));
            }
        }

        void add(Object[] row) {
            outstanding.put(Age.valueOf(row[AGE].toString()), money(row[TOTAL]));
        }

        Receivable receivable() {
            Money sum = outstanding.values().stream().reduce(Money.zero(currency), Money::plus);
            return new Receivable(student, outstanding, new AccountBalance(student.number(), balance, sum));
        }
    }

    private Money money(Object column) {
        return column == null ? Money.zero(currency) : Money.of((BigDecimal) column, currency);
    }

    private static String text(Object column) {
        return column == null ? "" : column.toString().strip();
    }
}
