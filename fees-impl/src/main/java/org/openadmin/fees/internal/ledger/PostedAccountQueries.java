package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.internal.ledger.AccountOnDay.Entry;
import org.openadmin.fees.internal.ledger.AccountOnDay.Mark;
import org.openadmin.fees.internal.ledger.AccountOnDay.Settlement;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** What a posting up to a day changes in some accounts, by the rule of {@link PostedAccount}. */
public final class PostedAccountQueries {

    /** The account of old rows without a student. */
    public static final int NOBODY = 0;

    private static final String NEW = "new";
    private static final String LATER = "later";

    private final EntityManager em;
    private final Currency currency;
    private final LocalDate until;
    private final Money zero;

    public PostedAccountQueries(EntityManager em, Currency currency, LocalDate until) {
        this.em = em;
        this.currency = currency;
        this.until = until;
        zero = Money.zero(currency);
    }

    /**
     * A day on which an account changes.
     *
     * @param student the number of the account, or {@link #NOBODY}
     * @param outstanding how much more is outstanding than before
     * @param balance the sum of the rows of this day that are posted
     */
    public record Change(int student, LocalDate day, Money outstanding, Money balance) {}

    /** The condition that the row {@code j} has a date that exists. */
    public static String dated(String row) {
        return "({row}.trans_date >= '1000-01-01' AND MONTH({row}.trans_date) > 0 AND DAYOFMONTH({row}.trans_date) > 0)"
                .replace("{row}", row);
    }

    /** The changes by account and day. */
    public List<Change> changes(Collection<Integer> students) {
        Map<Integer, Map<LocalDate, Money>> before = before(students);
        List<Change> changes = new ArrayList<>();
        accounts(students).forEach((student, account) -> {
            if (!account.posting.isEmpty()) {
                PostedAccount.changes(
                                account.entries(currency),
                                account.posting,
                                before.getOrDefault(student, Map.of()),
                                zero)
                        .forEach(change ->
                                changes.add(new Change(student, change.day(), change.outstanding(), change.balance())));
            }
        });
        return changes;
    }

    private Map<Integer, Map<LocalDate, Money>> before(Collection<Integer> students) {
        Map<Integer, Map<LocalDate, Money>> before = new HashMap<>();
        Sql.of("""
                SELECT a.studnum, {day} AS day, SUM(a.outstanding) AS outstanding
                FROM fees_posting_account a WHERE a.studnum IN (:students) GROUP BY a.studnum, a.entry_date
                """)
                .part("day", SqlDates.of("a.entry_date"))
                .with("students", students)
                .rows(em)
                .forEach(row -> before.computeIfAbsent(row.integer("studnum"), none -> new HashMap<>())
                        .put(row.day("day").orElseThrow(), row.money("outstanding", currency)));
        return before;
    }

