package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The rows of a transfer to a payer, and of what takes it back. */
final class TransferStore {

    /** The amounts of a charge, its price and its taxes, as they are. */
    private static final String AMOUNTS = """
            c.discount, c.discount_percent, c.discount_amount, c.tax_included, {sign}c.subtotal, {sign}c.total,
            {sign}c.tax1, c.tax1_name, c.tax1_rate, {sign}c.tax2, c.tax2_name, c.tax2_rate,
            {sign}c.tax3, c.tax3_name, c.tax3_rate, {sign}c.tax4, c.tax4_name, c.tax4_rate,
            :date, :correction, :recorded_at, :recorded_by
            """;

    private static final String COLUMNS = """
            trans_type, studnum, student_name, student_grade, student_homeroom, name, description, origin_id, reverses_id, due_date,
            discount, discount_percent, discount_amount, tax_included, subtotal, total,
            tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate,
            tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate,
            trans_date, correction_id, recorded_at, recorded_by
            """;

    /**
     * A transfer that was not taken back.
     *
     * @param charge the student's charge
     * @param row the row that settled it
     * @param account the student's
     * @param payers the payer's charge
     */
    record Transferred(ChargeId charge, long row, AccountNumber account, PayerNumber payer, ChargeId payers) {}

    private final EntityManager em;

    TransferStore(EntityManager em) {
        this.em = em;
    }

    /** The day on which a charge is due. */
    Optional<LocalDate> due(ChargeId charge) {
        return Sql.of("SELECT {day} AS day FROM fees_jrl j WHERE j.id = :charge")
                .part("day", SqlDates.of("COALESCE(j.due_date, j.trans_date)"))
                .with("charge", charge.value())
                .rows(em)
                .stream()
                .flatMap(row -> row.day("day").stream())
                .findFirst();
    }

    /** The transfer of a charge, given by the student's charge or by the payer's. */
    Optional<Transferred> find(ChargeId charge) {
        return Sql.of("""
                SELECT c.id, x.id AS transfer, c.studnum, p.studnum AS payer, p.id AS payers
                FROM fees_jrl c
                JOIN fees_jrl x ON x.id = c.paid_id AND x.trans_type = :TRANSFER AND x.origin_id = c.id
                JOIN fees_jrl p ON p.origin_id = c.id AND p.correction_id = x.correction_id AND p.trans_type = :CHARGE
                WHERE c.trans_type = :CHARGE AND (c.id = :charge OR c.id = (
                  SELECT f.origin_id FROM fees_jrl f WHERE f.id = :charge AND f.trans_type = :CHARGE AND f.studnum < 0))
                  AND (c.id = :charge OR p.id = :charge)
                """).with("charge", charge.value()).rows(em).stream()
                .map(row -> new Transferred(
                        new ChargeId(row.number("id")),
                        row.number("transfer"),
                        AccountNumber.ofJournal(row.integer("studnum")),
                        new PayerNumber(-row.integer("payer")),
                        new ChargeId(row.number("payers"))))
                .findFirst();
    }

    /** The accounts that a charge was ever transferred from and to, given by the student's charge or by a payer's. */
    List<AccountNumber> accounts(ChargeId charge) {
        return Sql.of("""
                SELECT c.studnum FROM fees_jrl c WHERE c.id = :charge
                UNION SELECT o.studnum FROM fees_jrl c JOIN fees_jrl o ON o.id = c.origin_id WHERE c.id = :charge
                UNION SELECT p.studnum FROM fees_jrl p WHERE p.origin_id = :charge AND p.trans_type = :CHARGE
                """).with("charge", charge.value()).numbers(em).stream()
                .map(AccountNumber::ofJournal)
                .toList();
    }

    /** Whether a correction transferred a charge to this payer. */
    boolean isFor(int correction, Transfer request) {
        return Sql.of("""
                SELECT COUNT(*) FROM fees_jrl c
                WHERE c.origin_id = :charge AND c.correction_id = :correction AND c.trans_type = :CHARGE AND c.studnum = :payer
                """)
                        .with("charge", request.charge().value())
                        .with("correction", correction)
                        .with("payer", request.payer().journalNumber())
                        .count(em)
                > 0;
    }

    /**
     * Settles the student's charge and charges the payer, and returns the payer's charge. Both accounts must be locked.
     *
     * @param word the journal's word for it, in the school's language
     * @param due the day on which the payer's charge is due
     */
    ChargeId add(Transfer request, String word, LocalDate due, Stamp stamp) {
        insert(
                "-",
                Sql.of("""
                :kind, c.studnum, c.student_name, c.student_grade, c.student_homeroom, :word, :reason, c.id, NULL, NULL
                """).with("kind", stamp.kind()).with("word", word).with("reason", request.reason()),
                request.charge(),
                stamp);
        settle(request.charge(), lastId());
        insert(
                "",
                Sql.of(":CHARGE, :payer, c.student_name, NULL, NULL, c.name, c.description, c.id, NULL, :due")
                        .with("payer", request.payer().journalNumber())
                        .with("due", due),
                request.charge(),
                stamp);
        return new ChargeId(lastId());
    }

