package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.documents.NothingToPrintException;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.spi.DocumentSettings.Paper;

class ManyReceiptsTest {

    private final DocumentSchool school = new DocumentSchool();
    private final StudentNumber ines = school.student(100, "Tremblay", "Inès");
    private final StudentNumber wang = school.student(101, "王", "小明");

    @ParameterizedTest
    @EnumSource(Paper.class)
    void theReceiptsOfADayAreCopiesSmallestNumberFirstAPageEach(Paper paper) {
        school.paper = paper;
        Charge lab = school.charge(ines, "Lab fee", "", "24.95", "GST 1.25");
        keep(school.receiptOf(13, wang, "50.00"));
        keep(school.receiptOf(12, ines, "26.20", lab));
        keep(on(DAY.minusDays(1), school.receiptOf(11, ines, "9.99")));
        keep(EveryDocument.voided(school.receiptOf(14, ines, "70.00"), DAY.plusDays(1)));

        PdfPages pages = print(ReceiptQuery.ofDay(DAY), 3, "receipts-of-a-day-" + paper);

        assertThat(pages.count()).isEqualTo(3);
        assertThat(pages.page(1)).contains("COPY", "12", "Tremblay, Inès", "Lab fee 24.95 1.25 26.20");
        assertThat(pages.page(2)).contains("COPY", "13", "王, 小明", "Amount received $50.00");
        assertThat(pages.page(3)).contains("COPY", "14", "VOIDED on September 9, 2026", "$70.00");
        assertThat(pages.page(1) + pages.page(2)).doesNotContain("VOIDED", "Page", "9.99");
        assertThat(pages.about().getTitle()).isEqualTo("Receipts 12 to 14");
    }

    @Test
    void aVoidedReceiptSaysSoOnTheOriginalTheCopyAndEachOfItsPages() {
        Charge[] sixty = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> school.charge(ines, "Fee " + n, "", "1.00"))
                .toArray(Charge[]::new);
        Receipt receipt = EveryDocument.voided(school.receiptOf(6, ines, "60.00", sixty), LocalDate.of(2027, 1, 15));

        for (Print print : Print.values()) {
            PdfPages pages = school.receipt(receipt, print, "voided-" + print);

            assertThat(pages.count()).isGreaterThan(1);
            assertThat(pages.texts()).allSatisfy(page -> assertThat(page)
                    .contains("VOIDED on January 15, 2027")
                    .contains("This payment has been voided. This receipt is no longer valid."));
        }
    }

    @Test
    void aFrenchSchoolSaysItInFrench() {
        school.locale = Locale.CANADA_FRENCH;
        keep(EveryDocument.voided(school.receiptOf(6, ines, "60.00"), DAY));

        assertThat(print(ReceiptQuery.ofStudent(ines), 1, "voided-french").page(1))
                .contains("COPIE", "REÇU ANNULÉ le 8 septembre 2026", "Le reçu n’est plus valable.");
    }

    @Test
    void aQueryThatFindsNothingPrintsNothing() {
        keep(school.receiptOf(1, ines, "1.00"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().receipts(CLERK, ReceiptQuery.ofDay(DAY.plusDays(1)), out))
                .isInstanceOf(NothingToPrintException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void theOriginalsOfSomeNumbersArePrinted() {
        keep(school.receiptOf(13, wang, "50.00"));
        keep(school.receiptOf(12, ines, "5.00"));
        keep(school.receiptOf(14, ines, "6.00"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<ReceiptNumber> numbers = List.of(new ReceiptNumber(13), new ReceiptNumber(12), new ReceiptNumber(99));

        school.reports().receipts(CLERK, numbers, Print.ORIGINAL, out);

        PdfPages pages = PdfPages.of(out.toByteArray(), "receipts-by-number");
        assertThat(pages.count()).isEqualTo(2);
        assertThat(pages.page(1)).contains("12", "$5.00").doesNotContain("COPY");
        assertThat(pages.page(2)).contains("13", "$50.00");
        assertThatThrownBy(() -> school.reports()
                        .receipts(CLERK, List.of(new ReceiptNumber(99)), Print.ORIGINAL, new ByteArrayOutputStream()))
                .isInstanceOf(NothingToPrintException.class);
        assertThatThrownBy(() -> school.reports()
                        .receipts(new Actor("eve", Set.of()), numbers, Print.ORIGINAL, new ByteArrayOutputStream()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void aUserWithoutARoleGetsNothing() {
        keep(school.receiptOf(1, ines, "1.00"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().receipts(new Actor("eve", Set.of()), ReceiptQuery.everything(), out))
                .isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void aReceiptGivenWhileTheyAreReadLeavesNoneOut() {
        for (int number = 1; number <= 1200; number++) {
            keep(school.receiptOf(number, ines, "1.00"));
        }
        school.counter.watchQueries(Receipts.class, query -> {
            if (query == 2) {
                keep(school.receiptOf(1201, wang, "2.00"));
            }
        });

        PdfPages pages = print(ReceiptQuery.everything(), 1201, "receipts-1201");

        assertThat(pages.count()).isEqualTo(1201);
        for (int number = 1; number <= 1201; number++) {
            assertThat(pages.page(number)).containsPattern("(?m)^" + number + " \\$");
        }
    }

    @Test
    void moreThanTwoThousandAreRefusedBeforeTheyAreRead() {
        for (int number = 1; number <= 2001; number++) {
            keep(school.receiptOf(number, ines, "1.00"));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().receipts(CLERK, ReceiptQuery.everything(), out))
                .isInstanceOfSatisfying(DocumentException.class, e -> assertThat(e.problem())
                        .isEqualTo(DocumentException.Problem.TOO_LONG))
                .hasMessageContaining("2001 receipts");
        assertThat(school.counter.queries(Receipts.class)).isEqualTo(1);
        assertThat(out.size()).isZero();
    }

    private PdfPages print(ReceiptQuery query, int expected, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(school.reports().receipts(CLERK, query, out)).isEqualTo(expected);
        return PdfPages.of(out.toByteArray(), file);
    }

    private void keep(Receipt receipt) {
        school.keep(receipt);
    }

    private static Receipt on(LocalDate date, Receipt r) {
        return new Receipt(
                r.number(),
                r.student(),
                date,
                r.received(),
                r.settled(),
                r.method(),
                r.reference(),
                r.cashier(),
                r.recordedAt(),
                r.voided());
    }
}
