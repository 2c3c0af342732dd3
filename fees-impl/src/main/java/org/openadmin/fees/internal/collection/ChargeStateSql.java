package org.openadmin.fees.internal.collection;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.Tally;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** The state of a charge {@code j}, in SQL. A charge that names a settling row is paid unless this row reverses or waives it. */
final class ChargeStateSql {

    /**
     * The row {@code s}, if it is a reversal or a waiver that has settled the charge {@code j}. These kinds are rare: reading all of
     * them first, which DISTINCT enforces, takes half the time of looking up the settling row of each charge.
     */
    static final String SETTLED = """
            LEFT JOIN (
              SELECT DISTINCT r.id, r.trans_type FROM fees_jrl r FORCE INDEX (fees_jrl_kind)
              WHERE r.trans_type IN (:REVERSAL, :WAIVER)) s ON s.id = j.paid_id
            """;

    private ChargeStateSql() {}

    /** The columns with number and sum of all charges and of those in each state. */
    static Sql columns() {
        Map<String, Sql> conditions = new LinkedHashMap<>();
        conditions.put("charged", Sql.of("TRUE"));
        for (ChargeState state : ChargeState.values()) {
            conditions.put(column(state), condition(state));
        }
        List<Sql> columns = conditions.entrySet().stream()
                .map(entry -> Sql.of("SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS " + entry.getKey()
                                + "_number, SUM(CASE WHEN {condition} THEN j.total END) AS " + entry.getKey() + "_sum")
                        .part("condition", entry.getValue()))
                .toList();
        return Sql.joined(", ", columns);
    }

    private static Sql condition(ChargeState state) {
        return switch (state) {
            case OUTSTANDING -> Sql.of(JournalIndex.UNSETTLED);
            case PAID -> Sql.of("NOT {unsettled} AND s.id IS NULL").part("unsettled", JournalIndex.UNSETTLED);
            case REVERSED -> Sql.of("s.trans_type = :REVERSAL");
            case WAIVED -> Sql.of("s.trans_type = :WAIVER");
        };
    }

    private static String column(ChargeState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The figures in the {@link #columns} of a row. */
    static Collected collected(Row row, Money zero) {
        Map<ChargeState, Tally> states = new EnumMap<>(ChargeState.class);
        for (ChargeState state : ChargeState.values()) {
            Tally tally = tally(row, column(state), zero);
            if (tally.number() > 0) {
                states.put(state, tally);
            }
        }
        return new Collected(tally(row, "charged", zero), states);
    }

    private static Tally tally(Row row, String column, Money zero) {
        return new Tally(row.integer(column + "_number"), row.money(column + "_sum", zero.currency()));
    }

    /** The condition that a charge is of a student and dated in the period; one whose date does not exist is in none with limits. */
    static Sql charges(CollectionPeriod period) {
        Sql charges = Sql.of("j.trans_type = :CHARGE AND j.studnum > 0");
        return period.isAlways()
                ? charges
                : charges.and("j.trans_date >= :from", period.from())
                        .and("j.trans_date <= :to", period.to())
                        .and("j.trans_date = FROM_DAYS(TO_DAYS(j.trans_date))");
    }
}
