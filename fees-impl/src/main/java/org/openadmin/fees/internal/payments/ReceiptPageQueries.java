package org.openadmin.fees.internal.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts.SearchResult;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** Receipts page by page, in a fixed number of statements. */
public final class ReceiptPageQueries {

    private static final List<Sql> OF_EACH_KIND =
            List.of(ReceiptQueries.receipt(":PAYMENT"), ReceiptQueries.receipt(":ON_ACCOUNT"));

    private static final String OLDEST_FIRST = "paid_id ASC, trans_date ASC, id ASC";
    private static final String NEWEST_FIRST = "paid_id DESC, trans_date DESC, id DESC";
    /** Sorting this many receipts of a period costs less than reading past others in number order. */
    private static final int FEW = 20_000;

    private static final int MAX_GUESSES = 3;

    private final EntityManager em;
    private final Currency currency;
    private final ReceiptQueries receipts;
    private final int near;

    public ReceiptPageQueries(EntityManager em, Currency currency) {
        this(em, currency, FEW);
    }

    /** @param near past how many receipts a page is read from the end of the list */
    ReceiptPageQueries(EntityManager em, Currency currency, int near) {
        this.em = em;
        this.currency = currency;
        this.receipts = new ReceiptQueries(em, currency);
        this.near = near;
    }

    /** See {@link org.openadmin.fees.api.payments.Receipts#search}. */
    public SearchResult search(ReceiptQuery query, int offset, int limit) {
        JournalIndex index = index(query);
        ReceiptSumQueries.Figures figures =
                new ReceiptSumQueries(em, currency).of(query, index, matchingRows(ReceiptQueries.RECEIPT, query));
        int total = figures.receipts();
        int count = Math.min(limit, total - Math.min(offset, total));
        List<Integer> page = page(query, index, offset, count, total);
        return new SearchResult(
                receipts.read(page),
                total,
                figures.received().minus(figures.voidedMoney()),
                figures.voided(),
                figures.voidedMoney());
    }

    /** The ids of the rows, newest first, read from the nearest place whose number can be found. */
    private List<Integer> page(ReceiptQuery query, JournalIndex index, int offset, int count, int total) {
        if (count == 0) {
            return List.of();
        }
        int behind = total - offset - count;
        if (index == JournalIndex.KIND && query.number().isEmpty() && Math.min(offset, behind) > near) {
            Optional<Place> place = place(query, offset, total);
            if (place.isPresent()) {
                ReceiptRange below =
                        new ReceiptRange(query, Optional.of(place.get().number()));
                return ids(
                        found(below, index, NEWEST_FIRST, offset - place.get().before(), count));
            }
        }
        ReceiptRange all = new ReceiptRange(query, Optional.empty());
        if (behind >= offset) {
            return ids(found(all, index, NEWEST_FIRST, offset, count));
        }
        List<Integer> ids = new ArrayList<>(ids(found(all, index, OLDEST_FIRST, behind, count)));
        Collections.reverse(ids);
        return ids;
    }

    /** The receipts of a query, up to a number. */
    private record ReceiptRange(ReceiptQuery query, Optional<Long> last) {

        Sql of(Sql receipt) {
            return matching(receipt.and("j.paid_id <= :last", last), query);
        }
    }

    /**
     * A receipt number.
     *
     * @param before how many receipts have a larger one
     */
    private record Place(long number, int before) {}

    /** A number near a place that is far from both ends; empty if the page is read from the nearer end. */
    private Optional<Place> place(ReceiptQuery query, int offset, int total) {
        CarriedForward carried = CarriedForward.of(em);
        return carried.lists()
                .map(anchor ->
                        Optional.of(counted(blocks(query, carried, anchor).rows(em), offset)))
                .orElseGet(() -> guessed(query, offset, total));
    }

    /** The last number of the block that a place is in. */
    private static Place counted(List<Row> blocks, int offset) {
        int before = 0;
        for (Row block : blocks) {
            int count = block.decimal("receipts").intValueExact();
            if (before + count > offset) {
                return new Place(CarriedForward.firstReceipt(block.integer("block") + 1) - 1, before);
            }
            before += count;
        }
        throw new IllegalStateException("Only " + before + " receipts are counted in blocks");
    }

    /** How many receipts there are in each block of numbers, the last first: those of closed days are stored. */
    private static Sql blocks(ReceiptQuery query, CarriedForward carried, Anchor anchor) {
        boolean period = query.from().isPresent() || query.to().isPresent();
        return Sql.of("""
                SELECT x.block, SUM(x.receipts) AS receipts
                FROM (
                  SELECT r.block, SUM(r.receipts) AS receipts FROM fees_closing_receipt r
                  WHERE {stored} GROUP BY r.block
                  UNION ALL
                  SELECT {block} AS block, COUNT(*) FROM {by_day} WHERE {receipts} GROUP BY block) x
                GROUP BY x.block ORDER BY x.block DESC
                """)
                .part("block", CarriedForward.RECEIPT_BLOCK)
                .part("by_day", JournalIndex.DAY.table())
                .part(
                        "receipts",
                        matching(
                                ReceiptQueries.RECEIPT.and("j.trans_date > :closed", Optional.of(anchor.through())),
                                query))
                .part(
                        "stored",
                        Sql.of(period ? "r.trans_date <> ''" : "TRUE")
                                .and("r.closing_id IN (:closings)", Optional.of(carried.listed()))
                                .and("r.trans_date >= :from", query.from().map(LocalDate::toString))
                                .and("r.trans_date <= :to", query.to().map(LocalDate::toString))
                                .and("r.recorded_by = :cashier", query.cashier()));
    }

