package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.students.GroupKind;

class CollectionQueryStringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 8);
    private static final LocalDate LAST_YEAR = LocalDate.of(2026, 6, 30);
    private static final CollectionQueryString FEES = CollectionQueryString.read("", TODAY);

    private static CollectionQueryString again(CollectionQueryString address) {
        String path = address.path(TODAY);
        assertThat(path).startsWith("fees/collection").doesNotContain("%2F", "%5C", "%25", "%3B");
        return CollectionQueryString.read(path.replaceFirst("^fees/collection/?", ""), TODAY);
    }

    @Test
    void nothingIsTheFeesOfThisSchoolYear() {
        assertThat(FEES.period()).isEqualTo(CollectionPeriod.schoolYear(TODAY));
        assertThat(FEES.fee()).isEmpty();
        assertThat(FEES.isOfStudents()).isFalse();
        assertThat(FEES.path(TODAY)).isEqualTo("fees/collection");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        CollectionQueryString lab = FEES.ofFee("Lab/fee, 50% & \\more; é");
        CollectionQueryString always = lab.in(CollectionPeriod.always());
        CollectionQueryString open =
                lab.in(new CollectionPeriod(Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty()));
        CollectionQueryString grades = lab.groupedBy(GroupKind.GRADE, GroupDay.TODAY);
        for (CollectionQueryString address : List.of(
                FEES,
                lab,
                always,
                open,
                grades,
                grades.ofGroup("Grade 9"),
                lab.asOf(Optional.of(LAST_YEAR), TODAY).ofGroup("9A"),
                always.asOf(Optional.of(LAST_YEAR), TODAY),
                lab.ofGroup(""),
                lab.ofFee(""),
                lab.ofEverybody())) {
            assertThat(again(address)).isEqualTo(address);
        }
    }

    @Test
    void aPastDayIsOfItsSchoolYearUnlessOtherDatesAreShown() {
        CollectionQueryString past = FEES.asOf(Optional.of(LAST_YEAR), TODAY);

        assertThat(past.path(TODAY)).isEqualTo("fees/collection/as-of=2026-06-30");
        assertThat(past.period())
                .isEqualTo(CollectionPeriod.schoolYear(LAST_YEAR).asOf(Optional.of(LAST_YEAR)));
        assertThat(past.asOf(Optional.empty(), TODAY)).isEqualTo(FEES);
        CollectionQueryString dated =
                FEES.in(new CollectionPeriod(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()));
        assertThat(dated.asOf(Optional.of(LAST_YEAR), TODAY).period())
                .isEqualTo(dated.period().asOf(Optional.of(LAST_YEAR)));
        assertThat(CollectionQueryString.read("as-of=2026-09-08", TODAY)).isEqualTo(FEES);
        assertThat(CollectionQueryString.read("as-of=2026-06-31", TODAY).ignored())
                .containsExactly("as-of=2026-06-31");
    }

    @Test
    void anotherGroupingListsNoGroupAnyMore() {
        CollectionQueryString list = FEES.ofFee("Lab").ofGroup("9A");

        assertThat(list.groupedBy(GroupKind.GRADE, GroupDay.CHARGE).group()).isEmpty();
        assertThat(list.in(CollectionPeriod.always()).group()).contains("9A");
        assertThat(list.ofAllFees()).isEqualTo(FEES);
    }

    @Test
    void whatCannotBeReadIsIgnoredAndReported() {
        CollectionQueryString read = CollectionQueryString.read(
                "fee=Lab&by=student&groups=yesterday&students=some&from=2026-02-30&colour=blue", TODAY);

        assertThat(read.fee()).contains("Lab");
        assertThat(read.by()).isEqualTo(GroupKind.HOMEROOM);
        assertThat(read.isOfStudents()).isFalse();
        assertThat(read.period()).isEqualTo(CollectionPeriod.schoolYear(TODAY));
        assertThat(read.ignored())
                .containsExactlyInAnyOrder(
                        "by=student", "groups=yesterday", "students=some", "from=2026-02-30", "colour=blue");
    }
}
