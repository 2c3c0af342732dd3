package org.openadmin.fees.internal.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.overview.FeesOverview.Month;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Halves;
import org.openadmin.fees.internal.persistence.Halves.Half;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * The whole office's figures, in queries side by side: the accounts of half of the students each, and the months. An account is in
 * one half, so its balance and its outstanding charges are of one moment. Accounts are summed over the index fees_jrl_balance,
 * months and today over fees_jrl_day, ages over fees_jrl_kind.
 */
public final class OverviewQueries {

    private static final int MONTHS = 12;
    private static final String ACCOUNTS = "accounts";
    private static final String TODAY = "today";
    private static final String CHARGED =
            "COALESCE(SUM(CASE WHEN j.trans_type IN ('chg', 'rev', 'waive') THEN j.total END), 0)";
    private static final String RECEIVED =
            "COALESCE(-SUM(CASE WHEN j.trans_type IN ('pay', 'roa', 'void', 'refund') THEN j.total END), 0)";

    private final Transactions transactions;
    private final Currency currency;

    public OverviewQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.currency = currency;
    }

    /** Each line of the answers: what it is about, two counts, two sums. */
    public Figures of(LocalDate today) {
        List<Function<EntityManager, List<Object[]>>> parts = new ArrayList<>();
        for (Half half : new Halves(transactions).by("j.studnum", sql -> sql.add("WHERE TRUE"))) {
            Sql sql = new Sql();
            accounts(sql, half);
            ages(sql, half, today);
            parts.add(sql::rows);
        }
        Sql sql = new Sql();
        months(sql, today);
        today(sql.add("UNION ALL"), today);
        parts.add(sql::rows);
        Map<String, Object[]> lines = new HashMap<>();
        transactions.readSideBySide(parts).stream()
                .flatMap(List::stream)
                .forEach(line -> lines.merge(String.valueOf(line[0]), line, OverviewQueries::sum));

        List<Band> bands = bands(lines);
        List<Month> months = months(lines, YearMonth.from(today));
        Money outstanding = bands.stream().map(Band::amount).reduce(Money.zero(currency), Money::plus);
        return new Figures(
                today,
                outstanding,
                outstanding.minus(sum(lines, ACCOUNTS, 0)),
                count(lines, ACCOUNTS, 0),
                count(lines, TODAY, 0),
                sum(lines, TODAY, 0),
                sum(lines, TODAY, 1),
                months.get(MONTHS - 1).received(),
                bands,
                months);
    }

    private static Object[] sum(Object[] a, Object[] b) {
        Object[] sum = {a[0], null, null, null, null};
        for (int i = 1; i < sum.length; i++) {
            sum[i] = new BigDecimal(a[i].toString()).add(new BigDecimal(b[i].toString()));
        }
        return sum;
    }

    /** Rows that belong to nobody are left out of the sums, not of the million rows: asking each row costs a tenth of the time. */
    private static void accounts(Sql sql, Half half) {
        sql.add("SELECT '" + ACCOUNTS + "', COALESCE(SUM(a.studnum > 0 AND a.balance > 0), 0), 0,")
                .add("COALESCE(SUM(CASE WHEN a.studnum > 0 THEN a.balance END), 0), 0 FROM (")
                .add("SELECT j.studnum, SUM(j.total) AS balance FROM " + JournalIndex.BALANCE.table() + " WHERE TRUE");
        half.of(sql).add("GROUP BY j.studnum) a");
    }

    /** The charges of each age: those of accounts, as rows that belong to nobody are in none. */
    private static void ages(Sql sql, Half half, LocalDate today) {
        for (Age age : Age.values()) {
            sql.add("UNION ALL SELECT '" + age + "', COUNT(DISTINCT j.studnum), COUNT(*), COALESCE(SUM(j.total), 0), 0")
                    .add("FROM fees_jrl j WHERE j.trans_type = 'chg' AND j.paid_id IS NULL AND j.studnum > 0 AND");
            half.of(AgingSql.add(sql, age, today));
        }
    }

    private static void months(Sql sql, LocalDate today) {
        YearMonth last = YearMonth.from(today);
        sql.add("SELECT CONCAT(d.month), 0, 0, SUM(d.charged), SUM(d.received) FROM (")
                .add("SELECT EXTRACT(YEAR_MONTH FROM j.trans_date) AS month, " + CHARGED + " AS charged,")
                .add(RECEIVED + " AS received FROM fees_jrl j")
                .add(
                        "WHERE j.trans_date BETWEEN ? AND ? GROUP BY j.trans_date) d GROUP BY d.month",
                        last.minusMonths(MONTHS - 1).atDay(1).toString(),
                        last.atEndOfMonth().toString());
    }

    private static void today(Sql sql, LocalDate today) {
        sql.add("SELECT '" + TODAY + "', COALESCE(SUM(j.trans_type IN ('pay', 'roa')), 0), 0,")
                .add("COALESCE(-SUM(CASE WHEN j.trans_type IN ('pay', 'roa') AND v.id IS NULL THEN j.total END), 0),")
                .add("COALESCE(SUM(CASE WHEN j.trans_type = 'chg' THEN j.total END), 0)")
                .add("FROM fees_jrl j LEFT JOIN fees_jrl v ON v.reverses_id = j.id AND v.trans_type = 'void'")
                .add("WHERE j.trans_date = ?", today.toString());
    }

    private List<Band> bands(Map<String, Object[]> lines) {
        List<Band> bands = new ArrayList<>();
        for (Age age : Age.values()) {
            String key = age.name();
            bands.add(new Band(age, count(lines, key, 0), count(lines, key, 1), sum(lines, key, 0)));
        }
        return bands;
    }

    private List<Month> months(Map<String, Object[]> lines, YearMonth last) {
        List<Month> months = new ArrayList<>();
        for (YearMonth month = last.minusMonths(MONTHS - 1); !month.isAfter(last); month = month.plusMonths(1)) {
            String key = String.valueOf(month.getYear() * 100 + month.getMonthValue());
            months.add(new Month(month, sum(lines, key, 0), sum(lines, key, 1)));
        }
        return months;
    }

    private static int count(Map<String, Object[]> lines, String key, int which) {
        Object[] line = lines.get(key);
        return line == null ? 0 : ((Number) line[1 + which]).intValue();
    }

    private Money sum(Map<String, Object[]> lines, String key, int which) {
        Object[] line = lines.get(key);
        return line == null ? Money.zero(currency) : Money.of(new BigDecimal(line[3 + which].toString()), currency);
    }
}