    /**
     * Without a closing: a number a little above the place. Numbers are assigned in sequence, so it can be guessed, and a count, from the
     * nearer end, shows how accurate the guess was. Empty when old numbers are too irregular for that. Counting all of them in blocks takes
     * twice as long, and passing them one by one five to ten times as long.
     */
    private Optional<Place> guessed(ReceiptQuery query, int offset, int total) {
        ReceiptRange all = new ReceiptRange(query, Optional.empty());
        int newest = found(all, JournalIndex.KIND, NEWEST_FIRST, 0, 1).get(0).integer("paid_id");
        int oldest = found(all, JournalIndex.KIND, OLDEST_FIRST, 0, 1).get(0).integer("paid_id");
        double step = (newest - oldest + 1.0) / total;
        long number = newest - Math.round(offset * step);
        for (int guess = 1; guess <= MAX_GUESSES; guess++) {
            boolean low = number < oldest + (newest - oldest) / 2;
            int before = low
                    ? total - count(query, "j.paid_id <= :number", number)
                    : count(query, "j.paid_id > :number", number);
            int missing = offset - before;
            if (missing >= 0 && missing <= near) {
                return Optional.of(new Place(number, before));
            }
            // aim for half the accepted distance, so that the next guess may miss on either side
            number = Math.max(oldest, Math.min(newest, number - Math.round((missing - near / 2) * step)));
        }
        return Optional.empty();
    }

    private int count(ReceiptQuery query, String side, long number) {
        return Sql.of("SELECT COUNT(*) FROM {journal} WHERE {receipts}")
                .part("journal", JournalIndex.KIND.table())
                .part("receipts", matching(ReceiptQueries.RECEIPT.and(side, Optional.of(number)), query))
                .count(em);
    }

    /** In the index of kinds each kind is in number order: the beginnings of both are merged. */
    private List<Row> found(ReceiptRange range, JournalIndex index, String order, int offset, int count) {
        Sql candidates = index == JournalIndex.KIND
                ? Sql.joined(
                        " UNION ALL ",
                        OF_EACH_KIND.stream()
                                .map(receipt -> Sql.of("({candidates} ORDER BY {order} LIMIT :most)")
                                        .part("candidates", candidates(index, range.of(receipt)))
                                        .part("order", order)
                                        .with("most", (long) offset + count))
                                .toList())
                : candidates(index, range.of(ReceiptQueries.RECEIPT));
        return Sql.of("""
                SELECT id, paid_id, trans_date FROM ({candidates}) found
                ORDER BY {order} LIMIT :count OFFSET :offset
                """)
                .part("candidates", candidates)
                .part("order", order)
                .with("count", count)
                .with("offset", offset)
                .rows(em);
    }

    private static Sql candidates(JournalIndex index, Sql where) {
        return Sql.of("SELECT j.id, j.paid_id, j.trans_date FROM {journal} WHERE {where}")
                .part("journal", index.table())
                .part("where", where);
    }

    private static List<Integer> ids(List<Row> found) {
        return found.stream().map(row -> row.integer("id")).toList();
    }

    /** Of a receipt for several accounts the first row, or the one of the student in the query. */
    private static Sql matching(Sql receipt, ReceiptQuery query) {
        Sql rows = matchingRows(receipt, query);
        return query.student().isPresent() ? rows : rows.and(ReceiptQueries.first());
    }

    private static Sql matchingRows(Sql receipt, ReceiptQuery query) {
        return receipt.and("j.paid_id = :number", query.number().map(ReceiptNumber::value))
                .and("j.studnum = :student", query.student().map(AccountNumber::journalNumber))
                .and("j.trans_date >= :from", query.from())
                .and("j.trans_date <= :to", query.to())
                .and("j.recorded_by = :cashier", query.cashier());
    }

    private JournalIndex index(ReceiptQuery query) {
        if (query.student().isPresent()) {
            return JournalIndex.STUDENT;
        }
        boolean period = query.from().isPresent() || query.to().isPresent();
        return query.number().isEmpty() && period && few(query) ? JournalIndex.DAY : JournalIndex.KIND;
    }

    private boolean few(ReceiptQuery query) {
        int count = Sql.of("SELECT COUNT(*) FROM (SELECT 1 FROM {journal} WHERE {period} LIMIT :few) some")
                .part("journal", JournalIndex.DAY.table())
                .part(
                        "period",
                        Sql.of("TRUE")
                                .and("j.trans_date >= :from", query.from())
                                .and("j.trans_date <= :to", query.to()))
                .with("few", FEW)
                .count(em);
        return count < FEW;
    }
}
