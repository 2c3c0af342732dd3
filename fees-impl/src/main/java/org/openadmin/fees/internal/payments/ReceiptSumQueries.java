package org.openadmin.fees.internal.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * How many receipts a query finds, what was received, and how much of it was voided: the stored sums of closed days, by day and cashier, and
 * the rows of the days since. What is not stored so, such as the receipts of a student, is added up from the rows alone.
 */
final class ReceiptSumQueries {

    private static final String RECEIPTS = "receipts";
    private static final String VOIDS = "voids";
    private static final String VOIDED = "JOIN fees_jrl v ON v.reverses_id = j.id AND v.trans_type = :VOID";

    private final EntityManager em;
    private final Currency currency;

    ReceiptSumQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * The sums of the receipts that a query finds.
     *
     * @param received the money of all of them, also of those that were voided
     */
    record Figures(int receipts, Money received, int voided, Money voidedMoney) {}

    /**
     * @param index the index to find the receipts in, if no sums are stored
     * @param receipts the condition that the row {@code j} is one of them; of a receipt for several accounts, that it is a row of it
     */
    Figures of(ReceiptQuery query, JournalIndex index, Sql receipts) {
        CarriedForward carried = CarriedForward.of(em);
        boolean stored = query.number().isEmpty()
                && query.student().isEmpty()
                && carried.daysThrough().isPresent();
        Sql parts = Sql.joined(
                "\nUNION ALL ",
                stored
                        ? List.of(
                                closed(query, carried, RECEIPTS, "d.trans_type IN (:PAYMENT, :ON_ACCOUNT)"),
                                found(JournalIndex.DAY, receipts.and("j.trans_date > :closed", carried.daysThrough())),
                                closed(query, carried, VOIDS, "d.trans_type = :VOID"),
                                voids("fees_jrl_day", receipts.and("v.trans_date > :closed", carried.daysThrough())))
                        : List.of(found(index, receipts), voids("fees_jrl_kind", receipts)));
        if (query.student().isEmpty()) {
            parts = Sql.joined(
                    "\nUNION ALL ", List.of(parts, others(RECEIPTS, "", receipts), others(VOIDS, VOIDED, receipts)));
        }
        int count = 0;
        int voided = 0;
        Money received = Money.zero(currency);
        Money voidedMoney = Money.zero(currency);
        for (Row part : parts.rows(em)) {
            Money sum = part.money("total", currency).negated();
            if (part.text("part").equals(VOIDS)) {
                voided += part.decimal("number").intValueExact();
                voidedMoney = voidedMoney.plus(sum);
            } else {
                count += part.decimal("number").intValueExact();
                received = received.plus(sum);
            }
        }
        return new Figures(count, received, voided, voidedMoney);
    }

    /** The receipts, or the voids of receipts, of closed days. A void of a closed day is one of the receipt's own day and cashier. */
    private static Sql closed(ReceiptQuery query, CarriedForward carried, String part, String kinds) {
        return Sql.of("""
                SELECT :part AS part, SUM(d.journal_rows) AS number, {sign}SUM(d.total) AS total
                FROM fees_closing_day d
                WHERE {receipts}
                """)
                .with("part", part)
                .part("sign", part.equals(VOIDS) ? "-" : "")
                .part(
                        "receipts",
                        carried.days()
                                .and("d.receipt = 1")
                                .and(kinds)
                                .and("d.receipt_date >= :from", query.from().map(LocalDate::toString))
                                .and("d.receipt_date <= :to", query.to().map(LocalDate::toString))
                                .and(
                                        query.from().isPresent() || query.to().isPresent()
                                                ? "d.receipt_date <> ''"
                                                : "TRUE")
                                .and("d.recorded_by = :cashier", query.cashier()));
    }

    private static Sql found(JournalIndex index, Sql receipts) {
        return Sql.of("SELECT :part AS part, COUNT(*) AS number, SUM(j.total) AS total FROM {journal} WHERE {receipts}")
                .with("part", RECEIPTS)
                .part("journal", index.table())
                .part("receipts", receipts);
    }

    /** Of a receipt for several accounts only the first row counts; the money of all is theirs. */
    private static Sql others(String part, String voided, Sql receipts) {
        return Sql.of("""
                SELECT :part AS part, -COUNT(*) AS number, 0 AS total
                FROM fees_jrl j FORCE INDEX (fees_jrl_lead) {voided}
                WHERE j.lead_id IS NOT NULL AND {receipts}
                """).with("part", part).part("voided", voided).part("receipts", receipts);
    }

    private static Sql voids(String index, Sql receipts) {
        return Sql.of("""
                SELECT :part AS part, COUNT(*) AS number, SUM(j.total) AS total
                FROM fees_jrl v FORCE INDEX ({index})
                JOIN fees_jrl j ON j.id = v.reverses_id
                WHERE v.trans_type = :VOID AND {receipts}
                """).with("part", VOIDS).part("index", index).part("receipts", receipts);
    }
}
