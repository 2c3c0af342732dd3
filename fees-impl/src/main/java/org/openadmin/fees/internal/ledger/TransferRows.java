package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.ledger.SplitRows.Act;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The rows of charges that are transferred to payers, and of what takes them back, in a few statements for any number of charges. The
 * accounts must be locked.
 */
public final class TransferRows {

    private static final String COLUMNS = """
            trans_type, studnum, student_name, student_grade, student_homeroom, name, description, origin_id, reverses_id, due_date,
            discount, discount_percent, discount_amount, tax_included, subtotal, total,
            tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate,
            tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate,
            trans_date, correction_id, recorded_at, recorded_by
            """;

    /** The amounts of a charge, its price and its taxes, as they are. */
    private static final String AMOUNTS = """
            c.discount, c.discount_percent, c.discount_amount, c.tax_included, {sign}c.subtotal, {sign}c.total,
            {sign}c.tax1, c.tax1_name, c.tax1_rate, {sign}c.tax2, c.tax2_name, c.tax2_rate,
            {sign}c.tax3, c.tax3_name, c.tax3_rate, {sign}c.tax4, c.tax4_name, c.tax4_rate,
            :date, :correction, :recorded_at, :recorded_by
            """;

    /**
     * A charge to be transferred.
     *
     * @param due the day on which the payer's charge is due
     */
    public record Given(ChargeId charge, PayerNumber payer, LocalDate due) {}

    /**
     * A transfer to be taken back.
     *
     * @param charge the student's charge
     * @param row the row that settled it
     * @param payers the payer's charge
     */
    public record Returned(ChargeId charge, long row, ChargeId payers) {}

    private final EntityManager em;
    private final Locale locale;
    private final Act act;

    /** @param locale the school's language */
    public TransferRows(EntityManager em, Locale locale, Act act) {
        this.em = em;
        this.locale = locale;
        this.act = act;
    }

    /** Settles the students' charges, and charges the payers. */
    public void add(List<Given> given) {
        Sql list = Sql.of("""
                JSON_TABLE(:given, '$[*]' COLUMNS (id INT PATH '$[0]', payer INT PATH '$[1]', due DATE PATH '$[2]')) g
                STRAIGHT_JOIN fees_jrl c ON c.id = g.id
                """)
                .with(
                        "given",
                        json(
                                given,
                                each -> "[" + each.charge() + "," + each.payer().journalNumber() + ",\"" + each.due()
                                        + "\"]"));
        insert(given.size(), "-", rearranged("""
                :TRANSFER, c.studnum, c.student_name, c.student_grade, c.student_homeroom, :word, :reason, c.id, NULL, NULL
                """), list, "g.id");
        require(given.size(), Sql.of("""
                UPDATE {list}
                STRAIGHT_JOIN fees_jrl r ON r.origin_id = c.id AND r.correction_id = :correction AND r.trans_type = :TRANSFER
                SET c.paid_id = r.id
                WHERE c.trans_type = :CHARGE AND (c.paid_id IS NULL OR c.paid_id = 0)
                """).part("list", list).with("correction", act.correction()));
        insert(
                given.size(),
                "",
                Sql.of(":CHARGE, g.payer, c.student_name, NULL, NULL, c.name, c.description, c.id, NULL, g.due"),
                list,
                "g.id");
    }

    /**
     * Pays the charges that this act gave to a fund from its credit, under the next receipt number.
     *
     * @param firstReceipt the start of the series of receipt numbers
     */
    public void payFromCredit(PayerNumber fund, long firstReceipt) {
        // a closing locks the counter of the corrections before that of the receipts
        Counter.CORRECTION.lock(em);
        int number = Counter.RECEIPT.next(em, firstReceipt);
        require(
                1,
                Sql.of("""
                INSERT INTO fees_jrl (trans_type, studnum, student_name, trans_date, name, description, total, paid_id, method,
                  reference, correction_id, recorded_at, recorded_by)
                SELECT :PAYMENT, -p.id, p.name, :date, :word, GROUP_CONCAT(c.id ORDER BY c.id SEPARATOR ','), 0, :number, :method, '',
                  :correction, :recorded_at, :recorded_by
                FROM fees_payer p JOIN fees_jrl c FORCE INDEX (fees_jrl_student) ON c.studnum = -p.id AND c.trans_type = :CHARGE
                  AND c.paid_id IS NULL
                JOIN fees_jrl a ON a.id = c.id AND a.correction_id = :correction AND a.origin_id IS NOT NULL
                WHERE p.id = :fund GROUP BY p.id
                """)
                        .with("fund", fund.value())
                        .with("word", JournalTexts.payment(locale))
                        .with("number", number)
                        .with("method", PaymentMethod.OTHER.keyword())
                        .with("date", act.date())
                        .with("correction", act.correction())
                        .with("recorded_at", act.recordedAt())
                        .with("recorded_by", act.recordedBy()));
        Sql.of("""
                UPDATE fees_jrl c FORCE INDEX (fees_jrl_student) JOIN fees_jrl r ON r.id = LAST_INSERT_ID()
                SET c.paid_id = r.id
                WHERE c.studnum = :fund AND c.trans_type = :CHARGE AND c.paid_id IS NULL AND c.correction_id = :correction
                  AND c.origin_id IS NOT NULL
                """)
                .with("fund", fund.journalNumber())
                .with("correction", act.correction())
                .update(em);
    }

