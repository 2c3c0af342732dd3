package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.testkit.JournalRow;

class ReceiptDocumentsTest {

    private final DocumentSchool school = new DocumentSchool();
    private final StudentNumber ines = school.student(100, "Tremblay", "Inès");

    @Test
    void aReceiptSaysWhoPaidWhatAndHow() {
        Charge lab = school.charge(ines, "Lab fee", "Goggles & coat", "24.95", "GST 1.25", "PST 1.50");
        Charge trip = school.charge(ines, "Band trip", "", "240.00", "GST 12.00");

        PdfPages pages = school.receipt(school.receiptOf(4711, ines, "279.70", lab, trip), Print.ORIGINAL, "receipt");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .containsSubsequence("École Prairie View School", "Receipt")
                .containsSubsequence("Receipt number", "Amount received", "4711", "$279.70")
                .contains("Date September 8, 2026", "Method Cheque", "Reference 000123")
                .contains("Received by claire", "Sep. 8, 2026, 2:05 p.m.")
                .contains("Tremblay, Inès", "No. 100 · Grade 9 · Homeroom 9A")
                .contains("Date Fee Subtotal GST PST Total")
                .contains("Sep. 1, 2026 Lab fee 24.95 1.25 1.50 27.70", "Goggles & coat")
                .contains("Sep. 1, 2026 Band trip 240.00 12.00 252.00")
                .contains("Subtotal 264.95", "GST 13.25", "PST 1.50", "Fees paid 279.70", "Amount received $279.70")
                .doesNotContain("COPY", "From credit on account", "Stays on account", "Page");
    }

    @Test
    void aChargeThatAnotherVoidHasOpenedIsNamedOnEveryLaterCopy() {
        Charge lab = school.charge(ines, "Lab fee", "", "100.00");
        Charge trip = school.charge(ines, "Band trip", "", "240.00");
        Receipt receipt = school.receiptOf(7, ines, "300.00", lab, trip);
        school.keep(receipt);
        school.counter.settle(school.counter.rows().get(1).id(), OptionalLong.empty());

        assertThat(school.receipt(receipt, Print.COPY, "reopened").page(1))
                .contains("Fees paid 340.00", "Amount received $300.00")
                .containsIgnoringNewLines("No longer paid by this receipt, because another payment was voided:")
                .contains("Band trip (240.00).");
        school.locale = Locale.CANADA_FRENCH;
        assertThat(school.receipt(receipt, Print.ORIGINAL, "reopened-french").page(1))
                .contains("N’est plus payé par ce reçu")
                .contains("Band trip (240,00).");
    }

    @Test
    void creditUsedAndMoneyLeftOverAreShown() {
        Charge lab = school.charge(ines, "Lab fee", "", "100.00");

        assertThat(school.receipt(school.receiptOf(1, ines, "80.00", lab), Print.ORIGINAL, "from-credit")
                        .page(1))
                .contains("Fees paid 100.00", "From credit on account –20.00", "Amount received $80.00");
        assertThat(school.receipt(school.receiptOf(2, ines, "120.00", lab), Print.ORIGINAL, "on-account")
                        .page(1))
                .contains("Fees paid 100.00", "Stays on account 20.00", "Amount received $120.00");
    }

    @Test
    void whatCashWasRoundedByIsShownBetweenTheTotalAndTheCash() {
        Charge lab = school.charge(ines, "Lab fee", "", "26.22");
        Charge trip = school.charge(ines, "Trip", "", "26.23");

        assertThat(school.receipt(school.cashReceiptOf(1, ines, "26.20", "0.02", lab), Print.ORIGINAL, "rounded-down")
                        .page(1))
                .contains("Fees paid 26.22\nCash rounding –0.02\nAmount received $26.20")
                .doesNotContain("account");
        school.locale = Locale.CANADA_FRENCH;
        assertThat(school.receipt(school.cashReceiptOf(2, ines, "30.00", "-0.02", trip), Print.ORIGINAL, "rounded-up")
                        .page(1))
                .contains("Porté au compte 3,75", "Arrondi comptant 0,02", "30,00");
    }

