package org.openadmin.fees.internal.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.OpenChargesSql;
import org.openadmin.fees.internal.ledger.PastAccountQueries;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * What a closing or reopening carries forward, from the closing before it and the rows since: the balance of each account, the charges
 * that were open, the sums of the days that no closing in force has stored, and {@linkplain CarriedListStore lists}. Rows of the old system
 * without a date are older than all others. Rows are only added.
 */
final class CarriedStore {

    /** In an account of a hundred rows, this many are some megabytes. */
    private static final int ACCOUNTS_PER_QUERY = 500;

    private final EntityManager em;
    private final Currency currency;

    CarriedStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** @param carried what was in force before; nothing of it is after this day */
    void add(int closing, LocalDate through, CarriedForward carried) {
        Optional<Anchor> anchor = carried.upTo(through);
        addAccounts(closing, through, anchor);
        addCharges(closing, through, anchor);
        addSum(closing, through);
        if (carried.daysThrough().filter(last -> !last.isBefore(through)).isEmpty()) {
            addDays(closing, carried.daysThrough(), through);
        }
        new CarriedListStore(em, closing, through, carried).add();
    }

    private void addAccounts(int closing, LocalDate through, Optional<Anchor> anchor) {
        Sql since = Sql.of("""
                SELECT j.studnum, COUNT(*) AS journal_rows, SUM(COALESCE(j.total, 0)) AS balance
                FROM {by_day}
                WHERE {dated} AND j.studnum IS NOT NULL GROUP BY j.studnum
                """)
                .part("by_day", JournalIndex.DAY.table())
                .part("dated", dated(anchor.map(Anchor::through), through));
        Sql before = Sql.of(
                        "SELECT a.studnum, a.journal_rows, a.balance FROM fees_closing_account a WHERE a.closing_id = :anchor")
                .with("anchor", anchor.map(Anchor::closing).orElse(0));
        Sql.of("""
                INSERT INTO fees_closing_account (closing_id, studnum, journal_rows, balance)
                SELECT :closing, x.studnum, SUM(x.journal_rows), SUM(x.balance)
                FROM ({before} UNION ALL {since}) x
                GROUP BY x.studnum
                """)
                .with("closing", closing)
                .part("before", before)
                .part("since", since)
                .update(em);
    }

    /** The condition that the row {@code j} is dated after a day, or at any time before, and up to another. */
    static Sql dated(Optional<LocalDate> after, LocalDate through) {
        return after.map(day -> Sql.of("j.trans_date > :after AND j.trans_date <= :through")
                        .with("after", day))
                .orElseGet(() -> Sql.of("(j.trans_date <= :through OR j.trans_date IS NULL)"))
                .with("through", through);
    }

    private void addCharges(int closing, LocalDate through, Optional<Anchor> anchor) {
        insertCharges(closing, Sql.of("({open})").part("open", OpenChargesSql.of(anchor, through)), Sql.of("TRUE"));
        List<AccountNumber> overdrawn = overdrawn(closing);
        for (int from = 0; from < overdrawn.size(); from += ACCOUNTS_PER_QUERY) {
            addOpenedByRule(
                    closing, through, overdrawn.subList(from, Math.min(overdrawn.size(), from + ACCOUNTS_PER_QUERY)));
        }
    }

    private void insertCharges(int closing, Sql charges, Sql condition) {
        Sql.of("""
                INSERT INTO fees_closing_charge (closing_id, studnum, charge_id, due, total)
                SELECT :closing, j.studnum, j.id, COALESCE(CAST(COALESCE(j.due_date, j.trans_date) AS CHAR), ''),
                  COALESCE(j.total, 0)
                FROM {charges} j
                WHERE {condition}
                """)
                .with("closing", closing)
                .part("charges", charges)
                .part("condition", condition)
                .update(em);
    }

    /** The accounts whose credit would be below zero: they relied on money of a later date. */
    private List<AccountNumber> overdrawn(int closing) {
        return Sql.of("""
                SELECT a.studnum
                FROM fees_closing_account a
                LEFT JOIN (
                  SELECT o.studnum, SUM(o.total) AS outstanding FROM fees_closing_charge o WHERE o.closing_id = :closing
                  GROUP BY o.studnum) c ON c.studnum = a.studnum
                WHERE a.closing_id = :closing AND {is_account} AND COALESCE(c.outstanding, 0) < a.balance
                """)
                .with("closing", closing)
                .part("is_account", PayerQueries.isAccount("a.studnum"))
                .numbers(em)
                .stream()
                .map(AccountNumber::ofJournal)
                .toList();
    }

