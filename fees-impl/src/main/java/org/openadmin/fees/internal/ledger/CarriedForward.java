package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/**
 * What the closings in force carry forward. Nothing can be added to the days up to a closing, so a figure is what the closing carried
 * forward and the rows of later days. A reopening takes the closings of the months that it opens out of force, and carries forward what
 * remains closed.
 *
 * <p>It is read in the same transaction as the figure, see {@link
 * org.openadmin.fees.internal.persistence.Transactions#readAtOneMoment}. A closing that was made before the module carried sums forward
 * counts as none.
 */
public final class CarriedForward {

    /** The block of numbers that the receipt {@code j} is in. */
    public static final String RECEIPT_BLOCK = "(j.paid_id DIV 10000)";

    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Days> days = new ArrayList<>();
    private final List<Anchor> lists = new ArrayList<>();

    private CarriedForward() {}

    /**
     * A closing or reopening in force.
     *
     * @param through the last day whose rows it carries forward
     * @param charges how many open charges it carries forward
     * @param lastRecorded when the last of these rows was recorded, as in the journal; empty if that is not known of any
     * @param lists whether it carries lists forward, see {@link #lists}
     */
    public record Anchor(int closing, LocalDate through, int charges, String lastRecorded, boolean lists) {}

    /** The days whose sums a closing has stored: those after a day, or all, up to another. */
    private record Days(int closing, Optional<LocalDate> after, LocalDate through) {}

    /** What the closings carry forward that are committed, or made by this transaction. */
    public static CarriedForward of(EntityManager em) {
        CarriedForward carried = new CarriedForward();
        Sql.of("""
                SELECT c.id, {day} AS closed_through, s.charges, s.last_recorded, l.closing_id IS NOT NULL AS lists
                FROM fees_closing c LEFT JOIN fees_closing_sum s ON s.closing_id = c.id
                LEFT JOIN fees_closing_list l ON l.closing_id = c.id
                ORDER BY c.id
                """).part("day", SqlDates.of("c.closed_through")).rows(em).forEach(row -> {
            LocalDate through = row.day("closed_through").orElseThrow();
            carried.keepUpTo(through);
            if (!row.isNull("last_recorded")) {
                carried.add(new Anchor(
                        row.integer("id"),
                        through,
                        row.integer("charges"),
                        row.text("last_recorded"),
                        row.flag("lists")));
            }
        });
        return carried;
    }

    private void add(Anchor anchor) {
        Optional<LocalDate> after = daysThrough();
        if (after.filter(last -> !last.isBefore(anchor.through())).isEmpty()) {
            days.add(new Days(anchor.closing(), after, anchor.through()));
        }
        anchors.add(anchor);
        if (anchor.lists()) {
            lists.add(anchor);
        }
    }

    /** Forgets what lies after a day, as a reopening does. */
    public void keepUpTo(LocalDate day) {
        anchors.removeIf(anchor -> anchor.through().isAfter(day));
        lists.removeIf(anchor -> anchor.through().isAfter(day));
        days.removeIf(some -> some.after().filter(after -> !after.isBefore(day)).isPresent());
        days.replaceAll(some -> some.through().isAfter(day) ? new Days(some.closing(), some.after(), day) : some);
    }

    /** The last closing: what today's figures start from. */
    public Optional<Anchor> last() {
        return anchors.isEmpty() ? Optional.empty() : Optional.of(anchors.get(anchors.size() - 1));
    }

    /** The last closing of days up to this one: what the figures of the day start from. */
    public Optional<Anchor> upTo(LocalDate day) {
        return anchors.stream().filter(anchor -> !anchor.through().isAfter(day)).reduce((before, after) -> after);
    }

    /** The first closing of this day. No row of the day was recorded after the last one that it carries forward. */
    public Optional<Anchor> closing(LocalDate day) {
        return anchors.stream()
                .filter(anchor -> !anchor.through().isBefore(day))
                .findFirst();
    }

    /**
     * The last closing that carries lists forward: the charges of each fee by what has become of them, the receipts in blocks of
     * numbers, and the rows by amount. They are the sums of what it and those before it have stored.
     */
    public Optional<Anchor> lists() {
        return lists.isEmpty() ? Optional.empty() : Optional.of(lists.get(lists.size() - 1));
    }

    /** The closings whose rows add up to the lists. */
    public List<Integer> listed() {
        return lists.stream().map(Anchor::closing).toList();
    }

    /** The first receipt number of a block. */
    public static long firstReceipt(int block) {
        return 10_000L * block;
    }

    /** The last day whose sums are stored; those of all days before are stored too. */
    public Optional<LocalDate> daysThrough() {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(days.get(days.size() - 1).through());
    }

    /** The condition that the sums {@code d} of a day, in fees_closing_day, are those in force. */
    public Sql days() {
        List<Sql> closings = days.stream()
                .map(some -> Sql.of("d.closing_id = :closing AND d.trans_date <= :through")
                        .with("closing", some.closing())
                        .with("through", some.through().toString())
                        .and("d.trans_date > :after", some.after().map(LocalDate::toString)))
                .toList();
        return closings.isEmpty()
                ? Sql.of("FALSE")
                : Sql.of("({closings})").part("closings", Sql.joined(" OR ", closings));
    }

    /** The same, of days in a period. */
    public Sql days(Optional<LocalDate> from, Optional<LocalDate> to) {
        Sql period = days().and("d.trans_date >= :from", from.map(LocalDate::toString))
                .and("d.trans_date <= :to", to.map(LocalDate::toString));
        return from.isEmpty() && to.isEmpty() ? period : period.and("d.trans_date <> ''");
    }

    /**
     * The balances of all accounts, some in two rows: {@code studnum} and {@code balance}. Balances that are carried forward come from
     * fees_closing_account, the others from fees_jrl_day; without a closing, all from fees_jrl_balance.
     */
    public static Sql balances(Optional<Anchor> anchor) {
        return anchor.map(from -> balances(from, Sql.of("j.trans_date > :after").with("after", from.through())))
                .orElseGet(() -> Sql.of("""
                        SELECT j.studnum, SUM(j.total) AS balance FROM {by_student} GROUP BY j.studnum
                        """).part("by_student", JournalIndex.BALANCE.table()));
    }

    /** The same of the end of a day: without a closing, from fees_jrl_student. */
    public static Sql balances(Optional<Anchor> anchor, LocalDate day) {
        return anchor.map(from -> balances(from, since(from, day))).orElseGet(() -> Sql.of("""
                SELECT j.studnum, SUM(j.total) AS balance FROM {by_student}
                WHERE j.trans_date <= :day OR j.trans_date IS NULL
                GROUP BY j.studnum
                """)
                .part("by_student", JournalIndex.STUDENT.table())
                .with("day", day));
    }

    private static Sql balances(Anchor from, Sql since) {
        return Sql.of("""
                SELECT a.studnum, a.balance FROM fees_closing_account a WHERE a.closing_id = :closing
                UNION ALL
                SELECT j.studnum, SUM(j.total) FROM {by_day} WHERE {since} GROUP BY j.studnum
                """)
                .with("closing", from.closing())
                .part("by_day", JournalIndex.DAY.table())
                .part("since", since);
    }

    /** The condition that the row {@code j} is dated after a closing, and up to a day. */
    static Sql since(Anchor anchor, LocalDate day) {
        return Sql.of("j.trans_date > :after AND j.trans_date <= :day")
                .with("after", anchor.through())
                .with("day", day);
    }
}
