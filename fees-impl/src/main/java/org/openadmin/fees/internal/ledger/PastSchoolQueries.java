package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * All accounts at the end of a past day, in one statement: what the last closing before it carried forward, and the rows of the days since.
 * Without a closing, balances are added up over the index fees_jrl_student. The open charges: {@link OpenChargesSql}. The rows that were
 * recorded later are found in fees_jrl_recorded, up to the last row that the closing of the day has seen.
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
     * @param sql the group, of the charge {@code j} as {@link OpenChargesSql} selects it
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

    /** The accounts of all students with rows up to the day, in number order, all of the same moment. */
    public SortedMap<AccountNumber, PastAccount> accounts(Grouping grouping) {
        return transactions.readAtOneMoment(em -> accounts(em, grouping));
    }

    private SortedMap<AccountNumber, PastAccount> accounts(EntityManager em, Grouping grouping) {
        SortedMap<AccountNumber, Building> building = new TreeMap<>();
        sums(em, CarriedForward.of(em), grouping).rows(em).forEach(row -> building.computeIfAbsent(
                        AccountNumber.ofJournal(row.integer("studnum")), none -> new Building())
                .add(row));
        SortedMap<AccountNumber, PastAccount> accounts = new TreeMap<>();
        List<AccountNumber> exceptional = new ArrayList<>();
        building.forEach((number, each) -> {
            accounts.put(number, each.account(number));
            if (each.later || accounts.get(number).balance().account().credit().isNegative()) {
                exceptional.add(number);
            }
        });
        for (int from = 0; from < exceptional.size(); from += STUDENTS_PER_QUERY) {
            List<AccountNumber> some =
                    exceptional.subList(from, Math.min(exceptional.size(), from + STUDENTS_PER_QUERY));
            accounts.putAll(byRow(em, some, accounts, grouping));
        }
        return accounts;
    }

    /** @param summed the same accounts from the sums; what is open in them is right unless the rule opens more */
    private Map<AccountNumber, PastAccount> byRow(
            EntityManager em,
            List<? extends AccountNumber> some,
            Map<AccountNumber, PastAccount> summed,
            Grouping grouping) {
        Map<AccountNumber, PastAccount> accounts = new HashMap<>();
        Map<AccountNumber, PastAccountQueries.Account> read = new PastAccountQueries(em, currency, day).accounts(some);
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

    private Sql sums(EntityManager em, CarriedForward carried, Grouping grouping) {
        Optional<Anchor> anchor = carried.upTo(day.day());
        Optional<Anchor> charges = anchor.filter(
                from -> from.lists() || from.through().equals(day.day()) || hasMoreRowsAfter(em, from.charges()));
        return Sql.of("""
                SELECT :balance AS part, b.studnum, NULL AS age, 0 AS number, COALESCE(b.balance, 0) AS amount
                FROM ({balances}) b WHERE {is_account_b}
                UNION ALL
                SELECT :later, j.studnum, NULL, COUNT(*), 0
                FROM {by_recorded}
                WHERE {later_rows} AND (j.trans_date <= :day OR j.trans_date IS NULL) AND {is_account_j}
                GROUP BY j.studnum
                UNION ALL
                SELECT :open, j.studnum, {age} AS age, COUNT(*), COALESCE(SUM(j.total), 0)
                FROM ({open_charges}) j GROUP BY j.studnum, age
                """)
                .with("balance", BALANCE)
                .with("later", LATER)
                .with("open", OPEN)
                .with("day", day.day())
                .part("balances", CarriedForward.balances(anchor, day.day()))
                .part("is_account_b", PayerQueries.isAccount("b.studnum"))
                .part("is_account_j", PayerQueries.isAccount("j.studnum"))
                .part("later_rows", recordedLater(carried, day))
                .part("open_charges", OpenChargesSql.of(charges, day.day()))
                .part("age", grouping.sql())
                .part("by_recorded", JournalIndex.RECORDED.table());
    }

    /** Where each charge is looked up: of a day shortly before today, what is open now and what was settled since is less than what was open before the day. */
    private boolean hasMoreRowsAfter(EntityManager em, int charges) {
        return charges
                <= Sql.of("SELECT COUNT(*) FROM (SELECT 1 FROM {by_day} WHERE j.trans_date > :day LIMIT :most) some")
                        .part("by_day", JournalIndex.DAY.table())
                        .with("day", day.day())
                        .with("most", charges)
                        .count(em);
    }

    /**
     * The students for whom something was recorded after the day for that day or an earlier one, in number order.
     *
     * @param among a condition on these rows {@code j}
     */
    public static List<StudentNumber> recordedLater(EntityManager em, PastDay day, Sql among) {
        return Sql.of("""
                SELECT DISTINCT j.studnum FROM {by_recorded}
                WHERE {later_rows} AND (j.trans_date <= :day OR j.trans_date IS NULL) AND j.studnum > 0 AND {among}
                ORDER BY j.studnum
                """)
                .part("by_recorded", JournalIndex.RECORDED.table())
                .part("later_rows", recordedLater(CarriedForward.of(em), day))
                .part("among", among)
                .with("day", day.day())
                .rows(em)
                .stream()
                .map(row -> new StudentNumber(row.integer("studnum")))
                .toList();
    }

    private static Sql recordedLater(CarriedForward carried, PastDay day) {
        return Sql.of("j.recorded_at >= :end")
                .with("end", day.end())
                .and("j.recorded_at <= :last", carried.closing(day.day()).map(Anchor::lastRecorded));
    }

    /** The sums of a student. */
    private final class Building {

        private Money balance = zero;
        private boolean later;
        private final Map<String, Open> open = new HashMap<>();

        void add(Row row) {
            switch (row.text("part")) {
                case BALANCE -> balance = balance.plus(money(row));
                case LATER -> later = true;
                default -> open.merge(row.text("age"), new Open(row.integer("number"), money(row)), Open::plus);
            }
        }

        private Money money(Row row) {
            BigDecimal amount = row.decimal("amount");
            return amount.signum() == 0 ? zero : Money.of(amount, currency);
        }

        PastAccount account(AccountNumber number) {
            Money outstanding = open.values().stream().map(Open::amount).reduce(zero, Money::plus);
            return new PastAccount(PastBalance.of(new AccountBalance(number, balance, outstanding)), open);
        }
    }
}
