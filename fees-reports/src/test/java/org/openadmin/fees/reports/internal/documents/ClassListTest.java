package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.NOBODY;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;

/** The class list for a teacher: names and marks, and nothing else. */
class ClassListTest {

    private final DocumentSchool school = new DocumentSchool();
    private int numbers;

    @Test
    void paidAndWaivedLookTheSameAndThereAreNeitherAmountsNorReasons() {
        long waiver = add(JournalRow.of(EntryKind.WAIVER, "-24.95").about("hardship"));
        long reversal = add(JournalRow.of(EntryKind.REVERSAL, "-24.95"));
        long payment = add(JournalRow.payment(1, "24.95"));
        add(charge("Zimmer, Ada").settledBy(payment));
        add(charge("Roy, Léa").settledBy(waiver));
        add(charge("Aubé, Max"));
        add(charge("Gone, Gary").settledBy(reversal));

        PdfPages pages = classList("class-list");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Class list", "September 8, 2026", "Settled", "2 of 3", "Lab fee – Homeroom 9A")
                .containsSubsequence("Settled Student", "Aubé, Max", "X Roy, Léa", "X Zimmer, Ada")
                .doesNotContain("X Aubé, Max", "24.95", "$", "hardship", "Gary", "aive", "paid", "outstanding");
    }

    @Test
    void aStudentWithSeveralChargesIsMarkedWhenAllAreSettled() {
        long payment = add(JournalRow.payment(1, "24.95"));
        add(charge("Roy, Léa").settledBy(payment));
        numbers--;
        add(charge("Roy, Léa"));

        assertThat(classList("class-list-two").page(1)).contains("0 of 1").doesNotContain("X Roy");
    }

    @Test
    void theListOfAPastDayHasTheMarksOfThatDay() {
        LocalDate day = Kit.DAY.minusDays(3);
        long payment = add(JournalRow.payment(1, "24.95").on(Kit.DAY));
        add(charge("Roy, Léa").on(day).settledBy(payment));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        school.reports()
                .classList(
                        CLERK,
                        new CollectionQuery(
                                "Lab fee",
                                GroupKind.HOMEROOM,
                                GroupDay.CHARGE,
                                CollectionPeriod.always().asOf(Optional.of(day))),
                        "9A",
                        out);

        assertThat(PdfPages.of(out.toByteArray(), "class-list-past").page(1))
                .contains("As of", "September 5, 2026", "0 of 1", "recorded after September 5, 2026")
                .doesNotContain("X Roy", "September 8");
    }

    @Test
    void theListOfAPastDaySaysWhichMarksWereRecordedLater() {
        LocalDate day = Kit.DAY.minusDays(3);
        long payment = add(JournalRow.payment(1, "24.95").on(day));
        add(charge("Roy, Léa").on(day).settledBy(payment));
        StudentNumber ines = school.classes.enrol(7, "Tremblay", "Inès", "9", "9A");
        school.classes.charge(ines, "Lab fee", "24.95");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        school.reports()
                .classList(
                        CLERK,
                        new CollectionQuery(
                                "Lab fee",
                                GroupKind.HOMEROOM,
                                GroupDay.CHARGE,
                                CollectionPeriod.always().asOf(Optional.of(Kit.DAY))),
                        "9A",
                        out);

        assertThat(PdfPages.of(out.toByteArray(), "class-list-later").page(1))
                .contains("1 of 2", "One of these lines comes from entries recorded after September 8, 2026");
    }

    @Test
    void aClassThatWasNotChargedHasAPageThatSaysSo() {
        school.classes.enrol(1, "Roy", "Léa", "9", "9A");
        add(JournalRow.charge("Lab fee", "24.95")
                .student(new StudentSnapshot(new StudentNumber(2), "Aubé, Max", "9", "9B")));

        assertThat(classList("class-list-none").page(1)).contains("Nobody was charged this fee.", "0 of 0");
    }

    @Test
    void withoutARoleThereIsNoList() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().classList(NOBODY, query(), "9A", out))
                .isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }

    static Stream<Arguments> specimens() {
        return Stream.of(Locale.CANADA, Locale.CANADA_FRENCH).flatMap(locale -> Stream.of(Paper.values())
                .flatMap(paper -> Stream.of(1, 12, 60).map(lines -> Arguments.of(locale, paper, lines))));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void everyNameIsThereOnceOnEitherPaperAndInEitherLanguage(Locale locale, Paper paper, int lines) {
        school.locale = locale;
        school.paper = paper;
        for (int i = 1; i <= lines; i++) {
            String name = "Élève-du-nom-le-plus-long".repeat(i % 5 == 0 ? 8 : 1) + ", (" + i + ")";
            add(i % 3 == 0 ? charge(name) : charge(name).settledBy(9_999));
        }

        byte[] pdf = pdf();
        PdfPages pages = PdfPages.of(pdf, "../specimens/class-list-" + lines + "-" + locale + "-" + paper);

        assertThat(pages.width()).isEqualTo(paper == Paper.A4 ? 595f : 612f);
        assertThat(PageInk.of(pdf).faults()).isEmpty();
        assertThat(PageInk.of(pdf).sizes()).isSubsetOf(Set.of(8.5f, 10f, 20f));
        String all = String.join("\n", pages.texts());
        for (int i = 1; i <= lines; i++) {
            assertThat(all).containsOnlyOnce("(" + i + ")");
        }
        String marked = locale.equals(Locale.CANADA) ? " of " : " sur ";
        assertThat(pages.page(1)).contains((lines - lines / 3) + marked + lines);
        assertThat(pages.texts()).allMatch(page -> page.contains("Lab fee – "));
        if (lines == 12) {
            assertThat(PdfArchive.objections(pdf)).isEmpty();
        }
    }

    private long add(JournalRow row) {
        return school.classes.add(row);
    }

    private JournalRow charge(String name) {
        return JournalRow.charge("Lab fee", "24.95")
                .student(new StudentSnapshot(new StudentNumber(++numbers), name, "9", "9A"));
    }

    private static CollectionQuery query() {
        return new CollectionQuery("lab fee", GroupKind.HOMEROOM, GroupDay.CHARGE, CollectionPeriod.always());
    }

    private PdfPages classList(String file) {
        return PdfPages.of(pdf(), file);
    }

    private byte[] pdf() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().classList(CLERK, query(), "9A", out);
        return out.toByteArray();
    }
}
