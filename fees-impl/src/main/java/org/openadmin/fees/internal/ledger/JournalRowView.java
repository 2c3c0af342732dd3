package org.openadmin.fees.internal.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.journal.RowLinks;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.api.payments.ReceiptGap.Kind;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.PaidFees;

/**
 * A row of the journal of any kind: the one place where its columns become an entry, a charge or a receipt. It is not an entity,
 * as rows of other programs may have a type for which there is no class.
 *
 * @param row the {@link #COLUMNS}, and for entries and receipts the columns of the void
 */
public record JournalRowView(Row row) {

    /** The columns to select from the journal as {@code j}. */
    private static final String COLUMNS = """
            j.id, j.trans_type, j.studnum, j.student_name, j.student_grade, j.student_homeroom,
            %s AS day, %s AS due, j.name, j.description, j.subtotal, j.total,
            j.tax1, j.tax1_name, j.tax2, j.tax2_name, j.tax3, j.tax3_name, j.tax4, j.tax4_name,
            j.paid_id, j.reverses_id, j.batch_id, j.method, j.reference, j.recorded_at, j.recorded_by,
            j.origin_id, j.lead_id, j.part_number, j.part_count, j.reason_code,
            CASE WHEN j.studnum < 0 THEN (SELECT p.name FROM fees_payer p WHERE p.id = -j.studnum) END AS payer_name
            """.formatted(SqlDates.of("j.trans_date"), SqlDates.of("j.due_date"));

    /**
     * The rows that a condition on {@code j} selects, each with the row that voids it.
     *
     * @param table the journal as {@code j}
     * @param where the condition; an order or a limit may follow
     */
    static List<JournalRowView> withVoids(EntityManager em, String table, Sql where) {
        return views(
                em,
                Sql.of("""
                        SELECT {columns}, v.id AS voided_by, {voided_day} AS voided_day,
                          CASE WHEN j.trans_type = :PAYMENT THEN (SELECT -SUM(r.total) FROM fees_jrl r
                            WHERE r.reverses_id = j.id AND r.trans_type = :ROUNDING) END AS rounding,
                          CASE WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT) THEN EXISTS (SELECT 1 FROM fees_jrl other
                            WHERE other.lead_id = j.id) ELSE 0 END AS of_several,
                          CASE WHEN j.trans_type = :VOID OR v.id IS NOT NULL THEN EXISTS (SELECT 1 FROM fees_return b
                            WHERE b.payment_id = COALESCE(v.reverses_id, j.reverses_id) AND b.undoes IS NULL) ELSE 0 END AS returned
                        FROM {table}
                        LEFT JOIN fees_jrl v ON v.reverses_id = j.id AND v.trans_type = :VOID
                        WHERE {where}
                        """)
                        .part("columns", COLUMNS)
                        .part("voided_day", SqlDates.of("v.trans_date"))
                        .part("table", table)
                        .part("where", where));
    }

    /**
     * The charges that a condition on {@code j} selects.
     *
     * @param table the journal as {@code j}
     * @param where the condition; an order may follow
     */
    static List<JournalRowView> charges(EntityManager em, String table, Sql where) {
        return views(
                em, Sql.of("""
                        SELECT {columns} FROM {table}
                        WHERE j.trans_type = :CHARGE AND {where}
                        """).part("columns", COLUMNS).part("table", table).part("where", where));
    }

    private static List<JournalRowView> views(EntityManager em, Sql sql) {
        return sql.rows(em).stream().map(JournalRowView::new).toList();
    }

    /** The rows with these ids, in this sequence, in one statement; ids that do not exist are left out. */
    static List<JournalRowView> read(EntityManager em, List<Integer> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Integer, JournalRowView> rows = new HashMap<>();
        withVoids(em, JournalIndex.TABLE, Sql.of("j.id IN (:ids)").with("ids", ids))
                .forEach(row -> rows.put(row.id(), row));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The entries with these ids, in this sequence; in four statements at most. */
    public static List<JournalEntry> entries(EntityManager em, Currency currency, List<Integer> ids) {
        List<JournalRowView> rows = read(em, ids);
        StudentLookup today = new HostStudentLookup(em, rows);
        Map<Integer, String> fees = paidFees(em, rows);
        return rows.stream().map(row -> row.toEntry(currency, today, fees)).toList();
    }

    /** The names of the charges that the payments among these rows list. */
    private static Map<Integer, String> paidFees(EntityManager em, List<JournalRowView> rows) {
        List<Integer> ids = rows.stream()
                .filter(row -> row.kind() == EntryKind.PAYMENT)
                .flatMap(row -> PaidFees.listed(row.row.text("description")).stream())
                .distinct()
                .toList();
        Map<Integer, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            Sql.of("SELECT c.id, c.name FROM fees_jrl c WHERE c.id IN (:ids) AND c.trans_type = :CHARGE")
                    .with("ids", ids)
                    .rows(em)
                    .forEach(row -> names.put(row.integer("id"), row.text("name")));
        }
        return names;
    }

