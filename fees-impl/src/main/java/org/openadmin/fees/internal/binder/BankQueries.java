package org.openadmin.fees.internal.binder;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.binder.BinderDeposit;
import org.openadmin.fees.api.binder.CashUp;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.DepositSummary.Verification;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.ReaderWork;

/** The way of the money to the bank, as of the end of the period. */
final class BankQueries {

    private final EntityManager em;
    private final Currency currency;
    private final PeriodSql span;

    BankQueries(EntityManager em, Currency currency, PeriodSql span) {
        this.em = em;
        this.currency = currency;
        this.span = span;
    }

    void deposits(Consumer<BinderDeposit> use) {
        long after = 0;
        List<Row> rows;
        do {
            ReaderWork.check();
            rows = deposits(after);
            for (Row row : rows) {
                use.accept(deposit(row));
                after = row.number("id");
            }
        } while (rows.size() == DatedRowQueries.AT_A_TIME);
    }

    private List<Row> deposits(long after) {
        return Sql.of("""
                SELECT d.id, {day} AS day, {until} AS until, d.takes_back, d.cash_rows, d.difference, d.cheques,
                  d.cheque_count, d.to_verify, d.reason, d.recorded_by, d.recorded_at, c.recorded_by AS verified_by,
                  c.recorded_at AS verified_at, {oldest} AS oldest
                FROM fees_deposit d
                LEFT JOIN fees_deposit_check c ON c.deposit_id = d.id AND c.recorded_at < :end
                WHERE {dated} AND d.id > :after ORDER BY d.id LIMIT :limit
                """)
                .part("day", SqlDates.of("d.deposit_date"))
                .part("until", SqlDates.of("d.until_date"))
                .part("oldest", Sql.of("""
                        (SELECT CAST(MIN(j.trans_date) AS CHAR) FROM fees_deposit_row r JOIN fees_jrl j ON j.id = r.jrl_id
                          WHERE r.deposit_id = d.id AND d.takes_back IS NULL AND j.trans_type IN (:PAYMENT, :ON_ACCOUNT))
                        """))
                .part("dated", span.dated("d.deposit_date"))
                .with("end", span.last().end())
                .with("after", after)
                .with("limit", DatedRowQueries.AT_A_TIME)
                .rows(em);
    }

    private BinderDeposit deposit(Row row) {
        return new BinderDeposit(
                new DepositSummary(
                        new DepositNumber(row.number("id")),
                        row.day("day").orElseThrow(),
                        row.day("until").orElseThrow(),
                        row.money("cash_rows", currency),
                        row.money("difference", currency),
                        row.money("cheques", currency),
                        row.integer("cheque_count"),
                        row.isNull("takes_back")
                                ? Optional.empty()
                                : Optional.of(new DepositNumber(row.number("takes_back"))),
                        row.text("reason"),
                        row.text("recorded_by"),
                        UtcTimestamp.instant(row.text("recorded_at")),
                        row.flag("to_verify"),
                        row.isNull("verified_by")
                                ? Optional.empty()
                                : Optional.of(new Verification(
                                        row.text("verified_by"), UtcTimestamp.instant(row.text("verified_at"))))),
                row.day("oldest"));
    }

    /**
     * The money that waited at the end of the period, by the same rule as the page Till, with the rows and deposits of then: what is in no
     * deposit and was not voided, cash that was paid back, and voids of receipts that are in a deposit.
     */
    void undeposited(Consumer<MoneyRow> use) {
        Sql waiting = Sql.of("""
                j.trans_type IN (:PAYMENT, :ON_ACCOUNT, :VOID, :REFUND) AND j.method IN ('cash', 'cheque') AND j.total <> 0
                AND j.trans_date <= :to AND j.recorded_at < :end AND j.id > {begin} AND NOT {in}
                AND (j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND NOT EXISTS (
                    SELECT 1 FROM fees_jrl v WHERE v.reverses_id = j.id AND v.trans_type = :VOID
                      AND v.trans_date <= :to AND v.recorded_at < :end AND NOT {void_in})
                  OR j.trans_type = :REFUND AND j.method = 'cash'
                  OR j.trans_type = :VOID AND EXISTS (
                    SELECT 1 FROM fees_jrl r WHERE r.id = j.reverses_id AND r.trans_type IN (:PAYMENT, :ON_ACCOUNT)
                      AND ({receipt_in} OR j.method = 'cash' AND r.id <= {begin})))
                """)
                .with("to", span.period().to())
                .with("end", span.last().end())
                .part("begin", Sql.of("COALESCE((SELECT value FROM fees_counter WHERE name = 'deposit_jrl'), 0)"))
                .part("in", deposited("j"))
                .part("void_in", deposited("v"))
                .part("receipt_in", deposited("r"));
        new DatedRowQueries(em, JournalIndex.DAY, waiting).forEach(ids -> {
            List<JournalEntry> rows = JournalRowView.entries(em, currency, ids);
            Map<Long, JournalEntry> receipts = receipts(rows);
            rows.forEach(row -> use.accept(money(row, receipts)));
        });
    }

