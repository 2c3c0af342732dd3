package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** Reverses or waives one charge, or those of a whole assessment, in a few statements for any number of charges. */
public final class ReversalStore {

    /** A join in this order looks up each charge by its number, and so locks only these charges. */
    private static final String CHARGES =
            "JSON_TABLE(:charges, '$[*]' COLUMNS (id INT PATH '$')) s STRAIGHT_JOIN fees_jrl c ON c.id = s.id";

    private final EntityManager em;
    private final Currency currency;

    public ReversalStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * The charge; a damaged old row without a student or a total does not count as one.
     *
     * @throws UnknownChargeException if there is none
     */
    public CorrectableCharge charge(ChargeId id) {
        return charges(Sql.of("fees_jrl c"), Sql.of("c.id = :id").with("id", id.value())).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownChargeException(List.of(id)));
    }

    /** The date of an assessment. */
    public Optional<LocalDate> date(BatchNumber batch) {
        return Sql.of("SELECT CAST(trans_date AS CHAR) AS day FROM fees_batch WHERE id = :batch")
                .with("batch", batch.value())
                .rows(em)
                .stream()
                .flatMap(row -> row.day("day").stream())
                .findFirst();
    }

    /** The charges of an assessment and the parts that they were split into, in number order. */
    public List<CorrectableCharge> charges(BatchNumber batch) {
        return withParts(Sql.of("SELECT id, paid_id FROM fees_jrl WHERE batch_id = :batch AND trans_type = :CHARGE")
                .with("batch", batch.value()));
    }

    /** The charges that were sold with a payment, and the parts that they were split into, in number order. */
    List<CorrectableCharge> sold(long payment) {
        return withParts(Sql.of("""
                SELECT k.id, k.paid_id FROM fees_sale a STRAIGHT_JOIN fees_jrl k ON k.id = a.charge_id WHERE a.payment_id = :payment
                """).with("payment", payment));
    }

    private List<CorrectableCharge> withParts(Sql first) {
        Sql families = Sql.of("{families} f STRAIGHT_JOIN fees_jrl c ON c.id = f.id")
                .part("families", ArrangedRows.withParts(first));
        return charges(families, Sql.of("TRUE"));
    }

    /** The students that an assessment charged. */
    public List<AccountNumber> students(BatchNumber batch) {
        return Sql.of("SELECT DISTINCT studnum FROM fees_jrl WHERE studnum > 0 AND batch_id = :batch")
                .with("batch", batch.value())
                .numbers(em)
                .stream()
                .map(AccountNumber::ofJournal)
                .toList();
    }

    private List<CorrectableCharge> charges(Sql charges, Sql which) {
        return Sql.of("""
                SELECT c.id, c.studnum, c.total, {day} AS day,
                  CASE WHEN c.paid_id <> 0 THEN 1 ELSE 0 END AS settled,
                  {corrected} AS corrected
                FROM {charges} LEFT JOIN fees_jrl p ON p.id = c.paid_id
                WHERE c.trans_type = :CHARGE AND {is_account} AND c.total IS NOT NULL AND {which}
                ORDER BY c.id
                """)
                .part("corrected", ArrangedRows.corrected())
                .part("day", SqlDates.of("c.trans_date"))
                .part("is_account", PayerQueries.isAccount("c.studnum"))
                .part("charges", charges)
                .part("which", which)
                .rows(em)
                .stream()
                .map(this::charge)
                .toList();
    }

    private CorrectableCharge charge(Row row) {
        return new CorrectableCharge(
                new ChargeId(row.number("id")),
                AccountNumber.ofJournal(row.integer("studnum")),
                row.money("total", currency),
                row.day("day"),
                row.flag("settled"),
                row.flag("corrected"));
    }

    private static Sql code(CorrectionRequest request) {
        String code = CorrectionRow.reasonCode(request);
        return code == null ? Sql.of("NULL") : Sql.of(":code").with("code", code);
    }

    /**
     * Adds a row for each of the charges, with the opposite amounts and taxes, and marks the charge as settled by it; that it was paid before is
     * recorded. The accounts must be locked.
     */
    public void add(Collection<ChargeId> charges, Stamp stamp) {
        String ids = charges.stream().map(ChargeId::toString).collect(Collectors.joining(",", "[", "]"));
        Sql each = Sql.of(CHARGES).with("charges", ids);
        int added = Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, name, discount,
                  discount_percent, discount_amount, tax_included, subtotal, total, reverses_id,
                  tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate,
                  tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate,
                  trans_type, trans_date, description, reason_code, correction_id, recorded_at, recorded_by)
                SELECT c.studnum, c.student_name, c.student_grade, c.student_homeroom, c.name, c.discount,
                  c.discount_percent, c.discount_amount, c.tax_included, -c.subtotal, -c.total, c.id,
                  -c.tax1, c.tax1_name, c.tax1_rate, -c.tax2, c.tax2_name, c.tax2_rate,
                  -c.tax3, c.tax3_name, c.tax3_rate, -c.tax4, c.tax4_name, c.tax4_rate,
                  :kind, :date, :reason, {reason_code}, :correction, :recorded_at, :recorded_by
                FROM {charges}
                """)
                .with("kind", stamp.kind())
                .with("date", stamp.request().date())
                .with("reason", stamp.request().reason())
                .part("reason_code", code(stamp.request()))
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .part("charges", each)
                .update(em);
        Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by)
                SELECT c.id, c.paid_id, r.id FROM {charges}
                STRAIGHT_JOIN fees_jrl r ON r.reverses_id = c.id AND r.trans_type = :kind
                WHERE c.paid_id <> 0
                """).part("charges", each).with("kind", stamp.kind()).update(em);
        int settled =
                Sql.of("""
                UPDATE {charges}
                STRAIGHT_JOIN fees_jrl r ON r.reverses_id = c.id AND r.trans_type = :kind
                SET c.paid_id = r.id
                WHERE c.trans_type = :CHARGE
                """).part("charges", each).with("kind", stamp.kind()).update(em);
        if (added != charges.size() || settled != charges.size()) {
            throw new IllegalStateException("The database added " + added + " rows and settled " + settled + " of "
                    + charges.size() + " charges");
        }
    }
}
