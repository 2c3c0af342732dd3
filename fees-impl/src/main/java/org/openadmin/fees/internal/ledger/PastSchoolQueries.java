package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SumSplitter;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * All accounts at the end of a past day, in one statement for each half of the students. Balances are added up over the index
 * fees_jrl_student. The charges that were open are those that are open now, found in fees_jrl_kind, and those that a row of a later
 * date has settled, which is found in fees_jrl_day; both without those that a settlement had settled then which has ended since. The
 * rows that were recorded later are found in fees_jrl_recorded.
 *
 * <p>Only two kinds of accounts are read row by row, by the rule of {@link AccountOnDay}: those for which something was recorded
 * later, because what was known then is returned separately; and those whose credit would be below zero.
 */
public final class PastSchoolQueries {

    /** In an account of a hundred rows, this many are some megabytes. */
    private static final int STUDENTS_PER_QUERY = 500;

    private static final String BALANCE = "balance";
    private static final String LATER = "later";
    private static final String OPEN = "open";

    private final Transactions transactions;
    private final Currency currency;
    private final PastDay day;
    private final Money zero;

    public PastSchoolQueries(Transactions transactions, Currency currency, PastDay day) {
        this.transactions = transactions;
        this.currency = currency;
        this.day = day;
        zero = Money.zero(currency);
    }

    /**
     * How to group the open charges.
     *
     * @param sql the group, of the row {@code j}, over the columns of the index fees_jrl_kind
     * @param rule the same of a charge
     */
    public record Grouping(Sql sql, Function<Charge, String> rule) {

        /** All in one group. */
        public static Grouping none() {
            return new Grouping(Sql.of("''"), charge -> "");
        }
    }

    /** The open charges of a group. */
    public record Open(int charges, Money amount) {

        Open plus(Open more) {
            return new Open(charges + more.charges, amount.plus(more.amount));
        }
    }

    /** @param open the open charges by group; groups without any are left out */
    public record PastAccount(PastBalance balance, Map<String, Open> open) {
        public PastAccount {
            open = Map.copyOf(open);
        }
    }

    /** The accounts of all students in the journal, in number order. */
    public SortedMap<StudentNumber, PastAccount> accounts(Grouping grouping) {
        List<Function<EntityManager, List<Row>>> halves = new ArrayList<>();
        for (Sql half : new SumSplitter(transactions).split("j.studnum", Sql.of("TRUE"))) {
            halves.add(sums(grouping, half)::rows);
        }
        SortedMap<StudentNumber, Building> building = new TreeMap<>();
        transactions.readSideBySide(halves).stream().flatMap(List::stream).forEach(row -> building.computeIfAbsent(
                        new StudentNumber(row.integer("studnum")), none -> new Building())
                .add(row));
        SortedMap<StudentNumber, PastAccount> accounts = new TreeMap<>();
        List<StudentNumber> exceptional = new ArrayList<>();
        building.forEach((number, each) -> {
            accounts.put(number, each.account(number));
            if (each.later || accounts.get(number).balance().account().credit().isNegative()) {
                exceptional.add(number);
            }
        });
        for (int from = 0; from < exceptional.size(); from += STUDENTS_PER_QUERY) {
            List<StudentNumber> some =
                    exceptional.subList(from, Math.min(exceptional.size(), from + STUDENTS_PER_QUERY));
            accounts.putAll(transactions.read(em -> byRow(em, some, accounts, grouping)));
        }
        return accounts;
    }

