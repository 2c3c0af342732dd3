package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;
import static org.openadmin.fees.reports.internal.documents.OfficeLists.line;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.spi.DocumentSettings.Paper;

/** The list of those who owe, by age. */
class AgedReceivablesTest {

    private final OfficeLists lists = new OfficeLists();
    private final DocumentSchool school = lists.school;

    @Test
    void theReceivablesHaveAColumnForEachAgeAndAddUp() {
        lists.owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        lists.owes(3, "0", "0", "0", "0", "99.99", "0");
        lists.owes(4, "0", "5.00", "0", "0", "0", "0");

        PdfPages pages = lists.receivables("receivables");

        assertThat(pages.page(1))
                .contains("Aged receivables", "September 8, 2026", "$179.99", "3 students", "Prepared by anna")
                .contains(
                        "1–30 days 31–60 days 61–90 days Over 90 days",
                        "Not yet due overdue overdue overdue overdue Balance")
                .contains("Tremblay, Inès 1.00 9.00 20.00 30.00 40.00 75.00", "Homeroom 9A · less credit of 25.00")
                .contains("王, 小明 99.99 99.99")
                .contains("Total 1.00 14.00 20.00 30.00 139.99 179.99")
                .contains("Outstanding fees 204.99", "Credit on account –25.00", "Balance $179.99");
    }

    @Test
    void studentsWithCreditOnlyAreOneLineAndTheTotalIsThatOfAllAccounts() {
        lists.owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        school.creditOnlyStudents = 12;
        school.creditOnly = money("345.00");

        assertThat(lists.receivables("receivables-credit").page(1))
                .contains("13 students", "Credit only –345.00", "12 students")
                .contains("Total 1.00 9.00 20.00 30.00 40.00 –270.00")
                .contains("Outstanding fees 100.00", "Credit on account –370.00", "Balance –$270.00");
    }

    @Test
    void aSelectionSaysThatItIsOneAndAddsUpToItself() {
        lists.owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        lists.owes(3, "0", "0", "0", "0", "99.99", "0");
        school.creditOnlyStudents = 12;
        school.creditOnly = money("345.00");
        AccountNumber one = school.receivables.get(1).student().number();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receivables(CLERK, DAY, Set.of(one), out);

        assertThat(PdfPages.of(out.toByteArray(), "receivables-selection").page(1))
                .contains("Selection: 1 of 2 students", "Total 0.00 0.00 0.00 0.00 99.99 99.99", "Balance $99.99")
                .doesNotContain("Tremblay", "Credit only");
    }

    @Test
    void theLongestNamesAndTheLargestAmountsHaveRoom() {
        StudentNumber number = new StudentNumber(999_999_999);
        StudentSnapshot student = new StudentSnapshot(number, "W".repeat(255), "G".repeat(50), "R".repeat(50));
        Map<Age, Money> ages = new TreeMap<>();
        for (Age age : Age.values()) {
            ages.put(age, money("99999999.99"));
        }
        for (int line = 0; line < 12; line++) {
            school.receivables.add(new Receivable(
                    student, ages, new AccountBalance(number, money("300000000.00"), money("499999999.95"))));
        }

        PdfPages pages = lists.receivables("receivables-longest");

        assertThat(pages.page(1)).contains("99,999,999.99 300,000,000.00", "less credit of 199,999,999.95");
        assertThat(pages.run()).contains("$3,600,000,000.00", "–2,399,999,999.40");
        assertThat(pages.run().chars().filter(c -> c == 'W').count()).isEqualTo(12 * 255);
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void sixtyStudentsWhoOweAreAllThere(Paper paper) {
        school.paper = paper;
        for (int i = 0; i < 60; i++) {
            lists.owes(i % 6, "0", "1.00", "0", "2.00", "0", "0.50");
        }

        PdfPages pages = lists.receivables("receivables-60-" + paper);

        assertThat(pages.count()).isBetween(2, 4);
        assertThat(pages.page(pages.count())).contains("Total 0.00 60.00 0.00 120.00 0.00 150.00", "–30.00", "$150.00");
        assertThat(String.join("", pages.texts()).split("less credit of 0\\.50", -1))
                .hasSize(61);
    }

    @Test
    void receivablesOfAPastDayNameItAndWhatWasRecordedLater() {
        lists.owes(0, "1.00", "9.00", "20.00", "30.00", "40.00", "25.00");
        school.known = Optional.of(new KnownThen(2, money("-30.00"), money("130.00"), money("25.00")));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receivables(CLERK, DAY.minusDays(70), out);

        assertThat(PdfPages.of(out.toByteArray(), "receivables-past").page(1))
                .contains("As of", "June 30, 2026")
                .containsSubsequence(
                        "Total 1.00",
                        "2 entries for June 30, 2026 or an earlier day, –$30.00 in all, were recorded after it. As known on",
                        "outstanding $130.00, credit $25.00.",
                        "Outstanding fees 100.00");
    }
}
