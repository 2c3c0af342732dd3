package org.openadmin.fees.internal.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Month;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.ledger.PastSchoolQueries;
import org.openadmin.fees.internal.ledger.PastSchoolQueries.PastAccount;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * The figures of the whole office, in one statement. Accounts and months start from what the last closing carried forward, and add the
 * rows of later days from fees_jrl_day. Without a closing, accounts are added up over the index fees_jrl_balance. Today is read from
 * fees_jrl_day, ages from fees_jrl_kind.
 */
public final class OverviewQueries {

    private static final int MONTHS = 12;
    private static final String ACCOUNTS = "accounts";
    private static final String TODAY = "today";
    private static final String PAID_OUT = "paid out";

    /** The parts and transferred charges of a day and the rows that split or transferred add up to zero: neither was charged. */
    private static final String CHARGED_AND_RECEIVED = """
            COALESCE(SUM(CASE WHEN j.trans_type IN (:CHARGE, :REVERSAL, :WAIVER, :SPLIT, :TRANSFER) THEN j.total END), 0) AS charged,
            COALESCE(-SUM(CASE WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT, :VOID, :REFUND) THEN j.total END), 0)
              AS received
            """;

    private final Transactions transactions;
    private final Currency currency;

    public OverviewQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.currency = currency;
    }

    /** A line of the answers: two counts and two sums, whose meaning depends on its subject. */
    private record Line(long students, long number, Money first, Money second) {

        Line plus(Line more) {
            return new Line(
                    students + more.students, number + more.number, first.plus(more.first), second.plus(more.second));
        }
    }

    public Figures of(LocalDate today) {
        LocalDate endOfMonth = YearMonth.from(today).atEndOfMonth();
        Map<String, Line> lines = transactions.readAtOneMoment(em -> {
            CarriedForward carried = CarriedForward.of(em);
            return lines(
                    em,
                    accounts(carried.last()),
                    ages(today),
                    months(carried, today, endOfMonth),
                    today(today),
                    paidOut(today));
        });
        return figures(today, lines, Optional.empty());
    }

    /** As of a past day: its own figures by date, those of the accounts by the rule of past days. */
    public Figures asOf(PastDay past) {
        LocalDate day = past.day();
        Map<String, Line> lines = transactions.readAtOneMoment(
                em -> lines(em, months(CarriedForward.of(em), day, day), today(day), paidOut(day)));
        Collection<PastAccount> accounts = new PastSchoolQueries(transactions, currency, past)
                .accounts(AgingSql.grouping(day))
                .values();
        Money zero = Money.zero(currency);
        for (PastAccount account : accounts) {
            AccountBalance balance = account.balance().account();
            lines.merge(
                    ACCOUNTS, new Line(balance.balance().isPositive() ? 1 : 0, 0, balance.balance(), zero), Line::plus);
            account.open()
                    .forEach((age, open) ->
                            lines.merge(age, new Line(1, open.charges(), open.amount(), zero), Line::plus));
        }
        return figures(
                day,
                lines,
                Optional.of(
                        KnownThen.of(accounts.stream().map(PastAccount::balance).toList(), zero)));
    }

    private Map<String, Line> lines(EntityManager em, Sql... parts) {
        Map<String, Line> lines = new HashMap<>();
        Sql.joined("\nUNION ALL ", List.of(parts))
                .rows(em)
                .forEach(row -> lines.merge(row.text("subject"), line(row), Line::plus));
        return lines;
    }

    private Line line(Row row) {
        return new Line(
                row.number("students"),
                row.number("number"),
                row.money("first_sum", currency),
                row.money("second_sum", currency));
    }

    private Figures figures(LocalDate today, Map<String, Line> lines, Optional<KnownThen> known) {
        Money zero = Money.zero(currency);
        Line none = new Line(0, 0, zero, zero);
        List<Band> bands = new ArrayList<>();
        for (Age age : Age.values()) {
            Line line = lines.getOrDefault(age.name(), none);
            bands.add(new Band(age, (int) line.students(), (int) line.number(), line.first()));
        }
        List<Month> months = new ArrayList<>();
        YearMonth last = YearMonth.from(today);
        for (YearMonth month = last.minusMonths(MONTHS - 1); !month.isAfter(last); month = month.plusMonths(1)) {
            String subject = String.valueOf(month.getYear() * 100 + month.getMonthValue());
            Line line = lines.getOrDefault(subject, none);
            months.add(new Month(month, line.first(), line.second()));
        }
        Money outstanding = bands.stream().map(Band::amount).reduce(zero, Money::plus);
        Line accounts = lines.getOrDefault(ACCOUNTS, none);
        Line day = lines.getOrDefault(TODAY, none);
        return new Figures(
                today,
                outstanding,
                outstanding.minus(accounts.first()),
                (int) accounts.students(),
                (int) day.number(),
                day.first(),
                lines.getOrDefault(PAID_OUT, none).first(),
                day.second(),
                months.get(MONTHS - 1).received(),
                bands,
                months,
                known);
    }

    /**
     * The students who owe, and the sum of all balances. Rows without a student are left out of the sums, not of the million rows:
     * a condition on each row costs a tenth of the time.
     */
    private static Sql accounts(Optional<Anchor> anchor) {
        return Sql.of("""
                SELECT :subject AS subject, COALESCE(SUM({is_account} AND a.balance > 0), 0) AS students, 0 AS number,
                  COALESCE(SUM(CASE WHEN {is_account} THEN a.balance END), 0) AS first_sum, 0 AS second_sum
                FROM (SELECT b.studnum, SUM(b.balance) AS balance FROM ({balances}) b GROUP BY b.studnum) a
                """)
                .with("subject", ACCOUNTS)
                .part("is_account", PayerQueries.isAccount("a.studnum"))
                .part("balances", CarriedForward.balances(anchor));
    }

    /**
     * The outstanding charges by age, in one pass: first of each student. Rows without a student are excluded, because they belong to
     * no account.
     */
    private static Sql ages(LocalDate today) {
        return Sql.of("""
                SELECT a.age AS subject, COUNT(*) AS students, SUM(a.charges) AS number,
                  COALESCE(SUM(a.amount), 0) AS first_sum, 0 AS second_sum
                FROM (
                  SELECT {age} AS age, COUNT(*) AS charges, SUM(j.total) AS amount
                  FROM {journal}
                  WHERE j.trans_type = :CHARGE AND {unsettled} AND {is_account}
                  GROUP BY j.studnum, age) a
                GROUP BY a.age
                """)
                .part("journal", JournalIndex.KIND.table())
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("age", AgingSql.name(today));
    }

    /**
     * Charged and received in each month, up to and including the last day: in closed days, and since. A date that does not exist, such
     * as the 0th, is in no month.
     */
    private static Sql months(CarriedForward carried, LocalDate today, LocalDate through) {
        LocalDate first = YearMonth.from(today).minusMonths(MONTHS - 1).atDay(1);
        Sql closed = Sql.of("""
                SELECT j.trans_date, {sums}
                FROM (SELECT d.trans_date, d.trans_type, d.total FROM fees_closing_day d WHERE {days}) j
                GROUP BY j.trans_date
                """)
                .part("sums", CHARGED_AND_RECEIVED)
                .part("days", carried.days(Optional.of(first), Optional.of(through)));
        Sql since = Sql.of("""
                SELECT CAST(j.trans_date AS CHAR) AS trans_date, {sums}
                FROM {by_day} WHERE {since} GROUP BY j.trans_date
                """)
                .part("sums", CHARGED_AND_RECEIVED)
                .part("by_day", JournalIndex.DAY.table())
                .part(
                        "since",
                        Sql.of("j.trans_date BETWEEN :first AND :last")
                                .with("first", first)
                                .with("last", through)
                                .and("j.trans_date > :closed", carried.daysThrough()));
        return Sql.of("""
                SELECT REPLACE(LEFT(d.trans_date, 7), '-', '') AS subject, 0 AS students, 0 AS number,
                  SUM(d.charged) AS first_sum, SUM(d.received) AS second_sum
                FROM ({days}) d
                WHERE RIGHT(d.trans_date, 2) <> '00'
                GROUP BY LEFT(d.trans_date, 7)
                """).part("days", Sql.joined("\nUNION ALL ", List.of(closed, since)));
    }

    /** Today's receipts that were not voided today, their money, and what was charged. */
    private static Sql today(LocalDate today) {
        return Sql.of("""
                SELECT :subject AS subject, 0 AS students,
                  COALESCE(SUM(j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND j.lead_id IS NULL AND v.id IS NULL), 0) AS number,
                  COALESCE(-SUM(CASE WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND v.id IS NULL THEN j.total END), 0)
                    AS first_sum,
                  COALESCE(SUM(CASE WHEN j.trans_type IN (:CHARGE, :REVERSAL, :WAIVER, :SPLIT, :TRANSFER) THEN j.total END), 0) AS second_sum
                FROM fees_jrl j
                LEFT JOIN fees_jrl v ON v.reverses_id = j.id AND v.trans_type = :VOID AND v.trans_date = j.trans_date
                WHERE j.trans_date = :today
                """).with("subject", TODAY).with("today", today);
    }

    /** Today's refunds, and today's voids of receipts of other days. */
    private static Sql paidOut(LocalDate today) {
        return Sql.of("""
                SELECT :subject AS subject, 0 AS students, 0 AS number,
                  COALESCE(SUM(CASE WHEN j.trans_type = :REFUND OR p.id IS NULL THEN j.total END), 0) AS first_sum,
                  0 AS second_sum
                FROM fees_jrl j
                LEFT JOIN fees_jrl p ON p.id = j.reverses_id AND p.trans_type IN (:PAYMENT, :ON_ACCOUNT)
                  AND p.trans_date = j.trans_date
                WHERE j.trans_date = :today AND j.trans_type IN (:VOID, :REFUND)
                """).with("subject", PAID_OUT).with("today", today);
    }
}
