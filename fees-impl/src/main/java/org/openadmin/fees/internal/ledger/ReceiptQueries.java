package org.openadmin.fees.internal.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts.Found;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * Receipts page by page, in a fixed number of statements: sums, numbers, rows, settled charges, names. An old payment without a
 * receipt number or a student is no receipt.
 */
public final class ReceiptQueries {

    public static final List<String> CODES = List.of("pay", "roa");
    private static final String COUNTS = "j.paid_id > 0 AND j.studnum > 0";
    private static final String OLDEST_FIRST = "paid_id ASC, trans_date ASC, id ASC";
    private static final String NEWEST_FIRST = "paid_id DESC, trans_date DESC, id DESC";
    /** Sorting so many receipts of a period costs less than reading past others in number order. */
    private static final int FEW = 20_000;

    private static final int MOST_GUESSES = 3;

    private final EntityManager em;
    private final Currency currency;
    private final int near;

    public ReceiptQueries(EntityManager em, Currency currency) {
        this(em, currency, FEW);
    }

    /** @param near past how many receipts a page is read from the end of the list */
    public ReceiptQueries(EntityManager em, Currency currency, int near) {
        this.em = em;
        this.currency = currency;
        this.near = near;
    }

    /** See {@link org.openadmin.fees.api.payments.Receipts#search}. */
    public Found search(ReceiptQuery query, int offset, int limit) {
        JournalIndex index = index(query);
        Object[] sums = where(
                        new Sql().add("SELECT COUNT(*), SUM(j.total) FROM " + index.table() + " WHERE" + anyOf(CODES)),
                        query)
                .rows(em)
                .get(0);
        int total = ((Number) sums[0]).intValue();
        Money all = JournalRowView.money(sums[1], currency).negated();
        Object[] voids = total == 0 ? new Object[] {0, sums[1]} : voids(query);
        Money voided = JournalRowView.money(voids[1], currency).negated();
        int count = Math.min(limit, total - Math.min(offset, total));
        return new Found(
                receipts(page(query, index, offset, count, total)),
                total,
                all.minus(voided),
                ((Number) voids[0]).intValue(),
                voided);
    }

    /** How many were voided, and their sum. */
    private Object[] voids(ReceiptQuery query) {
        Sql sql = new Sql()
                .add("SELECT COUNT(*), SUM(j.total) FROM fees_jrl v FORCE INDEX (fees_jrl_kind)")
                .add("JOIN fees_jrl j ON j.id = v.reverses_id WHERE v.trans_type = 'void' AND" + anyOf(CODES));
        return where(sql, query).rows(em).get(0);
    }

    /** The rows' ids, newest first; read from the nearest place that is known. */
    private List<Integer> page(ReceiptQuery query, JournalIndex index, int offset, int count, int total) {
        if (count == 0) {
            return List.of();
        }
        int behind = total - offset - count;
        if (index == JournalIndex.KIND && Math.min(offset, behind) > near) {
            Optional<Place> place = place(query, offset, total);
            if (place.isPresent()) {
                ReceiptRange below = new ReceiptRange(query, place.get().number());
                return ids(
                        found(below, index, NEWEST_FIRST, offset - place.get().before(), count));
            }
        }
        ReceiptRange all = new ReceiptRange(query, Integer.MAX_VALUE);
        if (behind >= offset) {
            return ids(found(all, index, NEWEST_FIRST, offset, count));
        }
        List<Integer> ids = new ArrayList<>(ids(found(all, index, OLDEST_FIRST, behind, count)));
        Collections.reverse(ids);
        return ids;
    }

    /** The receipts that a query finds, up to a number. */
    private record ReceiptRange(ReceiptQuery query, int last) {}

    /**
     * A receipt number.
     *
     * @param before how many receipts have a larger one
     */
    private record Place(int number, int before) {}

    /**
     * A number a little above a place that is far from both ends. Numbers are given one after the other, so it can be guessed;
     * counting tells how good the guess was. Empty when old numbers are too irregular for that.
     */
    private Optional<Place> place(ReceiptQuery query, int offset, int total) {
        ReceiptRange all = new ReceiptRange(query, Integer.MAX_VALUE);
        int newest = ((Number) found(all, JournalIndex.KIND, NEWEST_FIRST, 0, 1).get(0)[1]).intValue();
        int oldest = ((Number) found(all, JournalIndex.KIND, OLDEST_FIRST, 0, 1).get(0)[1]).intValue();
        double step = (newest - oldest + 1.0) / total;
        long number = newest - Math.round(offset * step);
        for (int guess = 1; guess <= MOST_GUESSES; guess++) {
            int before = above(query, number);
            int missing = offset - before;
            if (missing >= 0 && missing <= near) {
                return Optional.of(new Place((int) number, before));
            }
            // half of what is near enough is kept as a distance, so that the next guess may miss to either side
            number = Math.max(oldest, Math.min(newest, number - Math.round((missing - near / 2) * step)));
        }
        return Optional.empty();
    }

    private int above(ReceiptQuery query, long number) {
        Sql sql = new Sql()
                .add("SELECT COUNT(*) FROM " + JournalIndex.KIND.table() + " WHERE" + anyOf(CODES))
                .add("AND j.paid_id > ?", number);
        return ((Number) where(sql, query).values(em).get(0)).intValue();
    }

