package org.openadmin.fees.internal.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * Receipts with the charges that they settled, in three statements for any number of receipts: rows, charges, names. Two more are
 * needed if a receipt no longer settles a charge that it lists.
 */
public final class ReceiptQueries {

    /**
     * The condition that the row {@code j} is a receipt. An old payment without a receipt number is not one.
     */
    public static final Sql RECEIPT = receipt(":PAYMENT, :ON_ACCOUNT");

    private final EntityManager em;
    private final Currency currency;

    public ReceiptQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The condition that the row {@code j} is a receipt of these kinds, such as {@code :PAYMENT}. */
    public static Sql receipt(String kinds) {
        return Sql.of("j.trans_type IN ({kinds}) AND j.paid_id > 0").part("kinds", kinds);
    }

    /**
     * The condition that the row {@code j} is the first of its receipt. The few others are read first, from their own index: no index of
     * receipts tells them apart.
     */
    public static Sql first() {
        return Sql.of("""
                j.id NOT IN (SELECT other.id FROM fees_jrl other FORCE INDEX (fees_jrl_lead) WHERE other.lead_id IS NOT NULL)
                """);
    }

    /** The receipts on the rows with these ids, in this sequence; one for several accounts is whole, on whichever of its rows. */
    public List<Receipt> read(List<Integer> ids) {
        return whole(JournalRowView.read(em, ids));
    }

    /** The receipt of a request with this key. Usually there is none, so the key alone is looked up first. */
    public Optional<Receipt> find(RequestKey key) {
        List<Integer> ids = Sql.of("SELECT j.id FROM fees_jrl j WHERE {receipt} AND j.request_key = :key")
                .part("receipt", RECEIPT)
                .with("key", key.toString())
                .numbers(em);
        return read(ids).stream().findFirst();
    }

    /** The receipt with this number; the oldest, if old data has it twice. */
    public Optional<Receipt> find(ReceiptNumber number) {
        Sql numbered = RECEIPT.and("j.paid_id = :number", Optional.of(number.value()));
        return first(
                JournalIndex.KIND.table(),
                Sql.of("{numbered} ORDER BY j.id LIMIT 1").part("numbered", numbered));
    }

    /** The receipts with these numbers, smallest first; the oldest, if old data has one twice. */
    public List<Receipt> numbered(Collection<ReceiptNumber> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Integer> ids = Sql.of("""
                SELECT MIN(j.id) FROM {journal} WHERE {receipt} AND j.paid_id IN (:numbers)
                GROUP BY j.paid_id ORDER BY j.paid_id
                """)
                .part("journal", JournalIndex.KIND.table())
                .part("receipt", RECEIPT)
                .with("numbers", numbers.stream().map(ReceiptNumber::value).toList())
                .numbers(em);
        return read(ids);
    }

    /** The receipts with consecutive numbers, smallest number first. */
    public List<Receipt> find(ReceiptNumber first, int count) {
        return read(Sql.of(
                        "SELECT j.id FROM fees_jrl j WHERE j.receipt_number BETWEEN :first AND :last ORDER BY j.receipt_number")
                .with("first", first.value())
                .with("last", first.value() + count - 1)
                .numbers(em));
    }

    /**
     * The receipts of these students with this number, oldest first: more than one only if old data has it twice. Of one for several
     * accounts, each has its own part.
     */
    public List<Receipt> find(ReceiptNumber number, Collection<? extends AccountNumber> students) {
        List<Integer> ids = Sql.of("""
                SELECT j.id FROM {journal}
                WHERE {receipt} AND j.paid_id = :number AND j.studnum IN (:students)
                ORDER BY j.trans_date, j.id
                """)
                .part("journal", JournalIndex.KIND.table())
                .part("receipt", RECEIPT)
                .with("number", number.value())
                .with(
                        "students",
                        students.stream().map(AccountNumber::journalNumber).toList())
                .numbers(em);
        return receipts(JournalRowView.read(em, ids));
    }

    private Optional<Receipt> first(String table, Sql where) {
        return whole(JournalRowView.withVoids(em, table, where)).stream().findFirst();
    }

