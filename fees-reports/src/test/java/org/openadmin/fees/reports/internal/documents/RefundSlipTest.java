package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.corrections.UnknownRefundException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.testkit.JournalRow;

class RefundSlipTest {

    private final DocumentSchool school = new DocumentSchool();

    @Test
    void theSlipHasItsNumberTheAmountTheReasonAndAPlaceToSign() {
        RefundNumber number = refund("Moved to another school", "000123", "Tremblay, Inès");

        PdfPages pages = slip(number, "refund");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1))
                .contains("Refund", "Refund number", number.toString(), "Amount refunded", "$1,040.50")
                .contains("Date September 8, 2026", "Method Cheque", "Reference 000123", "Paid by claire")
                .contains("Tremblay, Inès", "Paid back from the credit on account.", "Reason: Moved to another school")
                .containsSubsequence("I have received this amount.", "Name", "Signature", "Date");
        assertThat(pages.about().getTitle()).isEqualTo("Refund " + number);
    }

    @Test
    void theSlipIsInTheLanguageOfTheSchool() {
        school.locale = Locale.CANADA_FRENCH;
        school.paper = Paper.A4;

        assertThat(slip(refund("Déménagement", "", "Tremblay, Inès"), "refund-french")
                        .page(1))
                .contains("Remboursement", "Montant remboursé", "Mode Chèque", "Remis par claire")
                .contains("Motif : Déménagement", "J’ai reçu ce montant.", "Signature");
    }

    @Test
    void theLongestTextsFitOnOnePage() {
        String name = "Przybyszewska-Grzegorzewska ".repeat(9).strip();
        RefundNumber number = refund("Reasons of thirty characters. ".repeat(8).strip(), "9".repeat(64), name);

        PdfPages pages = slip(number, "refund-longest");

        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1)).contains("I have received this amount.");
    }

    @Test
    void whatIsNotARefundHasNoSlip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.reports().refund(CLERK, new RefundNumber(77), out))
                .isInstanceOf(UnknownRefundException.class);
        assertThatThrownBy(() -> school.reports().refund(new Actor("eve", Set.of()), new RefundNumber(77), out))
                .isInstanceOf(NotAllowedException.class);
        assertThat(out.size()).isZero();
    }

    private RefundNumber refund(String reason, String reference, String name) {
        return new RefundNumber(school.counter.add(JournalRow.of(EntryKind.REFUND, "1040.50")
                .student(new StudentSnapshot(new StudentNumber(100), name, "9", "9A"))
                .on(DAY)
                .about(reason)
                .by(PaymentMethod.CHEQUE, reference)
                .recorded("claire", Optional.of(DocumentSchool.NOW))));
    }

    private PdfPages slip(RefundNumber number, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.reports().refund(CLERK, number, out);
        return PdfPages.of(out.toByteArray(), file);
    }
}