    private Sql deposited(String row) {
        return Sql.of("""
                (MOD((SELECT COUNT(*) FROM fees_deposit_row d JOIN fees_deposit h ON h.id = d.deposit_id
                  WHERE d.jrl_id = {row}.id AND h.deposit_date <= :to), 2) = 1)
                """).part("row", row).with("to", span.period().to());
    }

    private Map<Long, JournalEntry> receipts(List<JournalEntry> rows) {
        List<Integer> ids = rows.stream()
                .flatMapToLong(row -> row.reverses().stream())
                .mapToObj(Math::toIntExact)
                .toList();
        Map<Long, JournalEntry> receipts = new HashMap<>();
        JournalRowView.entries(em, currency, ids).forEach(row -> receipts.put(row.id(), row));
        return receipts;
    }

    private static MoneyRow money(JournalEntry row, Map<Long, JournalEntry> receipts) {
        Optional<JournalEntry> voided = row.reverses().stream()
                .mapToObj(receipts::get)
                .filter(Objects::nonNull)
                .findFirst();
        return new MoneyRow(
                row.id(),
                row.kind(),
                row.student(),
                row.date().orElseThrow(),
                row.total().negated(),
                row.method().orElseThrow(),
                row.reference(),
                row.recordedBy(),
                row.receipt().or(() -> voided.flatMap(JournalEntry::receipt)));
    }

    void cashUps(Consumer<CashUp> use) {
        Optional<Row> last = Optional.empty();
        List<Row> rows;
        do {
            ReaderWork.check();
            rows = cashUps(last);
            for (Row row : rows) {
                use.accept(cashUp(row));
                last = Optional.of(row);
            }
        } while (rows.size() == DatedRowQueries.AT_A_TIME);
    }

    private List<Row> cashUps(Optional<Row> after) {
        return Sql.of("""
                SELECT c.id, c.cashier, {day} AS day, c.opening, c.moved, c.deposited, c.counted, c.pieces, c.reason,
                  c.recorded_by, c.recorded_at,
                  CASE WHEN EXISTS (SELECT 1 FROM fees_cash_count x WHERE x.drawer_date = c.drawer_date
                    AND x.cashier = c.cashier AND x.id > c.id AND x.recorded_at < :end) THEN 0 ELSE 1 END AS valid
                FROM fees_cash_count c
                WHERE {dated} AND c.recorded_at < :end AND {after}
                ORDER BY c.drawer_date, c.cashier, c.id LIMIT :limit
                """)
                .part("day", SqlDates.of("c.drawer_date"))
                .part("dated", span.dated("c.drawer_date"))
                .part(
                        "after",
                        after.map(row -> Sql.of("(c.drawer_date, c.cashier, c.id) > (:day, :cashier, :id)")
                                        .with("day", row.text("day"))
                                        .with("cashier", row.text("cashier"))
                                        .with("id", row.number("id")))
                                .orElse(Sql.of("TRUE")))
                .with("end", span.last().end())
                .with("limit", DatedRowQueries.AT_A_TIME)
                .rows(em);
    }

    private CashUp cashUp(Row row) {
        Money counted = row.money("counted", currency);
        String pieces = row.text("pieces");
        return new CashUp(
                new DrawerCount(
                        row.number("id"),
                        row.text("cashier"),
                        row.day("day").orElseThrow(),
                        row.money("opening", currency),
                        row.money("moved", currency),
                        row.money("deposited", currency),
                        pieces.isEmpty() ? CountedCash.of(counted) : CountedCash.parse(pieces, currency),
                        row.text("reason"),
                        row.text("recorded_by"),
                        UtcTimestamp.instant(row.text("recorded_at"))),
                row.flag("valid"));
    }
}
