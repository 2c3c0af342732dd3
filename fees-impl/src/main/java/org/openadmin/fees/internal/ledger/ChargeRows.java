package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.internal.students.StudentsJson;

/**
 * The charges of one fee in the journal.
 *
 * @param predefined the predefined fee that the fee was taken from, if any
 * @param due when a charge is due, unless it is a part with a due date of its own
 */
public record ChargeRows(
        Fee fee, Optional<PredefinedFeeId> predefined, LocalDate date, LocalDate due, Actor actor, Instant now) {

    /**
     * The statement that charges students in one go. It lacks the values of {@code batch} and {@code parts}, which are null for charges
     * without an assessment or parts, and the part {@code returning}.
     *
     * @param each the charges of each student, see {@link PartsJson}
     */
    public Sql statement(Pricing pricing, Sql each, List<StudentSnapshot> students) {
        Price price = pricing.price(fee);
        Optional<BigDecimal> percent =
                fee.discount() instanceof Discount.Percent off ? Optional.of(off.percent()) : Optional.empty();
        Sql sql = Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, trans_type, trans_date, due_date,
                  name, description, subtotal, total, discount, discount_percent, discount_amount, tax_included,
                  batch_id, predefined_id, part_number, part_count, recorded_at, recorded_by,
                  tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate,
                  tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate)
                SELECT s.studnum, s.name, s.grade, s.homeroom, :CHARGE, :date, COALESCE(p.due, :due),
                  :name, :description, COALESCE(p.subtotal, :subtotal), COALESCE(p.total, :total), :discount, :discount_percent, :discount_amount, :tax_included,
                  :batch, :predefined, p.number, :parts, :recorded_at, :recorded_by,
                  COALESCE(p.tax1, :tax1), :tax1_name, :tax1_rate, COALESCE(p.tax2, :tax2), :tax2_name, :tax2_rate,
                  COALESCE(p.tax3, :tax3), :tax3_name, :tax3_rate, COALESCE(p.tax4, :tax4), :tax4_name, :tax4_rate
                FROM JSON_TABLE(:students, '$[*]' COLUMNS (studnum INT PATH '$[0]', name VARCHAR(512) PATH '$[1]',
                  grade VARCHAR(32) PATH '$[2]', homeroom VARCHAR(32) PATH '$[3]')) s
                STRAIGHT_JOIN {each_part} p
                {returning}
                """)
                .with("date", date)
                .with("due", due)
                .with("name", fee.name())
                .with("description", fee.description())
                .with("subtotal", price.subtotal().amount())
                .with("total", price.total().amount())
                .with(
                        "discount",
                        percent.map(off -> off.setScale(2, RoundingMode.HALF_UP))
                                .orElse(null))
                .with("discount_percent", percent.filter(off -> off.scale() > 2).orElse(null))
                .with(
                        "discount_amount",
                        fee.discount() instanceof Discount.Amount off
                                ? off.amount().amount()
                                : null)
                .with("tax_included", fee.taxesIncluded() ? 1 : null)
                .with("predefined", predefined.map(PredefinedFeeId::value).orElse(null))
                .part("each_part", each)
                .with("recorded_at", UtcTimestamp.text(now))
                .with("recorded_by", actor.name())
                .with("students", StudentsJson.of(students));
        return ChargeTaxColumns.with(sql, pricing.slots(fee), price);
    }
}
