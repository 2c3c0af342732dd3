package org.openadmin.fees.internal.jpa;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.FeesOverview.Age;
import org.openadmin.fees.api.FeesOverview.Receivable;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;

/**
 * Who has how much outstanding since when, in one statement: what it says of one moment fits together. The index fees_jrl_kind finds
 * the charges, fees_jrl_balance sums the balances; of everybody, as often most owe and then one pass is the quickest. The names are
 * asked for apart, as sorting whole rows by them would take longer than all the sums.
 */
public final class Receivables {

    private static final int STUDENT = 0;
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
        Map<Object, Object> balances = new HashMap<>();
        for (Object[] row : sums(today).rows(em)) {
            if (row[AGES] == null) {
                balances.put(row[STUDENT], row[BALANCE]);
            } else {
                owing.put(new StudentNumber(((Number) row[STUDENT]).intValue()), row);
            }
        }
        owing.values().forEach(row -> row[BALANCE] = balances.get(row[STUDENT]));
        if (owing.isEmpty()) {
            return List.of();
        }
        List<Receivable> receivables = new ArrayList<>();
        for (StudentOfRecord student : new HostStudents(em).ofRecordByName(owing.keySet())) {
            receivables.add(receivable(student, owing.remove(student.number())));
        }
        StudentsOfToday gone = new RememberedStudents(em, owing.keySet());
        owing.forEach((number, row) -> receivables.add(receivable(gone.ofRecord(number), row)));
        return List.copyOf(receivables);
    }

    /** A row without balance for each who owes, and a row without ages for everybody. */
    private static Sql sums(LocalDate today) {
        Sql sql = new Sql().add("SELECT j.studnum, NULL");
        for (Age age : Age.values()) {
            Ages.add(sql.add(", COALESCE(SUM(CASE WHEN"), age, today).add("THEN j.total END), 0)");
        }
        return sql.add("FROM " + JournalIndex.KIND.table())
                .add("WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum > 0 GROUP BY j.studnum")
                .add("UNION ALL SELECT j.studnum, SUM(j.total)" + ", NULL".repeat(Age.values().length))
                .add("FROM " + JournalIndex.BALANCE.table() + " GROUP BY j.studnum");
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
