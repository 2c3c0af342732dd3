package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.EmailedInvoice;
import org.openadmin.fees.spi.Invoice;

class EarlierInvoicesTest {

    private static final StudentNumber ANN = new StudentNumber(1);
    private static final RunNumber RUN = new RunNumber(47);

    @Test
    void nothingNewIsOnAnInvoiceOfTheSameChargesOrOfSomeOfThem() {
        EarlierInvoices earlier = earlier(emailed("20.00", 1, 2));

        assertThat(earlier.has(invoice("0", 1, 2), "mum@x.example")).isTrue();
        assertThat(earlier.has(invoice("0", 2), "mum@x.example")).isTrue();
        assertThat(earlier.has(invoice("5.00", 1, 2), "mum@x.example")).isTrue();
    }

    @Test
    void anotherChargeOrAnotherAddressOrMoreToPayIsNew() {
        EarlierInvoices earlier = earlier(emailed("15.00", 1, 2));

        assertThat(earlier.has(invoice("15.00", 1, 3), "mum@x.example")).isFalse();
        assertThat(earlier.has(invoice("5.00", 1, 2), "dad@x.example")).isFalse();
        assertThat(earlier.has(invoice("4.99", 1, 2), "mum@x.example")).isFalse();
        assertThat(earlier.has(invoice("5.00", 1, 2), "mum@x.example")).isTrue();
    }

    @Test
    void withoutRecordedChargesTheAmountDecides() {
        EarlierInvoices earlier = earlier(emailed("10.00"));

        assertThat(earlier.has(invoice("0", 1), "mum@x.example")).isTrue();
        assertThat(earlier.has(invoice("1.00", 1), "mum@x.example")).isFalse();
    }

    @Test
    void whomTheRunToFinishReachedHasItWhateverWasChargedSince() {
        EarlierInvoices finishing = new EarlierInvoices(List.of(emailed("10.00", 1)), Optional.of(RUN));
        EarlierInvoices another = new EarlierInvoices(List.of(emailed("10.00", 1)), Optional.of(new RunNumber(48)));

        assertThat(finishing.has(invoice("0", 1, 2), "mum@x.example")).isTrue();
        assertThat(finishing.has(invoice("0", 1, 2), "dad@x.example")).isFalse();
        assertThat(another.has(invoice("0", 1, 2), "mum@x.example")).isFalse();
    }

    private static EarlierInvoices earlier(EmailedInvoice emailed) {
        return new EarlierInvoices(List.of(emailed), Optional.empty());
    }

    private static EmailedInvoice emailed(String due, int... charges) {
        return new EmailedInvoice(RUN, ANN, "mum@x.example", ids(charges), cad(due));
    }

    /** An invoice with charges of 10.00 each. */
    private static Invoice invoice(String credit, int... charges) {
        StudentSnapshot student = new StudentSnapshot(ANN, "Roy, Ann", "9", "9A");
        return new Invoice(
                student,
                Optional.empty(),
                ids(charges).stream()
                        .map(id -> new Charge(
                                id,
                                student,
                                LocalDate.of(2026, 9, 1),
                                LocalDate.of(2026, 10, 1),
                                "Lab fee",
                                "",
                                cad("10.00"),
                                List.of(),
                                cad("10.00"),
                                Optional.empty()))
                        .toList(),
                cad(credit));
    }

    private static List<ChargeId> ids(int... charges) {
        return Arrays.stream(charges).mapToObj(ChargeId::new).toList();
    }
}
