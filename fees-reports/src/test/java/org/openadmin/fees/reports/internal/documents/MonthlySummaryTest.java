package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;
import static org.openadmin.fees.reports.internal.documents.OfficeLists.SEPTEMBER;
import static org.openadmin.fees.reports.internal.documents.OfficeLists.line;
import static org.openadmin.fees.reports.internal.documents.OfficeLists.september;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;

/** The summary of a month, by kind. */
class MonthlySummaryTest {

    private final OfficeLists lists = new OfficeLists();
    private final DocumentSchool school = lists.school;

    @Test
    void theSummaryOfAMonthIsByKindWithAColumnForEachTax() {
        school.summaries.put(SEPTEMBER, september());

        PdfPages pages = lists.summary("summary");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Monthly summary", "September 2026", "–$1,200.75", "1,234 transactions")
                .contains("Count Fee or method Subtotal GST PST Total")
                .containsSubsequence(
                        "Charges",
                        "3 Band trip 720.00 36.00 756.00",
                        "Account 4010",
                        "1,000 Lab fee 24.95 1.25 1.50 27.70",
                        "Total 744.95 37.25 1.50 783.70",
                        "Payments",
                        "200 Cash 1,500.00 1,500.00",
                        "20 Method not recorded 500.00 500.00",
                        "Total 2,000.00 0.00 0.00 2,000.00",
                        "Waivers",
                        "1 Band trip –14.71 –0.74 –15.45",
                        "Refunds",
                        "10 Cheque 31.00 31.00")
                .containsSubsequence(
                        "Charges 783.70",
                        "Payments –2,000.00",
                        "Waivers –15.45",
                        "Refunds 31.00",
                        "Net change –$1,200.75")
                .doesNotContain("HST");
    }

    @Test
    void aMonthWithoutTaxesHasOneColumn() {
        MonthSummary.Line cash = line(EntryKind.PAYMENT, "Payment", PaymentMethod.CASH, "", 2, "-5.00");
        school.summaries.put(SEPTEMBER, new MonthSummary(SEPTEMBER, List.of("GST"), List.of(cash), 2, money("-5.00")));

        assertThat(lists.summary("summary-untaxed").page(1))
                .contains("Count Fee or method Total", "2 Cash 5.00")
                .doesNotContain("GST", "Subtotal");
    }

    @Test
    void aLongMonthWithManyTaxesHasRoom() {
        List<MonthSummary.Line> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add(line(
                    EntryKind.CHARGE,
                    "Wohlfahrt " + "w".repeat(245),
                    null,
                    "4".repeat(40),
                    99999,
                    "99999994.99",
                    "A 1.00",
                    "B 1.00",
                    "C 1.00",
                    "D 1.00",
                    "E 1.00"));
        }
        school.summaries.put(
                SEPTEMBER,
                new MonthSummary(SEPTEMBER, List.of("A", "B", "C", "D", "E"), lines, 5999940, money("5999999999.40")));

        PdfPages pages = lists.summary("summary-longest");

        assertThat(pages.page(1)).contains("Subtotal A B C Other taxes Total", "99,999,994.99 1.00 1.00 1.00 2.00");
        assertThat(pages.run()).contains("$5,999,999,999.40");
        assertThat(pages.run().split("Wohlfahrt", -1)).hasSize(61);
    }
}
