package org.openadmin.fees.internal.jpa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.FeesOverview.Age;
import org.openadmin.fees.api.FeesOverview.Receivable;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

/**
 * Who has how much outstanding since when. The index fees_jrl_kind finds the charges, fees_jrl_student sums the balances; the names
 * are asked for apart, as sorting whole rows by them would take longer than all the sums.
 */
public final class Receivables {

    private static final int BALANCE = 1;
    private static final int AGES = 2;

    private final EntityManager em;
    private final Money zero;

    public Receivables(EntityManager em, Currency currency) {
        this.em = em;
        this.zero = Money.zero(currency);
    }

    /** By name; behind them, by number, those whom the host does not know any more: the journal's last row has their name. */
    public List<Receivable> of(LocalDate today) {
        Map<StudentNumber, Object[]> owing = new TreeMap<>();
        outstanding(today).rows(em).forEach(row -> owing.put(new StudentNumber(((Number) row[0]).intValue()), row));
        if (owing.isEmpty()) {
            return List.of();
        }
        List<Receivable> receivables = new ArrayList<>();
        for (Student student : new HostStudents(em).byName(owing.keySet())) {
            receivables.add(receivable(student.ofRecord(), owing.remove(student.number())));
        }
        StudentsOfToday gone = new RememberedStudents(em, owing.keySet());
        owing.forEach((number, row) -> receivables.add(receivable(gone.ofRecord(number), row)));
        return List.copyOf(receivables);
    }

    private static Sql outstanding(LocalDate today) {
        Sql sql = new Sql().add("SELECT o.studnum, (SELECT SUM(b.total) FROM fees_jrl b WHERE b.studnum = o.studnum)");
        for (Age age : Age.values()) {
            sql.add(", o." + age);
        }
        sql.add("FROM (SELECT j.studnum");
        for (Age age : Age.values()) {
            Ages.add(sql.add(", COALESCE(SUM(CASE WHEN"), age, today).add("THEN j.total END), 0) AS " + age);
        }
        return sql.add(
                "FROM fees_jrl j WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum > 0 GROUP BY j.studnum) o");
    }

    private Receivable receivable(StudentOfRecord student, Object[] row) {
        Map<Age, Money> outstanding = new EnumMap<>(Age.class);
        Money sum = zero;
        for (Age age : Age.values()) {
            Money amount = money(row[AGES + age.ordinal()]);
            outstanding.put(age, amount);
            sum = amount.isZero() ? sum : sum.plus(amount);
        }
        return new Receivable(student, outstanding, new AccountBalance(student.number(), money(row[BALANCE]), sum));
    }

    private Money money(Object column) {
        return column == null || ((BigDecimal) column).signum() == 0
                ? zero
                : Money.of((BigDecimal) column, zero.currency());
    }
}
