package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.Reopening.Settled;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.ledger.ChargeTaxColumns;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The payments that banks returned, in the table fees_return beside their corrections. */
public final class ReturnStore {

    /**
     * A return that has not been undone.
     *
     * @param correction the number of its correction
     * @param payment the row of the payment, which is void
     * @param voiding the row of the void
     * @param date the date of the return
     * @param fee the charge for it
     */
    public record OpenReturn(
            int correction,
            AccountNumber student,
            long payment,
            long voiding,
            Optional<LocalDate> date,
            Optional<ChargeId> fee) {}

    /**
     * A row of a returned payment: one, or one for each account of its receipt.
     *
     * @param received its part of the money; zero if credit alone settled its charges
     */
    record ReturnedRow(AccountNumber student, long payment, long voiding, Money received) {}

    /**
     * A return, undone or not, by the numbers of its rows.
     *
     * @param received the money of all accounts of the receipt
     */
    record Rows(
            int payment,
            int voiding,
            Money received,
            OptionalLong fee,
            Optional<LocalDate> cashOnlyUntil,
            Optional<ReceiptNumber> receivedAgain) {}

    /** The money of all accounts of the receipt on the row {@code p}, as in the journal. */
    private static final Sql RECEIVED = Sql.of("""
            ((SELECT f.total FROM fees_jrl f WHERE f.id = COALESCE(p.lead_id, p.id))
              + COALESCE((SELECT SUM(o.total) FROM fees_jrl o WHERE o.lead_id = COALESCE(p.lead_id, p.id)), 0))
            """);

    private final EntityManager em;
    private final Currency currency;

    public ReturnStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The return of the receipt with this number that has not been undone; the latest, if old data has the number twice. */
    public Optional<OpenReturn> open(ReceiptNumber number) {
        return Sql.of("""
                SELECT r.correction_id, r.studnum, p.id AS payment, v.id AS voiding, {day} AS day, r.fee_id
                FROM {journal} JOIN fees_return r ON r.payment_id = j.id AND r.undoes IS NULL
                JOIN fees_jrl p ON p.id = j.id
                JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = :VOID
                LEFT JOIN fees_return u ON u.undoes = r.correction_id
                WHERE j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND j.paid_id = :number AND u.correction_id IS NULL
                ORDER BY r.correction_id DESC LIMIT 1
                """)
                .part("day", SqlDates.of("v.trans_date"))
                .part("journal", JournalIndex.KIND.table())
                .with("number", number.value())
                .rows(em)
                .stream()
                .map(row -> new OpenReturn(
                        row.integer("correction_id"),
                        AccountNumber.ofJournal(row.integer("studnum")),
                        row.number("payment"),
                        row.number("voiding"),
                        row.day("day"),
                        row.isNull("fee_id") ? Optional.empty() : Optional.of(new ChargeId(row.number("fee_id")))))
                .findFirst();
    }

    /** The rows of a returned payment: its own first, then those of the other accounts of its receipt. */
    List<ReturnedRow> rows(OpenReturn returned) {
        return Sql.of("""
                SELECT o.studnum, o.id AS payment, v.id AS voiding, o.total
                FROM (SELECT f.id FROM fees_jrl f WHERE f.id = {lead}
                  UNION ALL SELECT x.id FROM fees_jrl x WHERE x.lead_id = {lead}) receipt
                JOIN fees_jrl o ON o.id = receipt.id
                JOIN fees_jrl v ON v.reverses_id = o.id AND v.trans_type = :VOID
                ORDER BY o.id <> :payment, o.id
                """)
                .part(
                        "lead",
                        Sql.of("COALESCE((SELECT l.lead_id FROM fees_jrl l WHERE l.id = :payment), :payment)")
                                .with("payment", returned.payment()))
                .with("payment", returned.payment())
                .rows(em)
                .stream()
                .map(row -> new ReturnedRow(
                        AccountNumber.ofJournal(row.integer("studnum")),
                        row.number("payment"),
                        row.number("voiding"),
                        row.money("total", currency).negated()))
                .toList();
    }

