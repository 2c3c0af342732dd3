package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.testkit.JournalRow;

/** The day sheet: what came in, what went out, and what must be in the drawer. */
class DaySheetTest {

    private final OfficeLists lists = new OfficeLists();
    private final DocumentSchool school = lists.school;

    @Test
    void aDaySheetHasASectionForEachCashierAndAColumnForEachMethod() {
        lists.received(11, 0, "20.00", PaymentMethod.CASH, "", "zoé");
        lists.received(12, 1, "100.00", PaymentMethod.CHEQUE, "000123", "claire");
        lists.received(13, 2, "35.50", PaymentMethod.CASH, "", "claire");
        lists.received(14, 3, "1250.00", PaymentMethod.CARD, "", "claire");
        lists.received(15, 4, "5.00", null, "", "");

        PdfPages pages = lists.daySheet("day-sheet");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Day sheet", "September 8, 2026", "$1,410.50", "5 receipts")
                .contains("Prepared by anna, Sep. 8, 2026, 2:05 p.m.")
                .contains("Receipt Student Cash Cheque Card Other Total")
                .containsSubsequence(
                        "claire",
                        "12 Nguyễn, Thị Phượng 100.00 100.00",
                        "000123",
                        "13 Щёголев, Дмитрий 35.50 35.50",
                        "14 王, 小明 1,250.00 1,250.00",
                        "Total for claire 35.50 100.00 1,250.00 0.00 1,385.50",
                        "zoé",
                        "11 Tremblay, Inès 20.00 20.00",
                        "Total for zoé 20.00 0.00 0.00 0.00 20.00",
                        "Cashier not recorded",
                        "15",
                        "5.00 5.00",
                        "Total 0.00 0.00 0.00 5.00 5.00",
                        "Cash (2) 55.50",
                        "Cheque (1) 100.00",
                        "Card (1) 1,250.00",
                        "Other (1) 5.00",
                        "Amount received $1,410.50");
        assertThat(pages.about().getTitle()).isEqualTo("Day sheet – September 8, 2026");
    }

    @Test
    void whatWasVoidedThatDayIsShownAndNotCountedAndLaterVoidsChangeNothing() {
        lists.received(1, 0, "20.00", PaymentMethod.CASH, "", "claire");
        lists.voided(lists.received(2, 1, "30.00", PaymentMethod.CASH, "", "claire"), DAY);
        lists.voided(lists.received(3, 2, "40.00", PaymentMethod.CASH, "", "claire"), DAY.plusDays(3));

        assertThat(lists.daySheet("day-sheet-voided").page(1))
                .contains("Receipt Student Cash")
                .contains("2 Nguyễn, Thị Phượng 0.00", "Voided Sep. 8, 2026: 30.00 not counted")
                .contains("3 Щёголев, Дмитрий 40.00", "Voided Sep. 11, 2026")
                .contains("Cash (2) 60.00", "Amount received $60.00")
                .doesNotContain("Total");
    }

    @Test
    void aDaySheetShowsRefundsAndVoidsOfOtherDaysAndWhatMustBeInTheDrawer() {
        lists.received(1, 0, "100.00", PaymentMethod.CASH, "", "claire");
        lists.received(2, 1, "27.70", PaymentMethod.CHEQUE, "000123", "claire");
        lists.received(3, 1, "5.00", PaymentMethod.CASH, "", "zoé");
        long refund = lists.paidOut(EntryKind.REFUND, "40.00", PaymentMethod.CASH, "claire", OptionalLong.empty());
        long old = school.counter.add(JournalRow.payment(9, "12.00")
                .student(new StudentNumber(103))
                .on(DAY.minusDays(4))
                .by(PaymentMethod.CHEQUE, "000099"));
        lists.paidOut(EntryKind.VOID, "12.00", PaymentMethod.CHEQUE, "zoé", OptionalLong.of(old));

        assertThat(lists.daySheet("day-sheet-out").page(1))
                .contains("Net received $80.70", "3 receipts, 2 amounts paid out")
                .containsSubsequence(
                        "claire",
                        "1 Tremblay, Inès 100.00 100.00",
                        "2 Nguyễn, Thị Phượng 27.70 27.70",
                        "Tremblay, Inès –40.00 –40.00",
                        "Refund " + refund,
                        "Total for claire 60.00 27.70 87.70",
                        "zoé",
                        "3 Nguyễn, Thị Phượng 5.00 5.00",
                        "9 Tremblay, Inès –12.00 –12.00",
                        "Voided payment, received Sep. 4, 2026",
                        "Total for zoé 5.00 –12.00 –7.00",
                        "Cash: in (2) 105.00",
                        "Cash: out (1) –40.00",
                        "Cash: net 65.00",
                        "Cheque: in (1) 27.70",
                        "Cheque: out (1) –12.00",
                        "Cheque: net 15.70",
                        "Net received $80.70");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void sixtyReceiptsTakeMorePagesAndTheSumsAreRight(Paper paper) {
        school.paper = paper;
        for (int number = 1; number <= 60; number++) {
            lists.received(
                    number,
                    number % 6,
                    "1.01",
                    PaymentMethod.values()[number % 5],
                    "",
                    number % 2 == 0 ? "anna" : "bo");
        }

        PdfPages pages = lists.daySheet("day-sheet-60-" + paper);

        assertThat(pages.count()).isBetween(2, 5);
        for (int page = 1; page <= pages.count(); page++) {
            assertThat(pages.page(page)).contains("60 receipts", "Page " + page + " of " + pages.count());
        }
        assertThat(String.join("", pages.texts()))
                .contains(
                        "Total for anna 6.06 6.06 6.06 6.06 6.06 30.30", "Total for bo 6.06 6.06 6.06 6.06 6.06 30.30")
                .contains("Transfer (12) 12.12", "Amount received $60.60");
        assertThat(pages.width()).isEqualTo(paper == Paper.A4 ? 595f : 612f);
    }
}