    /** All rows of these accounts, and of each charge all its settlements, in one statement and so of one moment. */
    private Map<Integer, Account> accounts(Collection<Integer> students) {
        Sql which = Sql.of("(j.studnum IN (:students) OR {nobody} AND j.studnum IS NULL)")
                .with("students", students)
                .part("nobody", students.contains(NOBODY) ? "TRUE" : "FALSE");
        Map<Integer, Account> accounts = new TreeMap<>();
        Sql.of("""
                SELECT COALESCE(j.studnum, 0) AS student, j.id, j.trans_type = :CHARGE AS charge, {day} AS day, {state} AS state, j.total,
                  CASE WHEN j.trans_type = :CHARGE AND j.paid_id <> 0 THEN j.paid_id END AS settled_by,
                  {settling}, FALSE AS ended, NULL AS end_day, NULL AS end_state
                FROM fees_jrl j
                LEFT JOIN fees_posting_row jp ON jp.jrl_id = j.id
                LEFT JOIN fees_jrl s ON j.trans_type = :CHARGE AND s.id = j.paid_id AND NOT s.trans_type <=> :CHARGE
                LEFT JOIN fees_posting_row sp ON sp.jrl_id = s.id
                WHERE {which}
                UNION ALL
                SELECT COALESCE(j.studnum, 0), j.id, TRUE, {day}, {state}, j.total, past.settled_by,
                  {settling}, TRUE, {end_day}, {end_state}
                FROM fees_jrl j
                STRAIGHT_JOIN fees_past_settlement past ON past.charge_id = j.id
                LEFT JOIN fees_posting_row jp ON jp.jrl_id = j.id
                JOIN fees_jrl e ON e.id = past.ended_by
                LEFT JOIN fees_posting_row ep ON ep.jrl_id = e.id
                LEFT JOIN fees_jrl s ON s.id = past.settled_by AND NOT s.trans_type <=> :CHARGE
                LEFT JOIN fees_posting_row sp ON sp.jrl_id = s.id
                WHERE {which} AND j.trans_type = :CHARGE
                """)
                .part(
                        "settling",
                        Sql.of("""
                s.trans_type IN (:PAYMENT, :ON_ACCOUNT) AS payment, {settled_day} AS settled_day, {settled_state} AS settled_state
                """)
                                .part("settled_day", SqlDates.of("s.trans_date"))
                                .part("settled_state", state("s", "sp")))
                .part("day", SqlDates.of("j.trans_date"))
                .part("state", state("j", "jp"))
                .part("end_day", SqlDates.of("e.trans_date"))
                .part("end_state", state("e", "ep"))
                .part("which", which)
                .rows(em)
                .forEach(row -> accounts.computeIfAbsent(row.integer("student"), none -> new Account())
                        .add(row));
        return accounts;
    }

    /** Whether a row is in an earlier posting, in this one, or not yet; empty if it cannot be in any. */
    private Sql state(String row, String posting) {
        return Sql.of("""
                CASE WHEN {posting}.jrl_id IS NOT NULL THEN 'posted'
                  WHEN {row}.id IS NULL OR NOT COALESCE({dated}, FALSE) THEN ''
                  WHEN {row}.trans_date <= :until THEN 'new' ELSE 'later' END
                """)
                .part("posting", posting)
                .part("row", row)
                .part("dated", dated(row))
                .with("until", until);
    }

    /** An account that is being read. */
    private final class Account {

        private final Map<Long, Building> rows = new TreeMap<>();
        private final SortedMap<LocalDate, Money> posting = new TreeMap<>();

        void add(Row row) {
            Building known = rows.get(row.number("id"));
            if (known == null) {
                known = new Building(row);
                rows.put(row.number("id"), known);
                if (row.text("state").equals(NEW)) {
                    posting.merge(row.day("day").orElseThrow(), row.money("total", currency), Money::plus);
                }
            }
            known.settled(row);
        }

        List<Entry> entries(Currency money) {
            return rows.values().stream().map(row -> row.entry(money)).toList();
        }
    }

    /** A row of the journal, whose settlements follow. */
    private static final class Building {

        private final Row row;
        private final List<Settlement> settlements = new ArrayList<>();

        Building(Row row) {
            this.row = row;
        }

        void settled(Row settlement) {
            if (settlement.isNull("settled_by")) {
                return;
            }
            settlements.add(new Settlement(
                    settlement.number("settled_by"),
                    !settlement.isNull("payment") && settlement.flag("payment"),
                    cause(settlement, "settled_day", "settled_state"),
                    settlement.flag("ended")
                            ? Optional.of(cause(settlement, "end_day", "end_state"))
                            : Optional.empty()));
        }

        /** A row that settles a charge and can never be posted counts on every day, as for the figures of past days. */
        private static Mark cause(Row row, String day, String state) {
            return switch (row.text(state)) {
                case LATER -> new Mark("", PostedAccount.UNPOSTED);
                case "" -> Mark.UNKNOWN;
                default -> new Mark(row.text(day), "");
            };
        }

        Entry entry(Currency currency) {
            boolean posted = !row.text("state").isEmpty() && !row.text("state").equals(LATER);
            return new Entry(
                    row.number("id"),
                    !row.isNull("charge") && row.flag("charge"),
                    posted ? new Mark(row.text("day"), "") : new Mark("", PostedAccount.UNPOSTED),
                    row.money("total", currency),
                    settlements);
        }
    }
}
