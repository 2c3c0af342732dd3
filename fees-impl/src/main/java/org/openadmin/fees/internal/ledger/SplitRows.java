package org.openadmin.fees.internal.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.ChargeShares.Share;

/**
 * The rows of a charge that is split: one with the opposite amounts settles it, and its parts are outstanding instead; or of parts that
 * are put together, the other way round. They have one date and one correction, and add up to zero in each amount column.
 */
public final class SplitRows {

    /** The charges {@code c} with these numbers, looked up one by one. */
    private static final String CHARGES =
            "JSON_TABLE(:charges, '$[*]' COLUMNS (id INT PATH '$')) s STRAIGHT_JOIN fees_jrl c ON c.id = s.id";

    private static final String TAXES = """
            tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate, tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate""";

    /** A row without a subtotal is an old one. */
    private static final String SUBTOTAL =
            "c.total - COALESCE(c.tax1, 0) - COALESCE(c.tax2, 0) - COALESCE(c.tax3, 0) - COALESCE(c.tax4, 0)";

    /** The values that all rows of the act have. */
    public record Act(int correction, LocalDate date, String reason, String recordedAt, String recordedBy) {}

    private final EntityManager em;
    private final Currency currency;

    public SplitRows(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * Records that a charge is split in two by a command that is no correction.
     *
     * @param key a key of its own
     */
    public Act record(RequestKey key, Actor actor, ChargeId charge, LocalDate date, Instant now) {
        int correction = Sql.of("""
                INSERT INTO fees_correction (request_key, act, subject, trans_date, reason, journal_rows, total, reopened,
                  reopened_total, to_credit, recorded_at, recorded_by)
                VALUES (:key, 'split', :charge, :date, '', 3, 0, 0, 0, 0, :now, :user)
                RETURNING id
                """)
                .with("key", key.toString())
                .with("charge", charge.value())
                .with("date", date)
                .with("now", UtcTimestamp.text(now))
                .with("user", actor.name())
                .count(em);
        return new Act(correction, date, "", UtcTimestamp.text(now), actor.name());
    }

    /** The charge that this one is a part of. */
    public Optional<ChargeId> origin(ChargeId part) {
        return Sql.of("SELECT c.origin_id FROM fees_jrl c WHERE c.id = :part AND c.origin_id IS NOT NULL")
                .with("part", part.value())
                .numbers(em)
                .stream()
                .map(ChargeId::new)
                .findFirst();
    }

    /** @throws UnknownChargeException if there is no such charge */
    public SplitCharge charge(ChargeId id) {
        return charges(Sql.of("c.id = :id").with("id", id.value()), this::splitCharge).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownChargeException(List.of(id)));
    }

    /** These charges, in number order. */
    public List<SplitCharge> charges(Collection<ChargeId> ids) {
        Sql which = Sql.of("c.id IN (SELECT s.id FROM JSON_TABLE(:ids, '$[*]' COLUMNS (id INT PATH '$')) s)")
                .with("ids", ids.stream().map(ChargeId::toString).collect(Collectors.joining(",", "[", "]")));
        return charges(which, this::splitCharge).stream()
                .sorted(Comparator.comparing(SplitCharge::id))
                .toList();
    }

    /** The charges that a split of this charge, or putting it together with others, has made. */
    public List<SplitPart> made(ChargeId origin, int correction) {
        return charges(
                Sql.of("c.origin_id = :origin AND c.correction_id = :correction")
                        .with("origin", origin.value())
                        .with("correction", correction),
                row -> {
                    SplitPart made = splitCharge(row).again();
                    return new SplitPart(
                            Optional.of(new ChargeId(row.number("id"))),
                            made.part(),
                            made.due(),
                            made.subtotal(),
                            made.taxes(),
                            made.total());
                });
    }

    private <R> List<R> charges(Sql which, Function<Row, R> each) {
        return Sql.of("""
                SELECT c.id, c.total, {due} AS due, {date} AS day, c.tax1, c.tax1_name, c.tax2, c.tax2_name, c.tax3, c.tax3_name,
                  c.tax4, c.tax4_name, c.part_number, c.part_count
                FROM fees_jrl c WHERE c.trans_type = :CHARGE AND {which}
                ORDER BY c.part_number, c.id
                """)
                .part("due", SqlDates.of("c.due_date"))
                .part("date", SqlDates.of("c.trans_date"))
                .part("which", which)
                .rows(em)
                .stream()
                .map(each)
                .toList();
    }

