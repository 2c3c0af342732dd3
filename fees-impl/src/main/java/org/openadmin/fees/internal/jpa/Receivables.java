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

    private static final int BALANCE = 1;
    private static final int AGES = 3;
    private static final int NAME = AGES + Age.values().length;
    private static final int HOST = NAME + 3;

    private final EntityManager em;
    private final Currency currency;

    public Receivables(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** By name; behind them, by number, those whom the host does not know any more: the journal's last row has their name. */
    public List<Receivable> of(LocalDate today) {
        Sql sql = new Sql()
                .add("SELECT o.studnum, (SELECT SUM(b.total) FROM fees_jrl b WHERE b.studnum = o.studnum), o.*,")
                .add("m.student_name, m.student_grade, m.student_homeroom, " + StudentRow.COLUMNS)
                .add("FROM (SELECT j.studnum");
        for (Age age : Age.values()) {
            Ages.add(sql.add(", COALESCE(SUM(CASE WHEN"), age, today).add("THEN j.total END), 0) AS " + age);
        }
        sql.add(
                        "FROM fees_jrl j WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum > 0 GROUP BY j.studnum) o")
                .add("LEFT JOIN fees_student s ON s.studnum = o.studnum")
                .add("LEFT JOIN fees_jrl m ON s.studnum IS NULL AND m.id = (SELECT MAX(n.id) FROM fees_jrl n")
                .add("WHERE n.studnum = o.studnum AND n.student_name IS NOT NULL)")
                .add("ORDER BY s.studnum IS NULL, s.lastname, s.firstname, o.studnum, s.active DESC");
        // a student whom the host has twice is shown once, as the first
        Map<StudentNumber, Receivable> receivables = new LinkedHashMap<>();
        sql.rows(em).stream()
                .map(this::receivable)
                .forEach(each -> receivables.putIfAbsent(each.student().number(), each));
        return List.copyOf(receivables.values());
    }

    private Receivable receivable(Object[] row) {
        StudentNumber number = new StudentNumber(((Number) row[0]).intValue());
        Map<Age, Money> outstanding = new EnumMap<>(Age.class);
        for (Age age : Age.values()) {
            outstanding.put(age, money(row[AGES + age.ordinal()]));
        }
        Money sum = outstanding.values().stream().reduce(Money.zero(currency), Money::plus);
        StudentOfRecord student = row[HOST] == null
                ? new StudentOfRecord(number, text(row[NAME]), text(row[NAME + 1]), text(row[NAME + 2]))
                : StudentRow.record(Arrays.copyOfRange(row, HOST, row.length)).ofRecord();
        return new Receivable(student, outstanding, new AccountBalance(number, money(row[BALANCE]), sum));
    }

    private Money money(Object column) {
        return column == null ? Money.zero(currency) : Money.of((BigDecimal) column, currency);
    }

    private static String text(Object column) {
        return column == null ? "" : column.toString().strip();
    }
}
