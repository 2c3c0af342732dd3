package org.openadmin.fees.internal.collection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.internal.ledger.PastAccountQueries;
import org.openadmin.fees.internal.ledger.PastAccountQueries.LaterCharge;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.ledger.PastSchoolQueries;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The charges that look different on a past day because of rows that were recorded after it. They are few: only the accounts with such
 * rows are read, row by row. Everything else was known on the day as it is known now.
 */
final class LaterChargeQueries {

    /** The condition that the charges {@code j} and {@code l} are of the same fee. */
    static final Sql SAME_FEE = Sql.of("COALESCE(l.name, '') = COALESCE(j.name, '')");

    /** The condition that the charges {@code j} and {@code l} are in one {@link StudentCharges}. */
    static final Sql SAME_STUDENT = Sql.of("""
            l.studnum = j.studnum AND l.student_grade <=> j.student_grade AND l.student_homeroom <=> j.student_homeroom
              AND (COALESCE(l.student_name, '') = '') = (COALESCE(j.student_name, '') = '')
            """);

    /** In an account of a hundred rows, this many are some megabytes. */
    private static final int STUDENTS_PER_QUERY = 500;

    private final EntityManager em;
    private final Money zero;
    private final boolean past;
    private final Map<Long, Change> changes = new HashMap<>();

    /** What a charge is, and what it was known to be. */
    private record Change(Collected collected, Collected known) {

        Change plus(Change more) {
            return new Change(collected.plus(more.collected), known.plus(more.known));
        }
    }

    private LaterChargeQueries(EntityManager em, Currency currency, boolean past) {
        this.em = em;
        this.past = past;
        zero = Money.zero(currency);
    }

    /**
     * @param past empty for the figures of now
     * @param fee the fee whose charges are wanted; empty for all
     */
    static LaterChargeQueries of(EntityManager em, Currency currency, Optional<PastDay> past, Optional<String> fee) {
        LaterChargeQueries later = new LaterChargeQueries(em, currency, past.isPresent());
        past.ifPresent(day -> later.read(day, currency, fee));
        return later;
    }

    private void read(PastDay day, Currency currency, Optional<String> fee) {
        Sql among = fee.map(name -> Sql.of("""
                        j.studnum IN (SELECT c.studnum FROM fees_jrl c FORCE INDEX (fees_jrl_fee)
                          WHERE c.trans_type = :CHARGE AND (c.name = :fee OR :fee = '' AND c.name IS NULL))
                        """).with("fee", name)).orElseGet(() -> Sql.of("TRUE"));
        List<StudentNumber> students = PastSchoolQueries.recordedLater(em, day, among);
        PastAccountQueries accounts = new PastAccountQueries(em, currency, day);
        List<LaterCharge> charges = new ArrayList<>();
        for (int from = 0; from < students.size(); from += STUDENTS_PER_QUERY) {
            charges.addAll(accounts.laterCharges(
                    students.subList(from, Math.min(students.size(), from + STUDENTS_PER_QUERY))));
        }
        Map<Long, EntryKind> kinds = kinds(charges.stream()
                .flatMap(charge -> Stream.of(charge.settledBy(), charge.wasSettledBy()))
                .flatMap(Optional::stream)
                .toList());
        for (LaterCharge charge : charges) {
            Collected now = collected(charge.settledBy(), charge.total(), kinds);
            Collected then = charge.wasKnown()
                    ? collected(charge.wasSettledBy(), charge.total(), kinds)
                    : Collected.nothing(zero);
            if (!now.equals(then)) {
                changes.put(charge.id(), new Change(now, then));
            }
        }
    }

    private Map<Long, EntryKind> kinds(Collection<Long> settling) {
        Map<Long, EntryKind> kinds = new HashMap<>();
        if (!settling.isEmpty()) {
            Sql.of("SELECT s.id, s.trans_type FROM fees_jrl s WHERE s.id IN (:settling)")
                    .with("settling", settling)
                    .rows(em)
                    .forEach(row -> kinds.put(
                            row.number("id"),
                            EntryKind.of(row.text("trans_type").strip())));
        }
        return kinds;
    }

    /** What has become of a charge: nothing, if it was split, because its parts count. */
    private Collected collected(Optional<Long> settledBy, Money total, Map<Long, EntryKind> kinds) {
        return settledBy
                .map(row -> switch (kinds.getOrDefault(row, EntryKind.PAYMENT)) {
                    case SPLIT -> Collected.nothing(zero);
                    case TRANSFER -> Collected.of(ChargeState.COVERED, total);
                    case REVERSAL -> Collected.of(ChargeState.REVERSED, total);
                    case WAIVER -> Collected.of(ChargeState.WAIVED, total);
                    default -> Collected.of(ChargeState.PAID, total);
                })
                .orElseGet(() -> Collected.of(ChargeState.OUTSTANDING, total));
    }

    /** What was known of some lines of charges. */
    final class Lines {

        private final Map<Long, List<Change>> byLine = new HashMap<>();

        /** What was known of a line; empty for the figures of now. */
        Optional<CollectedThen> known(long line, Collected collected) {
            List<Change> changed = byLine.getOrDefault(line, List.of());
            Change sum =
                    changed.stream().reduce(new Change(Collected.nothing(zero), Collected.nothing(zero)), Change::plus);
            return Optional.of(new CollectedThen(
                            changed.size(), collected.minus(sum.collected()).plus(sum.known())))
                    .filter(then -> past);
        }
    }

    /**
     * The charges by line.
     *
     * @param lines the number of one charge of each line
     * @param same whether the charge {@code j} is in the line of the charge {@code l}
     * @param wanted the condition that a charge {@code j} is in any line
     */
    Lines lines(Collection<Long> lines, Sql same, Sql wanted) {
        Lines known = new Lines();
        if (!changes.isEmpty() && !lines.isEmpty()) {
            Sql.of("""
                    SELECT j.id, l.id AS line FROM fees_jrl j JOIN fees_jrl l ON {same}
                    WHERE j.id IN (:changed) AND l.id IN (:lines) AND {wanted}
                    """)
                    .part("same", same)
                    .part("wanted", wanted)
                    .with("changed", changes.keySet())
                    .with("lines", lines)
                    .rows(em)
                    .forEach(row -> known.byLine
                            .computeIfAbsent(row.number("line"), none -> new ArrayList<>())
                            .add(Objects.requireNonNull(changes.get(row.number("id")))));
        }
        return known;
    }
}