    @Test
    void aReceiptOfSeveralNamesEachStudentWithTheFeesAndThePartOfTheMoney() {
        StudentNumber marc = school.student(101, "Tremblay", "Marc");
        Receipt first = school.receiptOf(8, ines, "20.00", school.charge(ines, "Lab fee", "", "30.00"));
        Receipt second = school.receiptOf(8, marc, "13.00", school.charge(marc, "Choir", "", "8.00"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new PdfReceiptRenderer(Clock.fixed(DocumentSchool.NOW, ZoneOffset.UTC))
                .draw(
                        List.of(Receipt.ofSeveral(List.of(first, second))),
                        false,
                        school.settings().current(),
                        out);

        PdfPages pages = PdfPages.of(out.toByteArray(), "of-several");
        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("$33.00", "Tremblay, Inès; Tremblay, Marc")
                .containsSubsequence("Lab fee 30.00", "Tremblay, Inès", "Choir 8.00", "Tremblay, Marc")
                .contains("Fees paid 38.00", "From credit on account –10.00", "Stays on account 5.00")
                .doesNotContain("No. 100", "No. 101");
    }

    @Test
    void moneyReceivedOnAccountSaysSo() {
        assertThat(school.receipt(school.receiptOf(3, ines, "50.00"), Print.ORIGINAL, "roa")
                        .page(1))
                .contains("Received on account. This payment does not pay any fee yet; it reduces the balance due.")
                .contains("Stays on account 50.00", "Amount received $50.00")
                .doesNotContain("Subtotal", "Fees paid");
    }

    @Test
    void aFamilyGetsTheSameCopyAsTheOffice() {
        Receipt receipt = school.receiptOf(6, ines, "26.20", school.charge(ines, "Lab fee", "", "24.95", "GST 1.25"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new PdfReceiptRenderer(Clock.fixed(DocumentSchool.NOW, ZoneOffset.UTC))
                .draw(List.of(receipt, receipt), true, school.settings().current(), out);

        PdfPages pages = PdfPages.of(out.toByteArray(), "family-copy");
        String copy = school.receipt(receipt, Print.COPY, "office-copy").page(1);
        assertThat(pages.texts()).containsExactly(copy, copy);
        assertThat(pages.about().getTitle()).isEqualTo("Receipt 6");
    }

    @Test
    void aLaterPrintIsMarkedAndOtherwiseTheSame() {
        Charge lab = school.charge(ines, "Lab fee", "", "24.95", "GST 1.25");
        Receipt receipt = school.receiptOf(4, ines, "26.20", lab);
        String original = school.receipt(receipt, Print.ORIGINAL, "original").page(1);
        school.charges.clear();
        school.office.remove(ines);
        school.counter.remove(ines);

        String copy = school.receipt(receipt, Print.COPY, "copy").page(1);

        assertThat(copy).contains("COPY");
        assertThat(copy.replaceAll("\\s*COPY\\s*", " ").replaceAll("\\s+", " "))
                .isEqualTo(original.replaceAll("\\s+", " "));
    }

    @Test
    void frenchSchoolsGiveFrenchReceipts() {
        school.locale = Locale.CANADA_FRENCH;

        assertThat(school.receipt(school.receiptOf(5, ines, "1250.00"), Print.COPY, "french-receipt")
                        .page(1))
                .contains("Reçu", "COPIE", "Numéro du reçu", "Montant encaissé", "1 250,00 $", "8 septembre 2026")
                .contains("Mode Chèque", "Référence 000123", "Porté au compte 1 250,00");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void sixtyChargesTakeMorePagesAndEachSaysWhoseItIs(Paper paper) {
        school.paper = paper;
        Charge[] sixty = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> school.charge(ines, "Fee no" + n + ".", "Description", "1.00", "GST 0.05"))
                .toArray(Charge[]::new);

        PdfPages pages = school.receipt(school.receiptOf(6, ines, "63.00", sixty), Print.COPY, "receipt-60-" + paper);

        assertThat(pages.count()).isGreaterThan(2);
        for (int page = 1; page <= pages.count(); page++) {
            assertThat(pages.page(page)).contains("Tremblay, Inès", "Page " + page + " of " + pages.count());
        }
        assertThat(pages.page(pages.count())).contains("Fees paid 63.00");
    }

    @Test
    void whatOldDataLackIsADash() {
        Receipt old = new Receipt(
                new ReceiptNumber(7),
                new StudentSnapshot(new StudentNumber(9), "", "", ""),
                DAY,
                money("99999999.99"),
                List.of(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty());

        assertThat(school.receipt(old, Print.COPY, "old-receipt").page(1))
                .contains("#9", "Method –", "Reference –", "Received by –", "Recorded –", "$99,999,999.99");
    }

    @Test
    void whatTheOldRowsLackIsNamed() {
        long lab = school.counter.add(JournalRow.charge("Lab fee", "3.00").settledBy(2));
        school.counter.add(JournalRow.payment(8, "7.00", lab).onImpossible("2024-10-00"));

        String receipt = school.receipt(8, "incomplete-receipt").page(1).replaceAll("\\s+", " ");

        assertThat(receipt)
                .contains("Receipt number Amount received 8 $7.00 Date –", "The old records do not name the student.")
                .contains("The old records have the date 2024-10-00, which does not exist.")
                .contains("Fee paid but not listed above: Lab fee (charge " + lab + ").")
                .doesNotContain("1900", "on account");
    }

    @Test
    void anUnknownNumberLeavesTheStreamUntouched() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() ->
                        school.reports().receipt(DocumentSchool.CLERK, new ReceiptNumber(99), Print.ORIGINAL, out))
                .isInstanceOf(UnknownReceiptException.class);
        assertThat(out.size()).isZero();
    }
}