    private EntryKind kind() {
        return EntryKind.of(row.text("trans_type").strip());
    }

    int id() {
        return row.integer("id");
    }

    /** The number of the student or the payer; empty in damaged old data, whose numbers below zero are no payer's. */
    Optional<AccountNumber> student() {
        return positive("studnum")
                .or(() -> isOfPayer() ? Optional.of(row.integer("studnum")) : Optional.empty())
                .map(AccountNumber::ofJournal);
    }

    private boolean isOfPayer() {
        return !row.isNull("payer_name");
    }

    /** Whether the row contains only the number of the student. */
    boolean isNameless() {
        return row.isNull("student_name") && !isOfPayer();
    }

    /** Whether this module recorded the row. */
    boolean isRecordedHere() {
        return !row.isNull("recorded_at");
    }

    /** The first row of the receipt for several accounts that this row belongs to; empty for the first row itself. */
    OptionalLong lead() {
        return number("lead_id");
    }

    /** Whether this is the first row of a receipt for several accounts. */
    boolean isFirstOfSeveral() {
        return row.flag("of_several");
    }

    /** Whether this payment was voided. */
    boolean isVoided() {
        return !row.isNull("voided_by");
    }

    private JournalEntry toEntry(Currency currency, StudentLookup today, Map<Integer, String> fees) {
        EntryKind kind = kind();
        boolean charge = kind == EntryKind.CHARGE;
        return new JournalEntry(
                id(),
                kind,
                student().map(number -> snapshot(number, today)),
                row.day("day"),
                charge ? row.day("due").or(() -> row.day("day")) : Optional.empty(),
                row.text("name"),
                kind == EntryKind.PAYMENT ? PaidFees.named(row.text("description"), fees) : row.text("description"),
                charge && !row.isNull("subtotal") ? Optional.of(row.money("subtotal", currency)) : Optional.empty(),
                charge ? taxes(currency) : List.of(),
                row.money("total", currency),
                charge ? settledBy() : OptionalLong.empty(),
                kind.isReceipt() ? positive("paid_id").map(ReceiptNumber::new) : Optional.empty(),
                kind.isReceipt() ? number("voided_by") : OptionalLong.empty(),
                number("reverses_id"),
                batch(),
                method(),
                row.text("reference"),
                recordedAt(),
                row.text("recorded_by"),
                row.day("day").isPresent() ? "" : row.text("day"),
                row.flag("returned"),
                reasonCode(),
                links(charge));
    }

    /** Empty for a text that no program of ours has written. */
    private Optional<ReasonCode> reasonCode() {
        return Optional.of(row.text("reason_code")).filter(ReasonCode::isOne).map(ReasonCode::new);
    }

    private RowLinks links(boolean charge) {
        return new RowLinks(
                number("origin_id"),
                number("lead_id"),
                charge ? part() : Optional.empty(),
                charge && isOfPayer() && !row.isNull("origin_id") ? row.text("student_name") : "");
    }

    private Optional<ChargePart> part() {
        return row.isNull("part_number")
                ? Optional.empty()
                : Optional.of(new ChargePart(row.integer("part_number"), row.integer("part_count")));
    }

    /** This row as a charge: it must have a student. */
    Charge toCharge(Currency currency, StudentLookup today) {
        LocalDate date = row.day("day").orElse(Dates.UNKNOWN);
        return new Charge(
                new ChargeId(id()),
                studentSnapshot(today),
                date,
                row.day("due").orElse(date),
                row.text("name"),
                row.text("description"),
                row.money(row.isNull("subtotal") ? "total" : "subtotal", currency),
                taxes(currency),
                row.money("total", currency),
                batch(),
                part());
    }

