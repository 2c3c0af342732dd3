package org.openadmin.fees.ui.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.students.GroupKind;

/**
 * What the collection page shows, as written in the address after the page's path: nothing for the fees of this school year;
 * {@code fee=Lab fee} for the homerooms of a fee, with {@code by=grade} for its grades and {@code groups=today} for those of today;
 * and with {@code group=9A}, or {@code students=all}, the list of the students. {@code from=2026-09-01}, {@code to=2027-08-31} and
 * {@code dates=all} are the dates of the charges, and {@code as-of=2026-06-30} is a past day as of which to show them.
 *
 * @param fee the name of a fee; absent for the list of fees
 * @param by homeroom or grade
 * @param group the homeroom or grade whose students are listed; an empty text for the students without one
 * @param everybody whether all students of the fee are listed
 * @param ignored the parts of the address that could not be read and are ignored
 */
public record CollectionQueryString(
        CollectionPeriod period,
        Optional<String> fee,
        GroupKind by,
        GroupDay groups,
        Optional<String> group,
        boolean everybody,
        List<String> ignored) {

    private static final String TODAY = "today";
    private static final String ALL = "all";

    public CollectionQueryString {
        ignored = List.copyOf(ignored);
    }

    public static CollectionQueryString read(String rest, LocalDate today) {
        QueryString address = QueryString.read(rest);
        QueryString.Period dates = address.takePeriod();
        boolean always = address.take("dates", word -> only(ALL, word)).isPresent();
        boolean dated = dates.from().isPresent() || dates.to().isPresent();
        Optional<LocalDate> asOf = address.take("as-of", Dates::parse).filter(day -> !day.equals(today));
        CollectionPeriod charged =
                dated || always ? new CollectionPeriod(dates.from(), dates.to()) : usual(asOf, today);
        Optional<String> fee = address.take("fee", String::strip);
        GroupKind by = address.take("by", CollectionQueryString::kind).orElse(GroupKind.HOMEROOM);
        boolean ofToday = address.take("groups", word -> only(TODAY, word)).isPresent();
        Optional<String> group = address.take("group", String::strip);
        boolean everybody = address.take("students", word -> only(ALL, word)).isPresent();
        return new CollectionQueryString(
                charged.asOf(asOf),
                fee,
                by,
                ofToday ? GroupDay.TODAY : GroupDay.CHARGE,
                fee.isPresent() ? group : Optional.empty(),
                fee.isPresent() && everybody && group.isEmpty(),
                address.ignored());
    }

    /** The charges that are shown unless others are wanted: those of the school year of the day. */
    private static CollectionPeriod usual(Optional<LocalDate> asOf, LocalDate today) {
        return CollectionPeriod.schoolYear(asOf.orElse(today)).asOf(asOf);
    }

    private static GroupKind kind(String keyword) {
        GroupKind kind = GroupKind.parse(keyword);
        if (kind != GroupKind.HOMEROOM && kind != GroupKind.GRADE) {
            throw new IllegalArgumentException(keyword);
        }
        return kind;
    }

    private static String only(String word, String text) {
        if (text.equals(word)) {
            return text;
        }
        throw new IllegalArgumentException(text);
    }

    /** The list of fees in the same period. */
    public CollectionQueryString ofAllFees() {
        return with(Optional.empty(), Optional.empty(), false);
    }

    /** The homerooms or grades of this fee. */
    public CollectionQueryString ofFee(String name) {
        return with(Optional.of(name), Optional.empty(), false);
    }

    /** The students of a homeroom or grade. */
    public CollectionQueryString ofGroup(String name) {
        return with(fee, Optional.of(name), false);
    }

    /** All students of the fee. */
    public CollectionQueryString ofEverybody() {
        return with(fee, Optional.empty(), true);
    }

    private CollectionQueryString with(Optional<String> ofFee, Optional<String> ofGroup, boolean all) {
        return new CollectionQueryString(period, ofFee, by, groups, ofGroup, all, List.of());
    }

    /** The same in another period. */
    public CollectionQueryString in(CollectionPeriod dates) {
        return new CollectionQueryString(dates, fee, by, groups, group, everybody, List.of());
    }

    /** The same as of another day, in its school year if the school year is shown; absent for today. */
    public CollectionQueryString asOf(Optional<LocalDate> day, LocalDate today) {
        return in(isUsual(today) ? usual(day, today) : period.asOf(day));
    }

    private boolean isUsual(LocalDate today) {
        return period.equals(usual(period.asOf(), today));
    }

    /** The same fee by other groups; a list of the students of one group would be another one. */
    public CollectionQueryString groupedBy(GroupKind kind, GroupDay day) {
        return new CollectionQueryString(period, fee, kind, day, Optional.empty(), everybody, List.of());
    }

    /** Whether students are listed. */
    public boolean isOfStudents() {
        return group.isPresent() || everybody;
    }

    /** The query for a fee. */
    public CollectionQuery query() {
        return new CollectionQuery(fee.orElseThrow(), by, groups, period);
    }

    /** The address of the page. */
    public String path(LocalDate today) {
        boolean usual = isUsual(today);
        return QueryString.empty()
                .with("fee", fee)
                .with("by", fee.isPresent() && by == GroupKind.GRADE, GroupKind.GRADE.keyword())
                .with("groups", fee.isPresent() && groups == GroupDay.TODAY, TODAY)
                .with("group", group)
                .with("students", everybody, ALL)
                .with("from", usual ? Optional.empty() : period.from())
                .with("to", usual ? Optional.empty() : period.to())
                .with("dates", period.isAlways(), ALL)
                .with("as-of", period.asOf())
                .appendTo(Routes.COLLECTION);
    }
}
