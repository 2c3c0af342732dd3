package org.openadmin.fees.internal.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmount.Kind;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** Finds the same amount of money, taken from or paid out to a student a moment ago. The account should be locked. */
public final class RepeatedAmountQueries {

    private static final Sql REFUND = Sql.of("j.trans_type = :REFUND");

    private final EntityManager em;
    private final Instant now;

    public RepeatedAmountQueries(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** The newest valid receipt for this amount; none for zero, which is no money. */
    public Optional<RepeatedAmount> receipt(AccountNumber student, Money received) {
        return received.isZero()
                ? Optional.empty()
                : newest(ReceiptQueries.RECEIPT, student, received.negated())
                        .flatMap(row -> repeated(Kind.RECEIPT, row.number("paid_id"), received, row));
    }

    /** The newest valid receipt for this amount, alone or with others, that one of these accounts has a part in; none for zero. */
    public Optional<RepeatedAmount> receipt(Collection<? extends AccountNumber> accounts, Money received) {
        return received.isZero()
                ? Optional.empty()
                : Sql.of("""
                        SELECT f.paid_id, f.recorded_at FROM {journal} JOIN fees_jrl f ON f.id = COALESCE(j.lead_id, j.id)
                        WHERE {receipt} AND j.studnum IN (:accounts) AND j.recorded_at BETWEEN :from AND :to
                          AND f.total + COALESCE((SELECT SUM(o.total) FROM fees_jrl o WHERE o.lead_id = f.id), 0) = :total
                          AND NOT EXISTS (SELECT v.id FROM fees_jrl v WHERE v.reverses_id = j.id AND v.trans_type = :VOID)
                        ORDER BY j.recorded_at DESC, j.id DESC LIMIT 1
                        """)
                        .part("journal", JournalIndex.STUDENT.table())
                        .part("receipt", ReceiptQueries.RECEIPT)
                        .with(
                                "accounts",
                                accounts.stream()
                                        .map(AccountNumber::journalNumber)
                                        .toList())
                        .with("total", received.negated().amount())
                        .with("from", UtcTimestamp.text(now.minus(RepeatedAmount.WITHIN)))
                        .with("to", UtcTimestamp.text(now.plus(RepeatedAmount.WITHIN)))
                        .rows(em)
                        .stream()
                        .findFirst()
                        .flatMap(row -> repeated(Kind.RECEIPT, row.number("paid_id"), received, row));
    }

    /** The newest valid receipt of one of these accounts for its amount, above zero. */
    public Optional<RepeatedAmount> receipt(Map<? extends AccountNumber, Money> received) {
        return Sql.of("""
                SELECT j.paid_id, j.total, j.recorded_at FROM {journal}
                WHERE {receipt} AND j.studnum IN (:accounts) AND (j.studnum, j.total) IN ({amounts})
                  AND j.recorded_at BETWEEN :from AND :to
                  AND NOT EXISTS (SELECT v.id FROM fees_jrl v WHERE v.reverses_id = j.id AND v.trans_type = :VOID)
                ORDER BY j.paid_id DESC LIMIT 1
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("receipt", ReceiptQueries.RECEIPT)
                .with(
                        "accounts",
                        received.keySet().stream()
                                .map(AccountNumber::journalNumber)
                                .toList())
                .part(
                        "amounts",
                        Sql.joined(
                                ", ",
                                received.entrySet().stream()
                                        .map(each -> Sql.of("(:account, :amount)")
                                                .with("account", each.getKey().journalNumber())
                                                .with(
                                                        "amount",
                                                        each.getValue()
                                                                .negated()
                                                                .amount()))
                                        .toList()))
                .with("from", UtcTimestamp.text(now.minus(RepeatedAmount.WITHIN)))
                .with("to", UtcTimestamp.text(now.plus(RepeatedAmount.WITHIN)))
                .rows(em)
                .stream()
                .findFirst()
                .flatMap(row -> repeated(
                        Kind.RECEIPT,
                        row.number("paid_id"),
                        Money.of(row.decimal("total"), currency(received)).negated(),
                        row));
    }

    private static Currency currency(Map<? extends AccountNumber, Money> received) {
        return received.values().iterator().next().currency();
    }

    /** The newest refund of this amount. */
    public Optional<RepeatedAmount> refund(AccountNumber student, Money paidOut) {
        return newest(REFUND, student, paidOut).flatMap(row -> repeated(Kind.REFUND, row.number("id"), paidOut, row));
    }

    private Optional<RepeatedAmount> repeated(Kind kind, long number, Money amount, Row row) {
        return RepeatedAmount.of(kind, number, amount, UtcTimestamp.instant(row.text("recorded_at")), now);
    }

    private Optional<Row> newest(Sql kind, AccountNumber student, Money total) {
        return Sql.of("""
                SELECT j.id, j.paid_id, j.recorded_at FROM {journal}
                WHERE {kind} AND j.studnum = :student AND j.total = :total AND j.recorded_at BETWEEN :from AND :to
                  AND NOT EXISTS (SELECT v.id FROM fees_jrl v WHERE v.reverses_id = j.id AND v.trans_type = :VOID)
                ORDER BY j.recorded_at DESC, j.id DESC LIMIT 1
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("kind", kind)
                .with("student", student.journalNumber())
                .with("total", total.amount())
                .with("from", UtcTimestamp.text(now.minus(RepeatedAmount.WITHIN)))
                .with("to", UtcTimestamp.text(now.plus(RepeatedAmount.WITHIN)))
                .rows(em)
                .stream()
                .findFirst();
    }
}