    /** The accounts of the returns, undone or not, of the receipt with this number. */
    public List<AccountNumber> students(ReceiptNumber number) {
        return Sql.of("""
                SELECT DISTINCT o.studnum FROM {journal} JOIN fees_return r ON r.payment_id = j.id AND r.undoes IS NULL
                JOIN fees_jrl o ON o.paid_id = :number AND o.trans_type IN (:PAYMENT, :ON_ACCOUNT)
                WHERE j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND j.paid_id = :number AND {is_account}
                """)
                .part("journal", JournalIndex.KIND.table())
                .part("is_account", PayerQueries.isAccount("o.studnum"))
                .with("number", number.value())
                .numbers(em)
                .stream()
                .map(AccountNumber::ofJournal)
                .toList();
    }

    /** Whether the money of a receipt came by a method that a bank can return. Old rows have no method, and may be cheques. */
    public boolean isReturnable(long payment) {
        return Sql.of(
                                "SELECT COUNT(*) FROM fees_jrl p WHERE p.id = :payment AND p.total < 0 AND NOT p.method <=> :cash")
                        .with("payment", payment)
                        .with("cash", PaymentMethod.CASH.keyword())
                        .count(em)
                > 0;
    }

    /** The charges that a return opened and that are outstanding, with the rows that had settled them. */
    List<Settled> opened(ReturnedRow returned) {
        return Sql.of("""
                SELECT j.id, past.settled_by, j.total
                FROM fees_past_settlement past JOIN fees_jrl j ON j.id = past.charge_id
                WHERE past.ended_by = :voiding AND j.trans_type = :CHARGE AND {unsettled} AND j.studnum = :student
                  AND j.total > 0
                ORDER BY j.id
                """)
                .part("unsettled", JournalIndex.UNSETTLED)
                .with("voiding", returned.voiding())
                .with("student", returned.student().journalNumber())
                .rows(em)
                .stream()
                .map(row -> new Settled(
                        new ChargeId(row.number("id")), row.number("settled_by"), row.money("total", currency)))
                .toList();
    }