    /**
     * Pays the charge of a fund from its credit, under the next receipt number.
     *
     * @param word the journal's word for a payment, in the school's language
     * @param firstReceipt the start of the series of receipt numbers
     */
    void payFromCredit(PayerNumber fund, String name, ChargeId charge, String word, long firstReceipt, Stamp stamp) {
        // a closing locks the counter of the corrections before that of the receipts
        Counter.CORRECTION.lock(em);
        int number = Counter.RECEIPT.next(em, firstReceipt);
        int added = Sql.of("""
                INSERT INTO fees_jrl (trans_type, studnum, student_name, trans_date, name, description, total, paid_id, method,
                  reference, correction_id, recorded_at, recorded_by)
                VALUES (:PAYMENT, :fund, :fund_name, :date, :word, :charges, 0, :number, :method, '', :correction,
                  :recorded_at, :recorded_by)
                """)
                .with("fund", fund.journalNumber())
                .with("fund_name", name)
                .with("date", stamp.request().date())
                .with("word", word)
                .with("charges", charge.toString())
                .with("number", number)
                .with("method", PaymentMethod.OTHER.keyword())
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .update(em);
        requireOne(added);
        settle(charge, lastId());
    }

    /**
     * Settles the payer's charge, and opens that of the student again. Both accounts must be locked.
     *
     * @param paid whether the payer's charge was settled
     */
    void takeBack(Transferred transfer, boolean paid, String word, Stamp stamp) {
        insert(
                "-",
                Sql.of("""
                :kind, c.studnum, c.student_name, NULL, NULL, :word, :reason, c.id, c.id, NULL
                """)
                        .with("kind", stamp.kind())
                        .with("word", word)
                        .with("reason", stamp.request().reason()),
                transfer.payers(),
                stamp);
        long settled = lastId();
        Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by)
                SELECT c.id, c.paid_id, :row FROM fees_jrl c WHERE c.id = :charge AND c.paid_id <> 0
                """)
                .with("row", settled)
                .with("charge", transfer.payers().value())
                .update(em);
        requireOne(Sql.of("""
                UPDATE fees_jrl c SET c.paid_id = :row
                WHERE c.id = :charge AND c.trans_type = :CHARGE AND (COALESCE(c.paid_id, 0) <> 0) = :paid
                """)
                .with("row", settled)
                .with("paid", paid)
                .with("charge", transfer.payers().value())
                .update(em));
        insert(
                "",
                Sql.of("""
                :kind, c.studnum, c.student_name, c.student_grade, c.student_homeroom, :word, :reason, c.id, :transfer, NULL
                """)
                        .with("kind", stamp.kind())
                        .with("word", word)
                        .with("reason", stamp.request().reason())
                        .with("transfer", transfer.row()),
                transfer.charge(),
                stamp);
        long opened = lastId();
        requireOne(Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by) VALUES (:charge, :transfer, :row)
                """)
                .with("charge", transfer.charge().value())
                .with("transfer", transfer.row())
                .with("row", opened)
                .update(em));
        requireOne(Sql.of("""
                UPDATE fees_jrl c SET c.paid_id = NULL
                WHERE c.id = :charge AND c.trans_type = :CHARGE AND c.paid_id = :transfer
                """)
                .with("charge", transfer.charge().value())
                .with("transfer", transfer.row())
                .update(em));
    }

    /**
     * Adds a row with the amounts of a charge.
     *
     * @param sign a minus for the opposite amounts
     * @param first the values of the first columns
     */
    private void insert(String sign, Sql first, ChargeId charge, Stamp stamp) {
        requireOne(Sql.of(
                        "INSERT INTO fees_jrl ({columns}) SELECT {first}, {amounts} FROM fees_jrl c WHERE c.id = :charge")
                .part("columns", Sql.of(COLUMNS))
                .part("first", first)
                .part(
                        "amounts",
                        Sql.of(AMOUNTS.replace("{sign}", sign))
                                .with("date", stamp.request().date())
                                .with("correction", stamp.correction())
                                .with("recorded_at", stamp.recordedAt())
                                .with("recorded_by", stamp.recordedBy()))
                .with("charge", charge.value())
                .update(em));
    }

    private void settle(ChargeId charge, long row) {
        requireOne(Sql.of("""
                UPDATE fees_jrl c SET c.paid_id = :row
                WHERE c.id = :charge AND c.trans_type = :CHARGE AND (c.paid_id IS NULL OR c.paid_id = 0)
                """).with("row", row).with("charge", charge.value()).update(em));
    }

    private long lastId() {
        return Sql.of("SELECT LAST_INSERT_ID()").count(em);
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("The database changed " + changed + " rows of one transfer");
        }
    }
}
