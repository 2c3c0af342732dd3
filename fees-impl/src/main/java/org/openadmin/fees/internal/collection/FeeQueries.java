package org.openadmin.fees.internal.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** The fees that were charged. The database compares their names, as it does for an assessment. */
final class FeeQueries {

    /** The journal as {@code j}, read in the order of its rows. */
    private static final String EVERYTHING = "fees_jrl j FORCE INDEX (PRIMARY)";

    private final EntityManager em;
    private final Money zero;

    FeeQueries(EntityManager em, Money zero) {
        this.em = em;
        this.zero = zero;
    }

    /**
     * What was charged and collected of each fee. The charges of a period are found over the index fees_jrl_day. For those of all
     * years the whole journal is read: most of its rows are charges, and no index has all the columns. Used without a closing, and as of
     * a past day.
     */
    List<CollectionLine> fees(CollectionPeriod period, ChargeStateSql states, LaterChargeQueries later) {
        List<Row> rows = Sql.of("""
                SELECT MAX(j.id) AS latest, {figures}
                FROM {journal}
                {settled}
                WHERE {charges}
                GROUP BY COALESCE(j.name, '')
                """)
                .part("figures", states.columns())
                .part("journal", period.isAlways() ? EVERYTHING : JournalIndex.DAY.table())
                .part("settled", states.settled())
                .part("charges", states.charges(period))
                .rows(em);
        LaterChargeQueries.Lines known = later.lines(latest(rows), LaterChargeQueries.SAME_FEE, states.dated(period));
        return lines(rows, (charge, collected) -> known.known(charge, collected));
    }

    /** The same, as they are now, from what the closings carry forward. */
    List<CollectionLine> fees(CarriedChargesSql carried) {
        List<Row> rows = Sql.of("""
                SELECT MAX(x.latest) AS latest, {figures} FROM ({charges}) x WHERE {counted}
                GROUP BY x.name HAVING SUM(x.charges) <> 0
                """)
                .part("figures", CarriedChargesSql.COLUMNS)
                .part("charges", carried.fees())
                .part("counted", CarriedChargesSql.COUNTED)
                .rows(em);
        return lines(rows, (charge, collected) -> Optional.empty());
    }

    private static List<Long> latest(List<Row> rows) {
        return rows.stream().map(row -> row.number("latest")).toList();
    }

    /** @param known what was known of the line of a charge */
    private List<CollectionLine> lines(List<Row> rows, BiFunction<Long, Collected, Optional<CollectedThen>> known) {
        Map<Long, String> names = new HashMap<>();
        Sql.of("SELECT n.id, n.name FROM fees_jrl n WHERE n.id IN (:latest)")
                .with("latest", latest(rows))
                .rows(em)
                .forEach(row -> names.put(row.number("id"), row.text("name").strip()));
        return CollectionGroups.sorted(rows.stream()
                .map(row -> {
                    long charge = row.number("latest");
                    Collected collected = ChargeStateSql.collected(row, zero);
                    return new CollectionLine(names.get(charge), collected, known.apply(charge, collected));
                })
                .toList());
    }

    /** The name on the charge with this number. */
    String name(long charge) {
        return Objects.toString(
                        Sql.of("SELECT name FROM fees_jrl WHERE id = :charge")
                                .with("charge", charge)
                                .values(em)
                                .get(0),
                        "")
                .strip();
    }

    /** The spelling of this name that was charged last, in any period. Served by the index fees_jrl_fee. */
    Optional<String> latestName(String fee) {
        return Sql.of("""
                SELECT MAX(j.id) AS latest FROM {journal}
                WHERE j.trans_type = :CHARGE AND j.studnum > 0 AND {named}
                """).part("journal", JournalIndex.FEE.table()).part("named", named(fee)).values(em).stream()
                .filter(Objects::nonNull)
                .map(latest -> name(((Number) latest).longValue()))
                .findFirst();
    }

    /** All names that were ever charged, each in one spelling. */
    List<String> names() {
        return Sql.of("SELECT DISTINCT j.name FROM {journal} WHERE j.trans_type = :CHARGE AND j.studnum > 0")
                .part("journal", EVERYTHING)
                .values(em)
                .stream()
                .filter(Objects::nonNull)
                .map(name -> name.toString().strip())
                .toList();
    }

    /** The condition that the charge {@code j} has this name. */
    static Sql named(String fee) {
        return Sql.of(fee.isEmpty() ? "(j.name = :fee OR j.name IS NULL)" : "j.name = :fee")
                .with("fee", fee);
    }
}