    /** The receipts that these rows belong to. Two more statements are needed if one of them is for several accounts. */
    private List<Receipt> whole(List<JournalRowView> rows) {
        if (rows.stream().noneMatch(row -> row.lead().isPresent() || row.isFirstOfSeveral())) {
            return receipts(rows);
        }
        List<Integer> leads = rows.stream()
                .map(row -> (int) row.lead().orElse(row.id()))
                .distinct()
                .toList();
        List<JournalRowView> all = new ArrayList<>(JournalRowView.read(em, leads));
        all.addAll(JournalRowView.withVoids(
                em,
                JournalIndex.TABLE + " FORCE INDEX (fees_jrl_lead)",
                Sql.of("j.lead_id IN (:leads) ORDER BY j.id").with("leads", leads)));
        List<Receipt> receipts = receipts(all);
        Map<Long, List<Receipt>> parts = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            parts.computeIfAbsent(all.get(i).lead().orElse(all.get(i).id()), none -> new ArrayList<>())
                    .add(receipts.get(i));
        }
        return parts.values().stream()
                .map(each -> each.size() == 1 ? each.get(0) : Receipt.ofSeveral(each))
                .toList();
    }

    /** The latest receipts of each of these students, newest first. Of one for several accounts, each has its own part. */
    public List<Receipt> latest(Collection<? extends AccountNumber> students, int most) {
        List<Integer> ids = Sql.of("""
                SELECT id FROM (
                  SELECT j.id, j.paid_id, j.trans_date, ROW_NUMBER() OVER
                    (PARTITION BY j.studnum ORDER BY j.paid_id DESC, j.trans_date DESC, j.id DESC) AS place
                  FROM {journal} WHERE {receipt} AND j.studnum IN (:students)) ranked
                WHERE place <= :most
                ORDER BY paid_id DESC, trans_date DESC, id DESC
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("receipt", RECEIPT)
                .with(
                        "students",
                        students.stream().map(AccountNumber::journalNumber).toList())
                .with("most", most)
                .numbers(em);
        return receipts(JournalRowView.read(em, ids));
    }

    private List<Receipt> receipts(List<JournalRowView> rows) {
        Map<Integer, JournalRowView> charges = charges(rows);
        StudentLookup ofCharges = new HostStudentLookup(em, List.copyOf(charges.values()));
        StudentLookup today = new HostStudentLookup(em, rows);
        Map<JournalRowView, List<JournalRowView>> listedBy = new LinkedHashMap<>();
        rows.forEach(row -> listedBy.put(row, listed(row, charges)));
        ReopenedCharges reopened = new ReopenedCharges(em, listedBy);
        List<Receipt> receipts = new ArrayList<>();
        for (JournalRowView row : rows) {
            List<JournalRowView> listed = listedBy.get(row);
            List<Charge> settled = listed.stream()
                    .filter(charge -> charge.isChargeOf(row))
                    .map(charge -> charge.toCharge(currency, ofCharges))
                    .toList();
            receipts.add(row.toReceipt(currency, listed, settled, reopened.of(row), today));
        }
        return receipts;
    }

    /** The charges that these receipts list, by number. */
    private Map<Integer, JournalRowView> charges(List<JournalRowView> rows) {
        Set<Long> listed = rows.stream()
                .flatMap(row -> row.settled().stream())
                .map(ChargeId::value)
                .collect(Collectors.toSet());
        return listed.isEmpty()
                ? Map.of()
                : JournalRowView.charges(
                                em, JournalIndex.TABLE, Sql.of("j.id IN (:ids)").with("ids", listed))
                        .stream()
                        .collect(Collectors.toMap(JournalRowView::id, Function.identity()));
    }

    /** The charges that a receipt lists, in number order. */
    private static List<JournalRowView> listed(JournalRowView row, Map<Integer, JournalRowView> charges) {
        return new TreeSet<>(row.settled())
                .stream()
                        .map(id -> charges.get((int) id.value()))
                        .filter(Objects::nonNull)
                        .toList();
    }
}
