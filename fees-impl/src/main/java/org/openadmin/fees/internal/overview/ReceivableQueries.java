package org.openadmin.fees.internal.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalStudentLookup;
import org.openadmin.fees.internal.ledger.StudentLookup;
import org.openadmin.fees.internal.persistence.Halves;
import org.openadmin.fees.internal.persistence.Halves.Half;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.internal.students.StudentRow;

/**
 * Who has how much outstanding since when. Half of the students each are summed side by side: the index fees_jrl_kind finds the
 * charges, fees_jrl_balance sums the balances, of everybody, as often most owe and then one pass is the quickest. What is said of
 * a student is of one moment. The names are asked for apart, at the same time: sorting whole rows by them would take longer than
 * all the sums.
 */
public final class ReceivableQueries {

    private static final int STUDENT = 0;
    private static final int BALANCE = 1;
    private static final int AGES = 2;

    private final Transactions transactions;
    private final Money zero;

    public ReceivableQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.zero = Money.zero(currency);
    }

    /** By name; behind them, by number, those whom the host does not know any more: the journal's last row has their name. */
    public List<Receivable> of(LocalDate today) {
        List<Function<EntityManager, List<Object[]>>> parts = new ArrayList<>();
        parts.add(HostStudents.everybodyByName()::rows);
        for (Half half : new Halves(transactions).by("j.studnum", sql -> sql.add("WHERE TRUE"))) {
            parts.add(sums(half, today)::rows);
        }
        List<List<Object[]>> answers = transactions.readSideBySide(parts);
        return named(answers.get(0), owing(answers.subList(1, answers.size())));
    }

    /** A row without balance for each who owes, and a row without ages for everybody. */
    private static Sql sums(Half half, LocalDate today) {
        Sql sql = new Sql().add("SELECT j.studnum, NULL");
        for (Age age : Age.values()) {
            AgingSql.add(sql.add(", COALESCE(SUM(CASE WHEN"), age, today).add("THEN j.total END), 0)");
        }
        sql.add("FROM " + JournalIndex.KIND.table());
        half.of(sql.add("WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum > 0"))
                .add("GROUP BY j.studnum UNION ALL SELECT j.studnum, SUM(j.total)"
                        + ", NULL".repeat(Age.values().length));
        return half.of(sql.add("FROM " + JournalIndex.BALANCE.table() + " WHERE TRUE"))
                .add("GROUP BY j.studnum");
    }

    /** By number, with the balance. */
    private static Map<StudentNumber, Object[]> owing(List<List<Object[]>> sums) {
        Map<StudentNumber, Object[]> owing = new TreeMap<>();
        Map<Object, Object> balances = new HashMap<>();
        for (Object[] row : sums.stream().flatMap(List::stream).toList()) {
            if (row[AGES] == null) {
                balances.put(row[STUDENT], row[BALANCE]);
            } else {
                owing.put(new StudentNumber(((Number) row[STUDENT]).intValue()), row);
            }
        }
        owing.values().forEach(row -> row[BALANCE] = balances.get(row[STUDENT]));
        return owing;
    }

    /** @param students by name; those who are not at the host any more are left in the map of those who owe */
    private List<Receivable> named(List<Object[]> students, Map<StudentNumber, Object[]> owing) {
        List<Receivable> receivables = new ArrayList<>();
        for (Object[] student : students) {
            StudentSnapshot record = StudentRow.ofRecord(student);
            Object[] row = owing.remove(record.number());
            if (row != null) {
                receivables.add(receivable(record, row));
            }
        }
        if (!owing.isEmpty()) {
            StudentLookup gone = transactions.read(em -> new JournalStudentLookup(em, owing.keySet()));
            owing.forEach((number, row) -> receivables.add(receivable(gone.ofRecord(number), row)));
        }
        return List.copyOf(receivables);
    }

    private Receivable receivable(StudentSnapshot student, Object[] row) {
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