    /** Settles the payers' charges, whatever settled them before, and opens those of the students again. */
    public void takeBack(Collection<Returned> returned) {
        Sql list = Sql.of("""
                JSON_TABLE(:returned, '$[*]' COLUMNS (id INT PATH '$[0]', transfer INT PATH '$[1]', payers INT PATH '$[2]')) g
                """)
                .with(
                        "returned",
                        json(returned, each -> "[" + each.charge() + "," + each.row() + "," + each.payers() + "]"));
        Sql payers =
                Sql.of("{list} STRAIGHT_JOIN fees_jrl c ON c.id = g.payers").part("list", list);
        insert(
                returned.size(),
                "-",
                rearranged(":TRANSFER, c.studnum, c.student_name, NULL, NULL, :word, :reason, c.id, c.id, NULL"),
                payers,
                "g.payers");
        Sql settling = Sql.of("""
                {payers} STRAIGHT_JOIN fees_jrl r ON r.origin_id = c.id AND r.correction_id = :correction AND r.trans_type = :TRANSFER
                """).part("payers", payers).with("correction", act.correction());
        Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by)
                SELECT c.id, c.paid_id, r.id FROM {settling} WHERE c.paid_id <> 0
                """).part("settling", settling).update(em);
        require(
                returned.size(),
                Sql.of("UPDATE {settling} SET c.paid_id = r.id WHERE c.trans_type = :CHARGE")
                        .part("settling", settling));
        Sql students = Sql.of("{list} STRAIGHT_JOIN fees_jrl c ON c.id = g.id").part("list", list);
        insert(returned.size(), "", rearranged("""
                :TRANSFER, c.studnum, c.student_name, c.student_grade, c.student_homeroom, :word, :reason, c.id, g.transfer, NULL
                """), students, "g.id");
        require(returned.size(), Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by)
                SELECT c.id, g.transfer, r.id FROM {students}
                STRAIGHT_JOIN fees_jrl r ON r.origin_id = c.id AND r.correction_id = :correction AND r.trans_type = :TRANSFER
                """).part("students", students).with("correction", act.correction()));
        require(
                returned.size(),
                Sql.of("UPDATE {students} SET c.paid_id = NULL WHERE c.trans_type = :CHARGE AND c.paid_id = g.transfer")
                        .part("students", students));
    }

    private Sql rearranged(String first) {
        return Sql.of(first).with("word", JournalTexts.transfer(locale)).with("reason", act.reason());
    }

    /**
     * Adds a row with the amounts of each charge {@code c} of a list.
     *
     * @param sign a minus for the opposite amounts
     * @param first the values of the first columns
     */
    private void insert(int expected, String sign, Sql first, Sql list, String order) {
        require(
                expected,
                Sql.of("INSERT INTO fees_jrl ({columns}) SELECT {first}, {amounts} FROM {list} ORDER BY {order}")
                        .part("columns", COLUMNS)
                        .part("first", first)
                        .part(
                                "amounts",
                                Sql.of(AMOUNTS.replace("{sign}", sign))
                                        .with("date", act.date())
                                        .with("correction", act.correction())
                                        .with("recorded_at", act.recordedAt())
                                        .with("recorded_by", act.recordedBy()))
                        .part("list", list)
                        .part("order", order));
    }

    private void require(int expected, Sql sql) {
        int changed = sql.update(em);
        if (changed != expected) {
            throw new IllegalStateException(
                    "The database changed " + changed + " of " + expected + " rows of transferred charges");
        }
    }

    private static <T> String json(Collection<T> list, Function<T, String> each) {
        return list.stream().map(each).collect(Collectors.joining(",", "[", "]"));
    }
}
