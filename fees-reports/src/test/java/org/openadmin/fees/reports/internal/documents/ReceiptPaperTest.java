package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.DocumentSettings.ReceiptPaper;

/** Receipts on half a page and on a roll. */
class ReceiptPaperTest {

    private static final float ROLL_WIDTH = 227;

    private final DocumentSchool school = new DocumentSchool();
    private final StudentNumber ines = school.student(100, "Tremblay", "Inès");

    @Test
    void halfAPageHasAllThatAWholeOneHas() {
        school.receiptPaper = ReceiptPaper.HALF_PAGE;

        PdfPages letter = school.receipt(paid(), Print.ORIGINAL, "receipt-half-page");

        assertThat(List.of(letter.width(), letter.height())).containsExactly(612f, 396f);
        assertThat(letter.count()).isEqualTo(1);
        assertThat(letter.page(1))
                .contains("École Prairie View School", "Receipt 4711", "Amount received $279.70", "September 8, 2026")
                .contains("Cheque", "000123", "claire", "Sep. 8, 2026, 2:05 p.m.")
                .contains("Tremblay, Inès", "Date Fee Subtotal GST PST Total")
                .contains("Lab fee 24.95 1.25 1.50 27.70", "Subtotal 264.95", "Fees paid 279.70")
                .doesNotContain("COPY", "Page");
        school.paper = Paper.A4;
        school.locale = Locale.CANADA_FRENCH;
        PdfPages a4 = school.receipt(paid(), Print.COPY, "receipt-half-page-french");
        assertThat(List.of(a4.width(), a4.height())).containsExactly(595f, 421f);
        assertThat(a4.page(1)).contains("Reçu 4711", "COPIE", "279,70");
    }

    @Test
    void moreFeesThanFitOnHalfAPageContinueOnTheNext() {
        school.receiptPaper = ReceiptPaper.HALF_PAGE;
        Charge[] charges = IntStream.rangeClosed(1, 12)
                .mapToObj(fee -> school.charge(ines, "Fee " + fee, "", "10.00"))
                .toArray(Charge[]::new);

        PdfPages pages = school.receipt(school.receiptOf(8, ines, "120.00", charges), Print.ORIGINAL, "half-page-long");

        assertThat(pages.count()).isEqualTo(2);
        assertThat(pages.page(1)).contains("Page 1 of 2", "Carried");
        assertThat(pages.page(2)).contains("Page 2 of 2", "Fee 12", "Fees paid 120.00", "Amount received $120.00");
    }

    @Test
    void aRollIsAsLongAsTheReceipt() {
        school.receiptPaper = ReceiptPaper.ROLL;

        PdfPages one = school.receipt(paid(), Print.ORIGINAL, "receipt-roll");
        school.locale = Locale.CANADA_FRENCH;
        PdfPages onAccount = school.receipt(school.receiptOf(12, ines, "5.00"), Print.COPY, "receipt-roll-french");

        assertThat(List.of(one.count(), onAccount.count())).containsExactly(1, 1);
        assertThat(List.of(one.width(), onAccount.width())).containsOnly(ROLL_WIDTH);
        assertThat(one.height()).isBetween(300f, 500f);
        assertThat(onAccount.height()).isLessThan(one.height() - 40);
        assertThat(one.page(1))
                .containsSubsequence("École Prairie View School", "Receipt 4711", "Date September 8, 2026")
                .contains("Method Cheque", "Reference 000123", "Received by claire", "Tremblay, Inès")
                .containsSubsequence("Lab fee 27.70", "Goggles & coat", "Band trip 252.00")
                .contains("Subtotal 264.95", "GST 13.25", "PST 1.50", "Fees paid 279.70", "Amount received $279.70")
                .doesNotContain("COPY", "Page", "null");
        assertThat(onAccount.page(1)).contains("Reçu 12", "COPIE", "5,00").doesNotContain("null");
    }

    @Test
    void onARollEachOfSeveralReceiptsHasAPageOfItsOwnLength() throws IOException {
        school.receiptPaper = ReceiptPaper.ROLL;
        Receipt first = school.receiptOf(1, ines, "5.00");
        school.keep(first);
        Charge[] charges = IntStream.rangeClosed(1, 60)
                .mapToObj(fee -> school.charge(ines, "Fee " + fee, "for the year", "10.00", "GST 0.50"))
                .toArray(Charge[]::new);
        school.keep(EveryDocument.voided(school.receiptOf(2, ines, "630.00", charges), DAY));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().receipts(CLERK, ReceiptQuery.everything(), out);

        PdfPages pages = PdfPages.of(out.toByteArray(), "receipts-roll");
        assertThat(heights(out.toByteArray())).hasSize(2).satisfies(heights -> assertThat(heights.get(1))
                .isGreaterThan(heights.get(0) + 59 * 20));
        assertThat(pages.page(2)).contains("VOID", "Fee 1 10.50", "Fee 60 10.50", "Amount received $630.00");
        assertThat(PdfArchive.objections(out.toByteArray())).isEmpty();
    }

    private Receipt paid() {
        Charge lab = school.charge(ines, "Lab fee", "Goggles & coat", "24.95", "GST 1.25", "PST 1.50");
        Charge trip = school.charge(ines, "Band trip", "", "240.00", "GST 12.00");
        return school.receiptOf(4711, ines, "279.70", lab, trip);
    }

    private static List<Float> heights(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<Float> heights = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                heights.add(page.getMediaBox().getHeight());
            }
            return heights;
        }
    }
}