    /** Id and number. In the index of kinds each kind is in number order: the beginnings of both, merged. */
    private List<Object[]> found(ReceiptRange range, JournalIndex index, String order, int offset, int count) {
        Sql sql = new Sql().add("SELECT id, paid_id, trans_date FROM (");
        if (index == JournalIndex.KIND) {
            for (String code : CODES) {
                sql.add(code.equals(CODES.get(0)) ? "(" : "UNION ALL (");
                candidates(sql, range, index, List.of(code))
                        .add("ORDER BY " + order + " LIMIT " + ((long) offset + count) + ")");
            }
        } else {
            candidates(sql, range, index, CODES);
        }
        return sql.add(") found ORDER BY " + order + " LIMIT " + count + " OFFSET " + offset)
                .rows(em);
    }

    private static List<Integer> ids(List<Object[]> found) {
        return found.stream().map(row -> ((Number) row[0]).intValue()).toList();
    }

    private static Sql candidates(Sql sql, ReceiptRange range, JournalIndex index, List<String> codes) {
        sql.add("SELECT j.id, j.paid_id, j.trans_date FROM " + index.table() + " WHERE" + anyOf(codes));
        if (range.last() < Integer.MAX_VALUE) {
            sql.add("AND j.paid_id <= " + range.last());
        }
        return where(sql, range.query());
    }

    /** The condition that a row is a receipt of these kinds. */
    public static String anyOf(List<String> codes) {
        return codes.stream().collect(Collectors.joining("', '", " j.trans_type IN ('", "') AND " + COUNTS));
    }

    private static Sql where(Sql sql, ReceiptQuery query) {
        query.number().ifPresent(number -> sql.add("AND j.paid_id = ?", number.value()));
        query.student().ifPresent(student -> sql.add("AND j.studnum = ?", student.value()));
        query.from().ifPresent(from -> sql.add("AND j.trans_date >= ?", from.toString()));
        query.to().ifPresent(to -> sql.add("AND j.trans_date <= ?", to.toString()));
        query.cashier().ifPresent(cashier -> sql.add("AND j.recorded_by = ?", cashier));
        return sql;
    }

    private JournalIndex index(ReceiptQuery query) {
        if (query.student().isPresent()) {
            return JournalIndex.STUDENT;
        }
        boolean period = query.from().isPresent() || query.to().isPresent();
        return query.number().isEmpty() && period && few(query) ? JournalIndex.DAY : JournalIndex.KIND;
    }

    private boolean few(ReceiptQuery query) {
        Sql sql = new Sql().add("SELECT COUNT(*) FROM (SELECT 1 FROM " + JournalIndex.DAY.table() + " WHERE TRUE");
        query.from().ifPresent(from -> sql.add("AND j.trans_date >= ?", from.toString()));
        query.to().ifPresent(to -> sql.add("AND j.trans_date <= ?", to.toString()));
        Object count = sql.add("LIMIT " + FEW + ") some").values(em).get(0);
        return ((Number) count).intValue() < FEW;
    }

    /** The latest receipts of each of these students, newest first. */
    public List<Receipt> latest(Collection<StudentNumber> students, int most) {
        Sql sql = new Sql()
                .add("SELECT id FROM (SELECT j.id, j.paid_id, j.trans_date, ROW_NUMBER() OVER")
                .add("(PARTITION BY j.studnum ORDER BY j.paid_id DESC, j.trans_date DESC, j.id DESC) AS place")
                .add("FROM " + JournalIndex.STUDENT.table() + " WHERE" + anyOf(CODES) + " AND j.studnum IN")
                .inNumbers(students.stream().map(StudentNumber::value).toList())
                .add(") ranked WHERE place <= " + most + " ORDER BY " + NEWEST_FIRST);
        return receipts(
                sql.values(em).stream().map(id -> ((Number) id).intValue()).toList());
    }

    /** The receipts with these row ids, in this sequence. */
    private List<Receipt> receipts(List<Integer> ids) {
        List<JournalRowView> rows = JournalRowView.read(em, ids);
        Map<Integer, List<ChargeId>> settled = new TreeMap<>();
        rows.forEach(row -> settled.put(
                row.id(),
                ReceiptRow.settled(row.description()).stream()
                        .filter(id -> id > 0)
                        .map(ChargeId::new)
                        .toList()));
        Set<ChargeId> all = settled.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        Map<ChargeId, Charge> charges = new TreeMap<>();
        if (!all.isEmpty()) {
            new AccountQueries(em, currency).charges(all).forEach(charge -> charges.put(charge.id(), charge));
        }
        StudentLookup today = JournalRowView.names(em, rows);
        return rows.stream()
                .map(row -> row.toReceipt(currency, charges(row, settled.get(row.id()), charges), today))
                .toList();
    }

    /** The charges that a receipt lists, those of its own student. */
    private static List<Charge> charges(JournalRowView row, List<ChargeId> listed, Map<ChargeId, Charge> charges) {
        return new TreeSet<>(listed)
                .stream()
                        .map(charges::get)
                        .filter(Objects::nonNull)
                        .filter(charge -> row.student()
                                .equals(Optional.of(charge.student().number())))
                        .toList();
    }

    /** Which of these students has a receipt with this number. */
    public List<StudentNumber> holders(ReceiptNumber number, Collection<StudentNumber> students) {
        return new Sql()
                        .add("SELECT DISTINCT j.studnum FROM " + JournalIndex.KIND.table() + " WHERE" + anyOf(CODES))
                        .add("AND j.paid_id = ? AND j.studnum IN", number.value())
                        .inNumbers(students.stream().map(StudentNumber::value).toList())
                        .values(em)
                        .stream()
                        .map(student -> new StudentNumber(((Number) student).intValue()))
                        .toList();
    }
}