    /** This row as a receipt: it must have a receipt number. */
    Receipt toReceipt(
            Currency currency,
            List<JournalRowView> listed,
            List<Charge> settled,
            List<ChargeId> reopened,
            StudentLookup today) {
        return new Receipt(
                positive("paid_id").map(ReceiptNumber::new).orElseThrow(),
                student().map(number -> snapshot(number, today)),
                row.day("day").orElse(Dates.UNKNOWN),
                row.money("total", currency).negated(),
                row.money("rounding", currency),
                settled,
                method(),
                row.text("reference"),
                row.text("recorded_by"),
                recordedAt(),
                isVoided() ? row.day("voided_day").or(() -> Optional.of(Dates.UNKNOWN)) : Optional.empty(),
                reopened,
                gaps(listed));
    }

    /** @param listed the charges that this payment lists */
    private List<ReceiptGap> gaps(List<JournalRowView> listed) {
        List<ReceiptGap> gaps = new ArrayList<>();
        if (student().isEmpty()) {
            gaps.add(ReceiptGap.of(Kind.STUDENT, ""));
        }
        if (row.day("day").isEmpty()) {
            gaps.add(ReceiptGap.of(Kind.DATE, row.text("day")));
        }
        if (row.isNull("total")) {
            gaps.add(ReceiptGap.of(Kind.TOTAL, ""));
        }
        for (JournalRowView charge : listed) {
            if (charge.isSettledBy(id()) && charge.student().isEmpty()) {
                gaps.add(new ReceiptGap(Kind.CHARGE_STUDENT, String.valueOf(charge.id()), charge.row.text("name")));
            }
            if (charge.isSettledBy(id()) && charge.row.isNull("total")) {
                gaps.add(new ReceiptGap(Kind.CHARGE_TOTAL, String.valueOf(charge.id()), charge.row.text("name")));
            }
        }
        return gaps;
    }

    /** Whether this is one of the charges of a payment, which lists it: of the same student, or settled by it if it has none. */
    boolean isChargeOf(JournalRowView payment) {
        return student().isPresent()
                && (payment.student().isEmpty()
                        ? isSettledBy(payment.id())
                        : student().equals(payment.student()));
    }

    boolean isSettledBy(int payment) {
        return !row.isNull("paid_id") && row.integer("paid_id") == payment;
    }

    /** The charges that a payment lists in its description, in old rows too. */
    List<ChargeId> settled() {
        return PaidFees.listed(row.text("description")).stream()
                .map(ChargeId::new)
                .toList();
    }

    private StudentSnapshot studentSnapshot(StudentLookup today) {
        return student().map(number -> snapshot(number, today)).orElseThrow();
    }

    private StudentSnapshot snapshot(AccountNumber number, StudentLookup today) {
        if (isOfPayer()) {
            return new StudentSnapshot(number, row.text("payer_name"), "", "");
        }
        return isNameless() ? today.snapshot(number) : JournalStudentLookup.record(row);
    }

    /** The taxes with an amount, or with a name and zero. */
    private List<Tax> taxes(Currency currency) {
        List<Tax> taxes = new ArrayList<>();
        for (int i = 1; i <= Tax.MAX_PER_CHARGE; i++) {
            String amount = "tax" + i;
            String name = row.text(amount + "_name");
            if (row.decimal(amount).signum() != 0 || !row.isNull(amount) && !name.isEmpty()) {
                taxes.add(new Tax(name, row.money(amount, currency)));
            }
        }
        return taxes;
    }

    private Optional<BatchNumber> batch() {
        return positive("batch_id").map(BatchNumber::new);
    }

    /** Empty for old rows, and for the word of another program. */
    private Optional<PaymentMethod> method() {
        String word = row.text("method").strip();
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.keyword().equalsIgnoreCase(word))
                .findFirst();
    }

    private Optional<Instant> recordedAt() {
        return row.isNull("recorded_at")
                ? Optional.empty()
                : Optional.of(UtcTimestamp.instant(row.text("recorded_at")));
    }

    /** Empty for 0 too, see {@link JournalIndex#UNSETTLED}. */
    OptionalLong settledBy() {
        return row.isNull("paid_id") || row.number("paid_id") == 0 ? OptionalLong.empty() : number("paid_id");
    }

    private Optional<Integer> positive(String column) {
        return row.isNull(column)
                ? Optional.empty()
                : Optional.of(row.integer(column)).filter(value -> value > 0);
    }

    private OptionalLong number(String column) {
        return row.isNull(column) ? OptionalLong.empty() : OptionalLong.of(row.number(column));
    }
}