    private SplitCharge splitCharge(Row row) {
        List<Money> taxes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= Tax.MAX_PER_CHARGE; i++) {
            taxes.add(row.money("tax" + i, currency));
            names.add(row.isNull("tax" + i) ? "" : row.text("tax" + i + "_name"));
        }
        return new SplitCharge(
                new ChargeId(row.number("id")),
                row.money("total", currency),
                row.day("due").or(() -> row.day("day")).orElse(Dates.UNKNOWN),
                taxes,
                names,
                row.isNull("part_number")
                        ? Optional.empty()
                        : Optional.of(new ChargePart(row.integer("part_number"), row.integer("part_count"))));
    }

    /**
     * A charge to be split.
     *
     * @param totals the total of each part
     * @param due the due date of each part
     */
    public record Splitting(SplitCharge charge, List<Money> totals, List<LocalDate> due) {}

    /**
     * Parts to be put together.
     *
     * @param charge the charge that they become again
     * @param parts all of them
     * @param origin the one of them that the new charge names
     */
    public record Joining(SplitCharge charge, Collection<ChargeId> parts, ChargeId origin) {}

    /** Adds the rows of a split, see {@link #split(List, Act)}. */
    public void split(SplitCharge charge, List<Money> totals, List<LocalDate> due, Act act) {
        split(List.of(new Splitting(charge, totals, due)), act);
    }

    /**
     * Adds the rows of charges that are split, in three statements for any number of charges and parts. The accounts must be locked, and the
     * charges outstanding.
     */
    public void split(List<Splitting> all, Act act) {
        settle(all.stream().map(each -> each.charge().id()).toList(), act);
        insert(
                all.stream().mapToInt(each -> each.totals().size()).sum(),
                of(act, """
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, trans_type, trans_date, due_date,
                  name, description, subtotal, total, origin_id, part_number, part_count, correction_id, recorded_at, recorded_by,
                  {taxes})
                SELECT c.studnum, c.student_name, c.student_grade, c.student_homeroom, :CHARGE, :date, p.due,
                  c.name, c.description, p.subtotal, p.total, c.id, p.number, p.parts, :correction, :recorded_at, :recorded_by,
                  IF(c.tax1 IS NULL, NULL, p.tax1), c.tax1_name, c.tax1_rate, IF(c.tax2 IS NULL, NULL, p.tax2), c.tax2_name, c.tax2_rate,
                  IF(c.tax3 IS NULL, NULL, p.tax3), c.tax3_name, c.tax3_rate, IF(c.tax4 IS NULL, NULL, p.tax4), c.tax4_name, c.tax4_rate
                FROM JSON_TABLE(:parts, '$[*]' COLUMNS (number INT PATH '$[0]', due DATE PATH '$[1]', total DECIMAL(10,2) PATH '$[2]',
                  subtotal DECIMAL(10,2) PATH '$[3]', tax1 DECIMAL(10,2) PATH '$[4]', tax2 DECIMAL(10,2) PATH '$[5]',
                  tax3 DECIMAL(10,2) PATH '$[6]', tax4 DECIMAL(10,2) PATH '$[7]', charge INT PATH '$[8]', parts INT PATH '$[9]')) p
                STRAIGHT_JOIN fees_jrl c ON c.id = p.charge
                ORDER BY p.charge, p.number
                """)
                        .with(
                                "parts",
                                all.stream().flatMap(SplitRows::json).collect(Collectors.joining(",", "[", "]"))));
    }

    /** Adds the rows that put parts together again, see {@link #putTogether(List, Act)}. */
    public void putTogether(SplitCharge charge, Collection<ChargeId> parts, ChargeId origin, Act act) {
        putTogether(List.of(new Joining(charge, parts, origin)), act);
    }

    /**
     * Adds the rows that put parts of charges together again, in three statements for any number of them. The accounts must be locked, and all
     * parts outstanding.
     */
    public void putTogether(List<Joining> all, Act act) {
        settle(all.stream().flatMap(each -> each.parts().stream()).toList(), act);
        insert(
                all.size(),
                of(act, """
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, trans_type, trans_date, due_date,
                  name, description, subtotal, total, origin_id, part_number, part_count, correction_id, recorded_at, recorded_by,
                  discount, discount_percent, discount_amount, tax_included, {taxes})
                SELECT c.studnum, c.student_name, c.student_grade, c.student_homeroom, :CHARGE, :date, COALESCE(c.due_date, c.trans_date),
                  c.name, c.description, {subtotal}, c.total, p.origin, c.part_number, c.part_count, :correction, :recorded_at, :recorded_by,
                  c.discount, c.discount_percent, c.discount_amount, c.tax_included, {taxes}
                FROM JSON_TABLE(:joined, '$[*]' COLUMNS (charge INT PATH '$[0]', origin INT PATH '$[1]')) p
                STRAIGHT_JOIN fees_jrl c ON c.id = p.charge
                ORDER BY p.charge
                """)
                        .part("subtotal", SUBTOTAL)
                        .with(
                                "joined",
                                all.stream()
                                        .map(each -> "[" + each.charge().id() + "," + each.origin() + "]")
                                        .collect(Collectors.joining(",", "[", "]"))));
    }

    /** Settles each of the charges by a row with the opposite amounts. */
    private void settle(Collection<ChargeId> charges, Act act) {
        Sql each = Sql.of(CHARGES)
                .with("charges", charges.stream().map(ChargeId::toString).collect(Collectors.joining(",", "[", "]")));
        insert(
                charges.size(),
                of(act, """
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, name, subtotal, total, origin_id,
                  trans_type, trans_date, description, correction_id, recorded_at, recorded_by, {taxes})
                SELECT c.studnum, c.student_name, c.student_grade, c.student_homeroom, c.name, -({subtotal}), -c.total, c.id,
                  :SPLIT, :date, :reason, :correction, :recorded_at, :recorded_by,
                  -c.tax1, c.tax1_name, c.tax1_rate, -c.tax2, c.tax2_name, c.tax2_rate,
                  -c.tax3, c.tax3_name, c.tax3_rate, -c.tax4, c.tax4_name, c.tax4_rate
                FROM {charges}
                """).part("subtotal", SUBTOTAL).part("charges", each).with("reason", act.reason()));
        insert(charges.size(), Sql.of("""
                UPDATE {charges}
                STRAIGHT_JOIN fees_jrl r ON r.origin_id = c.id AND r.correction_id = :correction AND r.trans_type = :SPLIT
                SET c.paid_id = r.id
                WHERE c.trans_type = :CHARGE AND (c.paid_id IS NULL OR c.paid_id = 0)
                """).part("charges", each).with("correction", act.correction()));
    }

    private static Sql of(Act act, String statement) {
        return Sql.of(statement)
                .part("taxes", TAXES)
                .with("date", act.date())
                .with("correction", act.correction())
                .with("recorded_at", act.recordedAt())
                .with("recorded_by", act.recordedBy());
    }

    private void insert(int expected, Sql sql) {
        int changed = sql.update(em);
        if (changed != expected) {
            throw new IllegalStateException(
                    "The database changed " + changed + " of " + expected + " rows of a split charge");
        }
    }

    private static Stream<String> json(Splitting each) {
        List<Share> shares = each.charge().shares(each.totals());
        return IntStream.range(0, shares.size())
                .mapToObj(i -> json(i + 1, shares.get(i), each.due().get(i))
                        + each.charge().id() + "," + shares.size() + "]");
    }

    /** The beginning of a list of values. */
    private static String json(int number, Share share, LocalDate due) {
        return Stream.concat(
                        Stream.of(
                                String.valueOf(number),
                                '"' + due.toString() + '"',
                                share.total().toPlainString(),
                                share.subtotal().toPlainString()),
                        share.taxes().stream().map(Money::toPlainString))
                .collect(Collectors.joining(",", "[", ","));
    }
}
