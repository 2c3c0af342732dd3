package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.testkit.Kit;

class PayerInvoiceTest {

    private final DocumentSchool school = new DocumentSchool();

    private PayerNumber payer(Optional<Locale> language, String authorization) {
        PayerDetails details =
                new PayerDetails("Prairie Band", List.of("Box 12", "Regina SK  S4P 3Y2"), "", language, authorization);
        return school.office
                .payers()
                .add(new AddPayerRequest(RequestKey.fresh(), Kit.CLERK, PayerKind.SPONSOR, details))
                .number();
    }

    private void transferred(PayerNumber payer, StudentNumber student, String fee, String amount, String... taxes) {
        ChargeId charge = school.office.charge(student, fee, amount, taxes).id();
        school.office.corrections().apply(new Transfer(RequestKey.fresh(), Kit.CLERK, charge, payer, Kit.TODAY, ""));
    }

    private PdfPages invoice(PayerNumber payer, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().payerInvoice(CLERK, payer, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    @Test
    void theInvoiceIsItemizedByStudentAndFeeAndHasTheAuthorization() {
        StudentNumber ines = school.office.enrol(100, "Tremblay", "Inès", "9", "9A");
        StudentNumber marc = school.office.enrol(101, "Arcand", "Marc", "7", "7B");
        PayerNumber band = payer(Optional.empty(), "AUTH-77");
        transferred(band, ines, "Lab fee", "100.00", "GST");
        transferred(band, marc, "Band trip", "40.00");
        transferred(band, ines, "Locker", "12.50");
        school.office.cashier().receive(Kit.paying(band, "20.00"));

        PdfPages pages = invoice(band, "payer-invoice");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .containsSubsequence("Invoice", "Prairie Band", "Box 12", "Payer P1", "Authorization AUTH-77")
                .containsSubsequence("Arcand, Marc", "Band trip", "Tremblay, Inès", "Lab fee", "Locker")
                .contains("Total for Tremblay, Inès 117.50")
                .contains("Amount due", "$137.50", "Credit on account", "–20.00")
                .doesNotContain("9A", "7B", "Grade", "100 ", "Tremblay, Inès 9");
        assertThat(pages.about().getTitle()).isEqualTo("Invoice – Prairie Band");
    }

    @Test
    void theStatementOfAPayerIsAddressedToIt() {
        PayerNumber band = payer(Optional.empty(), "");
        transferred(band, school.office.enrol(100, "Tremblay", "Inès", "9", "9A"), "Lab fee", "100.00");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        school.reports().statement(new StatementRequest(CLERK, band, Kit.DAY, Kit.TODAY), out);

        assertThat(PdfPages.of(out.toByteArray(), "payer-statement").page(1))
                .contains("Prairie Band", "Box 12", "Payer number P1", "Lab fee", "100.00")
                .doesNotContain("parents", "Student number");
    }

    @Test
    void theInvoiceIsInThePayersLanguage() {
        PayerNumber band = payer(Optional.of(Locale.FRENCH), "");
        transferred(band, school.office.enrol(100, "Tremblay", "Inès", "9", "9A"), "Lab fee", "100.00");

        assertThat(invoice(band, "payer-invoice-french").page(1))
                .contains("Facture", "Payeur P1", "Tremblay, Inès", "100,00")
                .doesNotContain("Autorisation");
    }

    @Test
    void aPayerWhoOwesNothingHasAnEmptyInvoice() {
        assertThat(invoice(payer(Optional.empty(), ""), "payer-invoice-empty").page(1))
                .contains("Nothing is outstanding.", "$0.00");
    }

    @Test
    void manyStudentsTakeSeveralPages() {
        PayerNumber band = payer(Optional.empty(), "AUTH-77");
        for (int i = 0; i < 40; i++) {
            transferred(
                    band, school.office.enrol(200 + i, "Student " + (100 + i), "Ann", "9", "9A"), "Lab fee", "10.00");
        }

        PdfPages pages = invoice(band, "payer-invoice-many");

        assertThat(pages.count()).isGreaterThan(2);
        assertThat(pages.page(2)).contains("Prairie Band", "Authorization AUTH-77");
        // a name is on the page of its first charge
        assertThat(pages.page(2)).containsPattern("Brought forward [0-9.]+\\s+Student");
        assertThat(pages.page(pages.count())).contains("Student 139, Ann", "$400.00");
    }

    @Test
    void whoIsNoPayerHasNoInvoice() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().payerInvoice(CLERK, new PayerNumber(9), out))
                .isInstanceOf(UnknownStudentException.class);
        assertThatThrownBy(() -> school.reports().payerInvoice(new Actor("eve", Set.of()), new PayerNumber(9), out))
                .isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }
}
