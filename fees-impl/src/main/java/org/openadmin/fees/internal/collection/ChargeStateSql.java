package org.openadmin.fees.internal.collection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.Tally;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.PastAccountQueries;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The state of a charge {@code j}, in SQL. A charge that names a settling row is paid unless this row reverses, waives, splits or
 * transfers it. Of a charge that was split, its parts count. Of a past day, the row that had settled it then counts, by the dates of the
 * rows.
 */
final class ChargeStateSql {

    /**
     * The row {@code s}, if it is a reversal or another row without money that has settled the charge {@code j}. These kinds are rare: reading all of
     * them first, which DISTINCT enforces, takes half the time of looking up the settling row of each charge.
     */
    private static final String SETTLED = """
            LEFT JOIN (
              SELECT DISTINCT r.id, r.trans_type FROM fees_jrl r FORCE INDEX (fees_jrl_kind)
              WHERE r.trans_type IN (:REVERSAL, :WAIVER, :SPLIT, :TRANSFER)) s ON s.id = j.paid_id
            """;

    /** The row {@code n} that settles the charge {@code j} now, and the row {@code t} that settled it on the day, which has ended since. */
    private static final String SETTLED_THEN = """
            LEFT JOIN fees_jrl n ON n.id = j.paid_id AND NOT n.trans_type <=> :CHARGE
            LEFT JOIN (
              SELECT past.charge_id, MAX(past.settled_by) AS settled_by
              FROM fees_past_settlement past
              JOIN fees_jrl e ON e.id = past.ended_by
              LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> :CHARGE
              WHERE e.trans_date > :as_of AND (p.trans_date <= :as_of OR p.trans_date IS NULL)
              GROUP BY past.charge_id) q ON q.charge_id = j.id
            LEFT JOIN fees_jrl t ON t.id = q.settled_by
            """;

    private static final String DATED = "(j.trans_date <= :as_of OR j.trans_date IS NULL)";

    /** In an account of a hundred rows, this many are some megabytes. */
    private static final int STUDENTS_PER_QUERY = 500;

    private final Optional<LocalDate> past;
    /** The charges that were open on the day though a settlement was in force: its money was not there yet. */
    private final List<Long> opened;

    private ChargeStateSql(Optional<LocalDate> past, List<Long> opened) {
        this.past = past;
        this.opened = opened;
    }

    /**
     * The states of now, or at the end of a past day.
     *
     * @param fee the fee whose charges are wanted; empty for all
     */
    static ChargeStateSql of(EntityManager em, Currency currency, Optional<PastDay> past, Optional<String> fee) {
        if (past.isEmpty()) {
            return new ChargeStateSql(Optional.empty(), List.of());
        }
        ChargeStateSql plain = new ChargeStateSql(past.map(PastDay::day), List.of());
        List<AccountNumber> students = plain.withoutMoney(em, fee);
        List<Long> opened = new ArrayList<>();
        PastAccountQueries accounts = new PastAccountQueries(em, currency, past.get());
        for (int from = 0; from < students.size(); from += STUDENTS_PER_QUERY) {
            accounts.accounts(students.subList(from, Math.min(students.size(), from + STUDENTS_PER_QUERY)))
                    .values()
                    .forEach(account -> opened.addAll(account.open()));
        }
        return new ChargeStateSql(plain.past, List.copyOf(opened));
    }

    /** The students whose credit would be below zero, if all settlements that were in force had settled their charges. */
    private List<AccountNumber> withoutMoney(EntityManager em, Optional<String> fee) {
        Sql charged = fee.map(name -> Sql.of("""
                AND j.studnum IN (SELECT c.studnum FROM fees_jrl c FORCE INDEX (fees_jrl_fee)
                  WHERE c.trans_type = :CHARGE AND (c.name = :fee OR :fee = '' AND c.name IS NULL))
                """).with("fee", name)).orElseGet(() -> Sql.of(""));
        return Sql.of("""
                SELECT sums.studnum FROM (
                  SELECT j.studnum, SUM(j.total) AS amount FROM fees_jrl j WHERE j.studnum > 0 AND {dated} {charged} GROUP BY j.studnum
                  UNION ALL
                  SELECT j.studnum, -SUM(j.total) FROM fees_jrl j {settled}
                  WHERE j.trans_type = :CHARGE AND j.studnum > 0 AND {dated} {charged} AND {open} GROUP BY j.studnum) sums
                GROUP BY sums.studnum HAVING SUM(sums.amount) > 0
                """)
                .part("dated", dated(DATED))
                .part("charged", charged)
                .part("settled", dated(SETTLED_THEN))
                .part("open", open())
                .rows(em)
                .stream()
                .map(row -> AccountNumber.ofJournal(row.integer("studnum")))
                .toList();
    }