    /** @param summed the same accounts from the sums; what is open in them is right unless the rule opens more */
    private Map<StudentNumber, PastAccount> byRow(
            EntityManager em, List<StudentNumber> some, Map<StudentNumber, PastAccount> summed, Grouping grouping) {
        Map<StudentNumber, PastAccount> accounts = new HashMap<>();
        Map<StudentNumber, PastAccountQueries.Account> read = new PastAccountQueries(em, currency, day).accounts(some);
        List<Long> more = new ArrayList<>();
        read.forEach((number, account) -> {
            PastAccount before = summed.get(number);
            boolean same = before.balance().account().equals(account.balance().account());
            if (!same) {
                more.addAll(account.open());
            }
            accounts.put(number, new PastAccount(account.balance(), same ? before.open() : Map.of()));
        });
        new AccountQueries(em, currency).chargesByStudent(more).forEach((number, charges) -> {
            Map<String, Open> open = new HashMap<>();
            charges.forEach(
                    charge -> open.merge(grouping.rule().apply(charge), new Open(1, charge.total()), Open::plus));
            accounts.put(number, new PastAccount(accounts.get(number).balance(), open));
        });
        return accounts;
    }

    private Sql sums(Grouping grouping, Sql half) {
        Sql dated = Sql.of("(j.trans_date <= :day OR j.trans_date IS NULL)").with("day", day.day());
        return Sql.of("""
                SELECT :balance AS part, j.studnum, NULL AS age, COUNT(*) AS number,
                  COALESCE(SUM(CASE WHEN {dated} THEN j.total END), 0) AS amount
                FROM {by_student} WHERE j.studnum > 0 AND {half} GROUP BY j.studnum
                UNION ALL
                SELECT :later, j.studnum, NULL, COUNT(*), 0
                FROM {by_recorded} WHERE j.recorded_at >= :end AND {dated} AND j.studnum > 0 AND {half} GROUP BY j.studnum
                UNION ALL
                SELECT :open, j.studnum, {age} AS age, COUNT(*), COALESCE(SUM(j.total), 0)
                FROM {by_kind}
                WHERE j.trans_type = :CHARGE AND {unsettled} AND {dated} AND j.studnum > 0 AND {half} AND NOT {settled_then}
                GROUP BY j.studnum, age
                UNION ALL
                SELECT :open, j.studnum, {age} AS age, COUNT(*), COALESCE(SUM(j.total), 0)
                FROM fees_jrl s FORCE INDEX (fees_jrl_day)
                STRAIGHT_JOIN {by_kind} ON j.trans_type = :CHARGE AND j.paid_id = s.id
                WHERE s.trans_date > :after AND NOT s.trans_type <=> :CHARGE
                  AND {dated} AND j.studnum > 0 AND {half} AND NOT {settled_then}
                GROUP BY j.studnum, age
                """)
                .with("balance", BALANCE)
                .with("later", LATER)
                .with("open", OPEN)
                .with("end", day.end())
                .with("after", day.day())
                .part("age", grouping.sql())
                .part("dated", dated)
                .part("half", half)
                .part("settled_then", settledThen())
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("by_student", JournalIndex.STUDENT.table())
                .part("by_kind", JournalIndex.KIND.table())
                .part("by_recorded", JournalIndex.RECORDED.table());
    }

    /** The condition that a settlement of the charge {@code j} was in force which has ended since. */
    private Sql settledThen() {
        return Sql.of("""
                EXISTS (
                  SELECT 1 FROM fees_past_settlement past
                  JOIN fees_jrl e ON e.id = past.ended_by
                  LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> :CHARGE
                  WHERE past.charge_id = j.id AND e.trans_date > :ended
                    AND (p.trans_date <= :ended OR p.trans_date IS NULL))
                """).with("ended", day.day());
    }

    /** The sums of a student. */
    private final class Building {

        private Money balance = zero;
        private boolean later;
        private final Map<String, Open> open = new HashMap<>();

        void add(Row row) {
            switch (row.text("part")) {
                case BALANCE -> balance = money(row);
                case LATER -> later = true;
                default -> open.merge(row.text("age"), new Open(row.integer("number"), money(row)), Open::plus);
            }
        }

        private Money money(Row row) {
            BigDecimal amount = row.decimal("amount");
            return amount.signum() == 0 ? zero : Money.of(amount, currency);
        }

        PastAccount account(StudentNumber number) {
            Money outstanding = open.values().stream().map(Open::amount).reduce(zero, Money::plus);
            return new PastAccount(PastBalance.of(new AccountBalance(number, balance, outstanding)), open);
        }
    }
}
