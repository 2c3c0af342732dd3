package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.DocumentSettings.Paper;

class ReturnedPaymentLetterTest {

    private static final ReceiptNumber RECEIPT = new ReceiptNumber(7);
    private static final Optional<LocalDate> UNTIL = Optional.of(LocalDate.of(2026, 12, 7));

    private final DocumentSchool school = new DocumentSchool();

    @Test
    void theLetterSaysWhatWasReturnedWhatIsOwedAndHowToPay() {
        StudentNumber ines = paid("Tremblay", "Inès", "Lab fee", "30.00");
        school.journal.charge(ines, DAY.minusDays(40), "Trip", "Band trip to Saskatoon", "55.00");
        returned("25.00", UNTIL);

        PdfPages pages = letter("returned-payment");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Returned payment", "Amount due", "$110.00", "Receipt 7", "Tremblay, Inès")
                .contains("A payment of $30.00 was returned by the bank: Cheque 000123, received on September 6, 2026.")
                .contains("A fee of $25.00 has been charged for the")
                .containsSubsequence("Trip", "55.00", "Lab fee", "30.00", "Returned payment fee", "25.00")
                .contains("Until December 7, 2026, please pay in cash, at the school office.");
        assertThat(pages.about().getTitle()).isEqualTo("Returned payment – Tremblay, Inès");
    }

    @Test
    void theLetterIsInTheLanguageOfTheSchool() {
        school.locale = Locale.CANADA_FRENCH;
        school.paper = Paper.A4;
        paid("Tremblay", "Inès", "Laboratoire", "30.00");
        returned("25.00", UNTIL);

        assertThat(letter("returned-payment-french").page(1))
                .contains("Paiement retourné", "Montant dû", "Retourné le", "Reçu 7")
                .contains("a été retourné par la banque", "Chèque 000123", "encaissé le 6 septembre 2026")
                .contains("Jusqu’au 7 décembre 2026, veuillez payer comptant");
    }

    @Test
    void creditIsDeductedAndWithoutCashOnlyEveryMethodIsTaken() {
        StudentNumber ines = paid("Tremblay", "Inès", "Lab fee", "30.00");
        returned("0.00", Optional.empty());
        school.journal.pay(ines, DAY, 8, "12.00");

        assertThat(letter("returned-payment-credit").page(1))
                .contains("Outstanding fees", "Credit on account", "$18.00")
                .contains("Please pay the amount due at the school office.")
                .doesNotContain("fee of", "in cash");
    }

    @Test
    void aFamilyThatHasPaidInTheMeantimeOwesNothing() {
        StudentNumber ines = paid("Tremblay", "Inès", "Lab fee", "30.00");
        returned("0.00", UNTIL);
        long lab = school.office.owed(ines).get(0).value();
        school.journal.pay(ines, DAY, 8, "30.00", lab);

        assertThat(letter("returned-payment-paid").page(1))
                .contains("Nothing is outstanding on the account today.", "$0.00");
    }

    @Test
    void theLongestTextsAndManyChargesFit() {
        StudentNumber student = paid(
                "Przybyszewska-Grzegorzewska",
                "Wilhelmina Konstancja",
                "Fee ".repeat(60).strip(),
                "30.00");
        for (int i = 0; i < 60; i++) {
            school.journal.charge(
                    student,
                    DAY,
                    "Fee of thirty characters, " + i,
                    "About it ".repeat(20).strip(),
                    "1000.00");
        }
        returned("99999.99", UNTIL);

        PdfPages pages = letter("returned-payment-longest");

        assertThat(pages.count()).isGreaterThan(2);
        assertThat(pages.page(pages.count())).contains("please pay in cash");
    }

    @Test
    void whatWasNotReturnedOrIsUndoneHasNoLetter() {
        paid("Tremblay", "Inès", "Lab fee", "30.00");
        assertRefused();
        returned("25.00", UNTIL);
        apply(new UndoReturn(RequestKey.fresh(), CLERK, RECEIPT, DAY, "Honoured"));
        assertRefused();
        assertThatThrownBy(() -> school.reports()
                        .returnedPayment(new Actor("eve", Set.of()), RECEIPT, new ByteArrayOutputStream()))
                .isInstanceOf(NotAllowedException.class);
    }

    private void assertRefused() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> school.reports().returnedPayment(CLERK, RECEIPT, out))
                .isInstanceOf(NotReturnedException.class);
        assertThat(out.size()).isZero();
    }

    /** A student who paid one charge with the receipt 7. */
    private StudentNumber paid(String lastname, String firstname, String fee, String amount) {
        StudentNumber student = school.student(100, lastname, firstname);
        long charge = school.journal.charge(student, DAY.minusDays(5), fee, "", amount);
        school.journal.pay(student, DAY.minusDays(2), 7, amount, charge);
        return student;
    }

    private void returned(String fee, Optional<LocalDate> until) {
        apply(new ReturnPayment(RequestKey.fresh(), CLERK, RECEIPT, money(fee), until, DAY, "NSF"));
    }

    private void apply(CorrectionRequest request) {
        school.office.corrections().apply(request);
    }

    private PdfPages letter(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().returnedPayment(CLERK, RECEIPT, out);
        return PdfPages.of(out.toByteArray(), file);
    }
}