    /** Charges the fee, and returns the id of its row. */
    public long addFee(StudentSnapshot student, ReturnFee fee, Stamp stamp) {
        ChargeTaxColumns.with(Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, trans_type, trans_date, due_date,
                  name, description, subtotal, total, correction_id, recorded_at, recorded_by,
                  tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate,
                  tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate)
                VALUES (:student, :student_name, :grade, :homeroom, :kind, :date, :due,
                  :name, :description, :subtotal, :total, :correction, :recorded_at, :recorded_by,
                  :tax1, :tax1_name, :tax1_rate, :tax2, :tax2_name, :tax2_rate,
                  :tax3, :tax3_name, :tax3_rate, :tax4, :tax4_name, :tax4_rate)
                """), fee.slots(), fee.price())
                .with("student", student.number().journalNumber())
                .with("student_name", student.name())
                .with("grade", student.grade())
                .with("homeroom", student.homeroom())
                .with("kind", stamp.kind())
                .with("date", stamp.request().date())
                .with("due", fee.due())
                .with("name", fee.fee().name())
                .with("description", fee.fee().description())
                .with("subtotal", fee.price().subtotal().amount())
                .with("total", fee.total().amount())
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .update(em);
        return lastId();
    }

    /** Whether a corrected charge is owed or paid by somebody all the same: it was transferred, or split into parts that were not corrected. */
    boolean isLeft(ChargeId charge) {
        return Sql.of("""
                SELECT COUNT(*) FROM {family} f JOIN fees_jrl c ON c.id = f.id LEFT JOIN fees_jrl p ON p.id = c.paid_id
                WHERE {corrected} = 0 OR p.trans_type = :TRANSFER
                """)
                        .part(
                                "family",
                                ArrangedRows.withParts(
                                        Sql.of("SELECT j.id, j.paid_id FROM fees_jrl j WHERE j.id = :charge")
                                                .with("charge", charge.value())))
                        .part("corrected", ArrangedRows.corrected())
                        .count(em)
                > 0;
    }

    /** Records a return. */
    public void record(long payment, AccountNumber student, OptionalLong fee, ReturnPayment request, Stamp stamp) {
        insert(Sql.of("""
                INSERT INTO fees_return
                  (correction_id, undoes, studnum, payment_id, fee_id, fee, cash_only_until, settled, settled_total)
                VALUES (:correction, NULL, :student, :payment, :charge, :fee, :until, 0, 0)
                """)
                .with("correction", stamp.correction())
                .with("student", student.journalNumber())
                .with("payment", payment)
                .with("charge", fee.isPresent() ? fee.getAsLong() : null)
                .with("fee", request.fee().amount())
                .with("until", request.cashOnlyUntil().orElse(null)));
    }

    /**
     * Records what undid a return.
     *
     * @param settled how many charges the money settles that is received again
     * @param total the sum of these charges
     */
    public void recordUndone(
            OpenReturn returned, long payment, boolean feeReversed, int settled, Money total, Stamp stamp) {
        insert(Sql.of("""
                INSERT INTO fees_return
                  (correction_id, undoes, studnum, payment_id, fee_id, fee, cash_only_until, settled, settled_total)
                VALUES (:correction, :undoes, :student, :payment, :charge, 0, NULL, :settled, :settled_total)
                """)
                .with("correction", stamp.correction())
                .with("undoes", returned.correction())
                .with("student", returned.student().journalNumber())
                .with("payment", payment)
                .with("charge", feeReversed ? returned.fee().orElseThrow().value() : null)
                .with("settled", settled)
                .with("settled_total", total.amount()));
    }

    /**
     * Receives the money of a returned payment again, under the next receipt number, and returns the id of the first row. The accounts must be
     * locked, and the counter of the corrections, which a closing locks before that of the receipts.
     *
     * @param parts what each account of the receipt settles, the first one first
     * @param firstReceipt the start of the series of receipt numbers
     */
    long receiveAgain(Map<ReturnedRow, Resettlement> parts, String word, long firstReceipt, Stamp stamp) {
        Counter.CORRECTION.lock(em);
        int number = Counter.RECEIPT.next(em, firstReceipt);
        OptionalLong lead = OptionalLong.empty();
        for (Map.Entry<ReturnedRow, Resettlement> part : parts.entrySet()) {
            long row = receiveAgain(part.getKey(), part.getValue(), number, lead, word, stamp);
            lead = lead.isPresent() ? lead : OptionalLong.of(row);
        }
        return lead.orElseThrow();
    }

    private long receiveAgain(
            ReturnedRow returned, Resettlement settled, int number, OptionalLong lead, String word, Stamp stamp) {
        EntryKind kind = settled.charges().isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT;
        insert(Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, method, reference, paid_id,
                  lead_id, trans_type, trans_date, name, description, correction_id, recorded_at, recorded_by)
                SELECT p.studnum, p.student_name, p.student_grade, p.student_homeroom, p.total, p.method, p.reference, :number,
                  :lead, :kind, :date, :word, :charges, :correction, :recorded_at, :recorded_by
                FROM fees_jrl p WHERE p.id = :payment
                """)
                .with("number", number)
                .with("lead", lead.isPresent() ? lead.getAsLong() : null)
                .with("kind", kind.code())
                .with("date", stamp.request().date())
                .with("word", word)
                .with("charges", settled.ids().stream().map(ChargeId::toString).collect(Collectors.joining(",")))
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .with("payment", returned.payment()));
        long row = lastId();
        if (!settled.charges().isEmpty()) {
            settle(settled, row);
        }
        return row;
    }

    private void settle(Resettlement settlement, long payment) {
        int settled = Sql.of("""
                UPDATE fees_jrl j SET j.paid_id = :payment
                WHERE j.trans_type = :CHARGE AND {unsettled} AND j.id IN (:charges)
                """)
                .part("unsettled", JournalIndex.UNSETTLED)
                .with("payment", payment)
                .with("charges", settlement.ids().stream().map(ChargeId::value).toList())
                .update(em);
        if (settled != settlement.charges().size()) {
            throw new IllegalStateException("Another program settled a charge of this account at the same time: "
                    + settled + " of " + settlement.charges().size());
        }
    }

    /** Whether a correction records the same return. */
    public boolean isFor(int correction, ReturnPayment request) {
        return Sql.of("""
                SELECT r.fee, {until} AS until FROM fees_return r WHERE r.correction_id = :correction AND r.undoes IS NULL
                """)
                .part("until", SqlDates.of("r.cash_only_until"))
                .with("correction", correction)
                .rows(em)
                .stream()
                .anyMatch(row -> row.money("fee", currency).equals(request.fee())
                        && row.day("until").equals(request.cashOnlyUntil()));
    }

    /** What else a correction did, if it is about a returned payment. */
    public Optional<Returned> result(int correction) {
        return Sql.of("""
                SELECT r.studnum, {received} AS payment, f.total AS fee, {until} AS until, r.undoes, p.paid_id, r.settled,
                  r.settled_total
                FROM fees_return r JOIN fees_jrl p ON p.id = r.payment_id LEFT JOIN fees_jrl f ON f.id = r.fee_id
                WHERE r.correction_id = :correction
                """)
                .part("received", RECEIVED)
                .part("until", SqlDates.of("r.cash_only_until"))
                .with("correction", correction)
                .rows(em)
                .stream()
                .map(row -> new Returned(
                        AccountNumber.ofJournal(row.integer("studnum")),
                        row.money("payment", currency).negated(),
                        row.money("fee", currency),
                        row.day("until"),
                        row.isNull("undoes")
                                ? Optional.empty()
                                : Optional.of(new ReceiptNumber(row.integer("paid_id"))),
                        row.integer("settled"),
                        row.money("settled_total", currency)))
                .findFirst();
    }

    /** The returns of the receipt with this number, undone or not, in the sequence in which they were recorded. */
    List<Rows> of(ReceiptNumber number) {
        return rows(Sql.of("""
                r.payment_id IN (SELECT j.id FROM {journal}
                  WHERE j.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND j.paid_id = :number)
                """).part("journal", JournalIndex.KIND.table()).with("number", number.value()));
    }

    /**
     * The returns of an account, undone or not, in the sequence in which they were recorded: also those of receipts for several accounts
     * that it has a part of.
     */
    List<Rows> of(AccountNumber student) {
        return rows(Sql.of("""
                r.correction_id IN (
                  SELECT own.correction_id FROM (
                    SELECT o.correction_id FROM fees_return o WHERE o.studnum = :student
                    UNION SELECT j.correction_id FROM {journal} WHERE j.studnum = :student AND j.trans_type = :VOID) own)
                """).part("journal", JournalIndex.STUDENT.table()).with("student", student.journalNumber()));
    }

    private List<Rows> rows(Sql which) {
        return Sql.of("""
                SELECT r.payment_id, v.id AS voiding, {received} AS received, r.fee_id, {until} AS until,
                  again.paid_id AS again
                FROM fees_return r JOIN fees_jrl p ON p.id = r.payment_id JOIN fees_jrl v ON v.reverses_id = r.payment_id AND v.trans_type = :VOID
                LEFT JOIN fees_return u ON u.undoes = r.correction_id LEFT JOIN fees_jrl again ON again.id = u.payment_id
                WHERE r.undoes IS NULL AND {which}
                ORDER BY r.correction_id
                """)
                .part("received", RECEIVED)
                .part("until", SqlDates.of("r.cash_only_until"))
                .part("which", which)
                .rows(em)
                .stream()
                .map(this::rows)
                .toList();
    }

    private Rows rows(Row row) {
        boolean undone = !row.isNull("again");
        return new Rows(
                row.integer("payment_id"),
                row.integer("voiding"),
                row.money("received", currency).negated(),
                row.isNull("fee_id") ? OptionalLong.empty() : OptionalLong.of(row.number("fee_id")),
                undone ? Optional.empty() : row.day("until"),
                undone ? Optional.of(new ReceiptNumber(row.integer("again"))) : Optional.empty());
    }

    private long lastId() {
        return Sql.of("SELECT LAST_INSERT_ID()").count(em);
    }

    private void insert(Sql sql) {
        int added = sql.update(em);
        if (added != 1) {
            throw new IllegalStateException("The database added " + added + " rows for one returned payment");
        }
    }
}
