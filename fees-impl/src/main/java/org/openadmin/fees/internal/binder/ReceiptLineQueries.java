package org.openadmin.fees.internal.binder;

import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptLine.Banked;
import org.openadmin.fees.api.binder.ReceiptLine.Issued;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.spi.binder.ReceiptSequence;

/** The receipts in number order: a thousand numbers at a time, over the index fees_jrl_kind. */
final class ReceiptLineQueries {

    private static final int NUMBERS = 1_000;

    private final EntityManager em;
    private final Currency currency;
    private final PeriodSql span;

    ReceiptLineQueries(EntityManager em, Currency currency, PeriodSql span) {
        this.em = em;
        this.currency = currency;
        this.span = span;
    }

    ReceiptTotals forEach(Consumer<ReceiptLine> use) {
        ReceiptSequence sequence = new ReceiptSequence(Money.zero(currency), use);
        Row ends = Sql.of("""
                SELECT COALESCE(MIN(j.paid_id), 1) AS first, COALESCE(MAX(j.paid_id), 0) AS last FROM {journal}
                WHERE j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND j.paid_id > 0 AND {dated} AND {known}
                """)
                .part("journal", JournalIndex.DAY.table())
                .part("dated", span.dated())
                .part("known", span.known())
                .row(em);
        long last = ends.number("last");
        long next = ends.number("first");
        while (next <= last) {
            ReaderWork.check();
            long end = Math.min(last, next + NUMBERS - 1);
            add(sequence, next, end);
            next = after(end, last);
        }
        return sequence.totals();
    }

    /** The next number that a receipt has: old data may have wide gaps. */
    private long after(long number, long last) {
        return Sql.of("""
                SELECT LEAST(
                  COALESCE((SELECT MIN(p.paid_id) FROM fees_jrl p WHERE p.trans_type = :PAYMENT AND p.paid_id > :number), :none),
                  COALESCE((SELECT MIN(r.paid_id) FROM fees_jrl r WHERE r.trans_type = :ON_ACCOUNT AND r.paid_id > :number), :none))
                  AS next
                """).with("number", number).with("none", last + 1).row(em).number("next");
    }

    private void add(ReceiptSequence sequence, long first, long last) {
        List<Row> rows = Sql.of("""
                SELECT j.id, j.paid_id, CASE WHEN {dated} AND {known} THEN 1 ELSE 0 END AS included FROM {journal}
                WHERE j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND j.paid_id BETWEEN :first AND :last
                ORDER BY j.paid_id, j.id
                """)
                .part("journal", JournalIndex.KIND.table())
                .part("dated", span.dated())
                .part("known", span.known())
                .with("first", first)
                .with("last", last)
                .rows(em);
        Map<Long, Issued> issued = issued(rows.stream()
                .filter(row -> row.flag("included"))
                .map(row -> row.integer("id"))
                .toList());
        Map<Long, List<Issued>> others = issued.values().stream()
                .filter(each -> each.receipt().links().lead().isPresent())
                .sorted(Comparator.comparing(each -> each.receipt().id()))
                .collect(Collectors.groupingBy(
                        each -> each.receipt().links().lead().getAsLong()));
        for (Row row : rows) {
            Issued receipt = issued.get(row.number("id"));
            if (receipt == null) {
                sequence.elsewhere(row.number("paid_id"));
            } else if (receipt.receipt().links().lead().isEmpty()) {
                sequence.issued(receipt.whole(others.getOrDefault(row.number("id"), List.of())));
            }
        }
    }

    private Map<Long, Issued> issued(List<Integer> ids) {
        List<JournalEntry> receipts = JournalRowView.entries(em, currency, ids);
        List<Integer> voidIds = receipts.stream()
                .flatMapToLong(row -> row.voidedBy().stream())
                .mapToObj(Math::toIntExact)
                .toList();
        Map<Long, JournalEntry> voids = new HashMap<>();
        JournalRowView.entries(em, currency, voidIds).stream()
                .filter(span::includes)
                .forEach(row -> voids.put(row.reverses().orElseThrow(), row));
        ReturnedVoidLookup returned = ReturnedVoidLookup.among(em, voidIds);
        Map<Long, Banked> banked = banked(ids);
        Map<Long, Issued> issued = new HashMap<>();
        for (JournalEntry receipt : receipts) {
            Optional<JournalEntry> voiding = Optional.ofNullable(voids.get(receipt.id()));
            issued.put(
                    receipt.id(),
                    new Issued(
                            receipt,
                            voiding,
                            voiding.filter(row -> returned.includes(row.id())).isPresent(),
                            Optional.ofNullable(banked.get(receipt.id()))));
        }
        return issued;
    }

    /** The deposits of these receipts at the end of the period: each counter-deposit takes the receipt out again. */
    private Map<Long, Banked> banked(List<Integer> ids) {
        Map<Long, Banked> banked = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.of("""
                    SELECT d.jrl_id, MAX(d.deposit_id) AS deposit, {day} AS day
                    FROM fees_deposit_row d FORCE INDEX (fees_deposit_row_journal)
                    STRAIGHT_JOIN fees_deposit h ON h.id = d.deposit_id
                    WHERE d.jrl_id IN (:ids) AND h.deposit_date <= :to
                    GROUP BY d.jrl_id HAVING MOD(COUNT(*), 2) = 1
                    """)
                    .part("day", SqlDates.of("MAX(h.deposit_date)"))
                    .with("ids", ids)
                    .with("to", span.period().to())
                    .rows(em)
                    .forEach(row -> banked.put(
                            row.number("jrl_id"),
                            new Banked(
                                    new DepositNumber(row.number("deposit")),
                                    row.day("day").orElseThrow())));
        }
        return banked;
    }
}