    private Sql dated(String sql) {
        return Sql.of(sql).with("as_of", past.orElseThrow());
    }

    /** The joins that the conditions need. */
    Sql settled() {
        return past.isEmpty() ? Sql.of(SETTLED) : dated(SETTLED_THEN);
    }

    /** The columns with number and sum of all charges and of those in each state. */
    Sql columns() {
        Map<String, Sql> conditions = new LinkedHashMap<>();
        conditions.put("charged", Sql.of("TRUE"));
        for (ChargeState state : ChargeState.values()) {
            conditions.put(column(state), past.isEmpty() ? now(state) : then(state));
        }
        List<Sql> columns = conditions.entrySet().stream()
                .map(entry -> Sql.of("SUM(CASE WHEN {condition} THEN 1 ELSE 0 END) AS " + entry.getKey()
                                + "_number, SUM(CASE WHEN {condition} THEN j.total END) AS " + entry.getKey() + "_sum")
                        .part("condition", entry.getValue()))
                .toList();
        return Sql.joined(", ", columns);
    }

    private static Sql now(ChargeState state) {
        return switch (state) {
            case OUTSTANDING -> Sql.of(JournalIndex.UNSETTLED);
            case PAID -> Sql.of("NOT {unsettled} AND s.id IS NULL").part("unsettled", JournalIndex.UNSETTLED);
            case REVERSED -> Sql.of("s.trans_type = :REVERSAL");
            case WAIVED -> Sql.of("s.trans_type = :WAIVER");
            case COVERED -> Sql.of("s.trans_type = :TRANSFER");
        };
    }

    private Sql then(ChargeState state) {
        Sql kind = kindThen();
        return switch (state) {
            case OUTSTANDING -> open();
            case PAID ->
                Sql.of(
                                "NOT {open} AND NOT {kind} <=> :REVERSAL AND NOT {kind} <=> :WAIVER AND NOT {kind} <=> :TRANSFER")
                        .part("open", open())
                        .part("kind", kind);
            case REVERSED ->
                Sql.of("NOT {open} AND {kind} <=> :REVERSAL")
                        .part("open", open())
                        .part("kind", kind);
            case WAIVED ->
                Sql.of("NOT {open} AND {kind} <=> :WAIVER").part("open", open()).part("kind", kind);
            case COVERED ->
                Sql.of("NOT {open} AND {kind} <=> :TRANSFER")
                        .part("open", open())
                        .part("kind", kind);
        };
    }

    /** The kind of the row that had settled the charge. */
    private Sql kindThen() {
        return Sql.of("(CASE WHEN {in_force} THEN n.trans_type ELSE t.trans_type END)")
                .part("in_force", inForce());
    }

    private Sql open() {
        Sql plain = Sql.of("NOT {in_force} AND q.charge_id IS NULL").part("in_force", inForce());
        return opened.isEmpty()
                ? Sql.of("({plain})").part("plain", plain)
                : Sql.of("({plain} OR j.id IN (:opened))").part("plain", plain).with("opened", opened);
    }

    private Sql inForce() {
        return dated("(NOT {unsettled} AND (n.trans_date <= :as_of OR n.trans_date IS NULL))")
                .part("unsettled", JournalIndex.UNSETTLED);
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

    /** The condition that a charge counts: it is {@link #dated}, and its parts do not count instead of it. Needs the joins. */
    Sql charges(CollectionPeriod period) {
        return dated(period)
                .and(
                        past.isEmpty()
                                ? Sql.of("NOT s.trans_type <=> :SPLIT")
                                : Sql.of("NOT {kind} <=> :SPLIT").part("kind", kindThen()));
    }

    /** The condition that a charge is of a student and dated in the period; one whose date does not exist is in none with limits. */
    Sql dated(CollectionPeriod period) {
        Sql all = Sql.of("j.trans_type = :CHARGE AND j.studnum > 0");
        Sql charges = past.isEmpty() ? all : all.and(dated(DATED));
        return period.isAlways()
                ? charges
                : charges.and("j.trans_date >= :from", period.from())
                        .and("j.trans_date <= :to", period.to())
                        .and("j.trans_date = FROM_DAYS(TO_DAYS(j.trans_date))");
    }
}