    /** The charges that payments had settled before the money was there. */
    private void addOpenedByRule(int closing, LocalDate through, List<? extends AccountNumber> accounts) {
        List<Long> open = new ArrayList<>();
        PastDay day = PastDay.endOf(through);
        new PastAccountQueries(em, currency, day)
                .accounts(accounts)
                .values()
                .forEach(account -> open.addAll(account.open()));
        Set<Long> listed = new HashSet<>();
        Sql.of(
                        "SELECT o.charge_id FROM fees_closing_charge o WHERE o.closing_id = :closing AND o.studnum IN (:accounts)")
                .with("closing", closing)
                .with(
                        "accounts",
                        accounts.stream().map(AccountNumber::journalNumber).toList())
                .numbers(em)
                .forEach(id -> listed.add(id.longValue()));
        open.removeAll(listed);
        if (!open.isEmpty()) {
            insertCharges(closing, Sql.of("fees_jrl"), Sql.of("j.id IN (:ids)").with("ids", open));
            Sql.of(
                            "INSERT INTO fees_closing_opened (closing_id, charge_id) SELECT :closing, j.id FROM fees_jrl j WHERE j.id IN (:ids)")
                    .with("closing", closing)
                    .with("ids", open)
                    .update(em);
        }
    }

    private void addSum(int closing, LocalDate through) {
        Sql.of("""
                INSERT INTO fees_closing_sum (closing_id, journal_rows, balance, charges, outstanding, last_recorded)
                SELECT :closing, a.journal_rows, a.balance, c.charges, c.outstanding, COALESCE((
                  SELECT j.recorded_at FROM {by_recorded}
                  WHERE j.recorded_at IS NOT NULL AND (j.trans_date <= :through OR j.trans_date IS NULL)
                  ORDER BY j.recorded_at DESC LIMIT 1), '')
                FROM (
                  SELECT COALESCE(SUM(journal_rows), 0) AS journal_rows, COALESCE(SUM(balance), 0) AS balance
                  FROM fees_closing_account WHERE closing_id = :closing) a
                JOIN (
                  SELECT COUNT(*) AS charges, COALESCE(SUM(total), 0) AS outstanding
                  FROM fees_closing_charge WHERE closing_id = :closing) c
                """)
                .with("closing", closing)
                .with("through", through)
                .part("by_recorded", JournalIndex.RECORDED.table())
                .update(em);
    }

    /** A void is listed by the receipt that it voids, because receipts are found by their own day and cashier. */
    private void addDays(int closing, Optional<LocalDate> after, LocalDate through) {
        Sql.of("""
                INSERT INTO fees_closing_day (closing_id, trans_date, trans_type, receipt, recorded_by, receipt_date, journal_rows, total)
                SELECT :closing, x.trans_date, x.trans_type, x.receipt, x.recorded_by, x.receipt_date, COUNT(*), SUM(x.total)
                FROM (
                  SELECT COALESCE(CAST(j.trans_date AS CHAR), '') AS trans_date, COALESCE(j.trans_type, '') AS trans_type,
                    r.id IS NOT NULL AS receipt, COALESCE(r.recorded_by, '') AS recorded_by,
                    COALESCE(CAST(r.trans_date AS CHAR), '') AS receipt_date,
                    COALESCE(j.total, 0) AS total
                  FROM {by_day}
                  LEFT JOIN fees_jrl v ON j.trans_type = :VOID AND v.id = j.id
                  LEFT JOIN fees_jrl r ON r.id = CASE WHEN j.trans_type = :VOID THEN v.reverses_id
                      WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT) THEN j.id END
                    AND r.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND r.paid_id > 0
                  WHERE {dated}) x
                GROUP BY x.trans_date, x.trans_type, x.receipt, x.recorded_by, x.receipt_date
                """)
                .with("closing", closing)
                .part("by_day", JournalIndex.DAY.table())
                .part("dated", dated(after, through))
                .update(em);
    }
}
