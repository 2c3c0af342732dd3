package org.openadmin.fees.internal.collection;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.SettlementSql;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The charges as they are now, in SQL: those that the closings have counted by what had settled them, those of later dates, and the few
 * of closed days whose settlement has changed since, which are taken from the one kind and added to the other.
 */
final class CarriedChargesSql {

    /** The columns of {@link ChargeStateSql#columns}, of the counted charges {@code x}. */
    static final String COLUMNS = """
            SUM(x.charges) AS charged_number, SUM(x.total) AS charged_sum,
            SUM(CASE WHEN x.settled = '' THEN x.charges ELSE 0 END) AS outstanding_number,
            SUM(CASE WHEN x.settled = '' THEN x.total ELSE 0 END) AS outstanding_sum,
            SUM(CASE WHEN x.settled IN ('', :REVERSAL, :WAIVER, :TRANSFER) THEN 0 ELSE x.charges END) AS paid_number,
            SUM(CASE WHEN x.settled IN ('', :REVERSAL, :WAIVER, :TRANSFER) THEN 0 ELSE x.total END) AS paid_sum,
            SUM(CASE WHEN x.settled = :TRANSFER THEN x.charges ELSE 0 END) AS covered_number,
            SUM(CASE WHEN x.settled = :TRANSFER THEN x.total ELSE 0 END) AS covered_sum,
            SUM(CASE WHEN x.settled = :REVERSAL THEN x.charges ELSE 0 END) AS reversed_number,
            SUM(CASE WHEN x.settled = :REVERSAL THEN x.total ELSE 0 END) AS reversed_sum,
            SUM(CASE WHEN x.settled = :WAIVER THEN x.charges ELSE 0 END) AS waived_number,
            SUM(CASE WHEN x.settled = :WAIVER THEN x.total ELSE 0 END) AS waived_sum
            """;

    /** The condition on {@code x} for a charge that counts: of one that was split, its parts do. */
    static final String COUNTED = "x.settled <> :SPLIT";

    private final CarriedForward carried;
    private final Anchor anchor;
    private final CollectionPeriod period;
    private final Sql charges;

    private CarriedChargesSql(CarriedForward carried, Anchor anchor, CollectionPeriod period, Sql charges) {
        this.carried = carried;
        this.anchor = anchor;
        this.period = period;
        this.charges = charges;
    }

    /**
     * Empty if nothing is carried forward.
     *
     * @param charges the condition that the row {@code j} is one of them
     */
    static Optional<CarriedChargesSql> of(CarriedForward carried, CollectionPeriod period, Sql charges) {
        return carried.lists().map(anchor -> new CarriedChargesSql(carried, anchor, period, charges));
    }

    /** Selects {@code name}, {@code settled}, {@code charges}, {@code total} and {@code latest}. */
    Sql fees() {
        return parts("name", "fees_closing_fee", Sql.of("COALESCE(j.name, '') AS name"), Sql.of("TRUE"));
    }

    /**
     * The same of one fee, with {@code named}, {@code grade} and {@code homeroom} in place of the name. Charges of the old system have
     * neither grade nor homeroom; they are not {@code named}.
     */
    Sql groups(String fee) {
        return parts(
                "named, grade, homeroom",
                "fees_closing_group",
                Sql.of("""
                        COALESCE(j.student_name, '') <> '' AS named, COALESCE(j.student_grade, '') AS grade,
                          COALESCE(j.student_homeroom, '') AS homeroom
                        """),
                Sql.of("g.name = :fee").with("fee", fee));
    }

    private Sql parts(String group, String table, Sql ofCharge, Sql counted) {
        return Sql.of("""
                SELECT {group}, g.settled, g.charges, g.total, g.latest FROM {counted} g
                WHERE g.closing_id IN (:closings) AND {wanted} AND {dated}
                UNION ALL
                SELECT {of_charge}, {now}, 1, COALESCE(j.total, 0), j.id
                FROM {by_day} {settled_by}
                WHERE j.trans_date > :after AND {charges}
                UNION ALL
                SELECT {of_charge}, CASE WHEN w.sign > 0 THEN {now} ELSE {then} END, w.sign, w.sign * COALESCE(j.total, 0), j.id
                FROM ({changed}) c
                STRAIGHT_JOIN fees_jrl j ON j.id = c.id {settled_by}
                JOIN (SELECT 1 AS sign UNION ALL SELECT -1) w
                WHERE {charges}
                """)
                .part("group", group)
                .part("counted", table)
                .with("closings", carried.listed())
                .part("wanted", counted)
                .part("dated", dated())
                .part("of_charge", ofCharge)
                .part("now", SettlementSql.now())
                .part("then", SettlementSql.at(anchor.through()))
                .part("by_day", JournalIndex.DAY.table())
                .part("settled_by", SettlementSql.SETTLED_BY)
                .with("after", anchor.through())
                .part("charges", charges)
                .part("changed", SettlementSql.changedSince(anchor));
    }

    /** Days are stored as text; one that does not exist is in no period with limits. */
    private Sql dated() {
        return period.isAlways()
                ? Sql.of("TRUE")
                : Sql.of("g.trans_date <> ''")
                        .and("g.trans_date >= :from", period.from().map(LocalDate::toString))
                        .and("g.trans_date <= :to", period.to().map(LocalDate::toString))
                        .and("CAST(FROM_DAYS(TO_DAYS(g.trans_date)) AS CHAR) = g.trans_date");
    }
}
