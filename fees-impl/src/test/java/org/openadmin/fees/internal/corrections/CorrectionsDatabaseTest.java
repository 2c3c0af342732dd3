package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.internal.DatabaseOffice;

/** Corrections on a real database. Each test has its own students, and leaves a journal without faults. */
class CorrectionsDatabaseTest {

    private static final LocalDate LATER = DAY.plusDays(3);
    private static DatabaseOffice office;
    private static int next = 100;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(200);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void everyRuleHolds() {
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void cancelsAnOutstandingChargeWithAllItsTaxes() {
        StudentNumber student = somebody();
        office.charge(student, "Lab fee", "24.95", "GST", "PST");
        ChargeId charge = office.owed(student).get(0);

        Correction done = office.corrections.apply(cancel(charge, "Dropped the course"));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 1, cad("-27.70"), 0, cad("0.00"), cad("0.00")));
        figures(student, "0.00", "0.00");
        assertThat(office.ask(
                        "SELECT CONCAT_WS('|', r.name, r.description, r.subtotal, r.tax1, r.tax1_name, r.tax1_rate, r.tax2,"
                                + " r.total, r.trans_date, r.recorded_by, r.student_name = c.student_name, c.paid_id = r.id)"
                                + " FROM fees_jrl r JOIN fees_jrl c ON c.id = r.reverses_id WHERE c.id = " + charge))
                .isEqualTo("Lab fee|Dropped the course|-24.95|-1.25|GST|5.0000|-1.50|-27.70|2026-09-11|clerk|1|1");
        refused(AlreadyCorrectedException.class, cancel(charge, ""));
        refused(AlreadyCorrectedException.class, waive(charge, "Bursary"));
    }

    @Test
    void undoesWhatIsLeftOfAnAssessmentAndLetsItBeMadeAgain() {
        StudentNumber paid = somebody();
        StudentNumber owing = somebody();
        StudentNumber waived = somebody();
        Assessment trip =
                office.assessment.post(request(fee("Ski trip", "10.00"), DatabaseOffice.only(paid, owing, waived)));
        office.cashier.receive(payment(paid, "12.00", office.owed(paid).get(0)));
        office.corrections.apply(waive(office.owed(waived).get(0), "Bursary"));
        long rows = office.count("fees_jrl");
        Undo undo = undo(trip.batch());

        Correction preview = office.corrections.preview(undo);
        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        Correction done = office.corrections.apply(undo);

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 2, cad("-20.00"), 0, cad("0.00"), cad("10.00")))
                .isEqualTo(preview);
        figures(paid, "-12.00", "0.00");
        figures(owing, "0.00", "0.00");
        refused(AlreadyCorrectedException.class, undo(trip.batch()));
        assertThat(office.assessment
                        .post(request(fee("Ski trip", "10.00"), DatabaseOffice.only(paid, owing, waived)))
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() ->
                        office.assessment.post(request(fee("Ski trip", "10.00"), DatabaseOffice.only(paid, waived))))
                .isInstanceOf(NobodyToChargeException.class);
    }

    @Test
    void takesAPaymentBackAndKeepsItsReceiptNumber() {
        StudentNumber student = somebody();
        ChargeId trip = charged(student, "Trip", "30.00");
        ChargeId bus = charged(student, "Bus", "25.00");
        Receipt receipt = office.cashier.receive(new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                student,
                DAY,
                cad("55.00"),
                java.util.Set.of(trip, bus),
                PaymentMethod.CHEQUE,
                "no 17"));

        Correction done = office.corrections.apply(voiding(receipt.number(), "Bounced"));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.VOID, LATER, 1, cad("55.00"), 2, cad("55.00"), cad("0.00")));
        figures(student, "55.00", "55.00");
        assertThat(office.owed(student)).containsExactly(trip, bus);
        assertThat(office.ask(
                        "SELECT CONCAT_WS('|', name, description, total, method, reference, student_name IS NOT NULL)"
                                + " FROM fees_jrl WHERE trans_type = 'void' AND studnum = " + student))
                .isEqualTo("Voided payment|Bounced|55.00|cheque|no 17|1");
        Receipt again =
                office.cashier.receipt(DatabaseOffice.VIEWER, receipt.number()).orElseThrow();
        assertThat(again.voided()).contains(LATER);
        assertThat(again.settledTotal()).isEqualTo(cad("55.00"));
        refused(AlreadyCorrectedException.class, voiding(receipt.number(), ""));
        assertThat(office.cashier.receive(payment(student, "30.00", trip)).number())
                .isNotEqualTo(receipt.number());
    }

    @Test
    void paysBackNoMoreThanTheCredit() {
        StudentNumber student = somebody();
        charged(student, "Trip", "30.00");
        office.cashier.receive(payment(student, "12.00"));

        refused(NotEnoughCreditException.class, refund(student, "12.01"));
        Correction done = office.corrections.apply(new Refund(
                RequestKey.fresh(), CASHIER, student, cad("12.00"), PaymentMethod.CHEQUE, "88", LATER, "Moved away"));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REFUND, LATER, 1, cad("12.00"), 0, cad("0.00"), cad("0.00")));
        figures(student, "30.00", "30.00");
        assertThat(office.ask(
                        "SELECT CONCAT_WS('|', name, description, total, method, reference, student_name IS NOT NULL)"
                                + " FROM fees_jrl WHERE trans_type = 'refund' AND studnum = " + student))
                .isEqualTo("Refund|Moved away|12.00|cheque|88|1");
        refused(NotEnoughCreditException.class, refund(student, "0.01"));
    }

    @Test
    void refusesWhatDoesNotExist() {
        refused(UnknownChargeException.class, cancel(new ChargeId(999_999), ""));
        refused(UnknownChargeException.class, waive(new ChargeId(999_999), "Bursary"));
        refused(UnknownBatchException.class, undo(new BatchNumber(999_999)));
        refused(UnknownBatchException.class, undo(new BatchNumber(1L << 40)));
        refused(UnknownReceiptException.class, voiding(new ReceiptNumber(999_999), ""));
        refused(UnknownStudentException.class, refund(new StudentNumber(999_999), "1.00"));
        StudentNumber student = somebody();
        office.cashier.receive(payment(student, "5.00"));
        String row = office.ask("SELECT id FROM fees_jrl WHERE studnum = " + student);
        refused(UnknownChargeException.class, cancel(new ChargeId(Long.parseLong(row)), ""));
        assertThat(office.ask("SELECT COUNT(*) FROM fees_account WHERE studnum = 999999"))
                .isEqualTo("0");
    }

    @Test
    void hasOneEffectForTheSameKeyAndRefusesItForAnythingElse() {
        StudentNumber student = somebody();
        ChargeId trip = charged(student, "Trip", "30.00");
        ChargeId bus = charged(student, "Bus", "25.00");
        PaymentRequest paid = payment(student, "60.00", trip);
        office.cashier.receive(paid);
        Cancel cancel = cancel(trip, "Twice");
        Correction first = office.corrections.apply(cancel);

        assertThat(office.corrections.apply(cancel)).isEqualTo(first);
        assertThat(office.corrections.preview(cancel)).isEqualTo(first);
        refused(RequestKeyReusedException.class, new Cancel(cancel.key(), CLERK, bus, LATER, ""));
        refused(RequestKeyReusedException.class, new Cancel(cancel.key(), CLERK, trip, LATER.plusDays(1), ""));
        refused(RequestKeyReusedException.class, new Waive(cancel.key(), CLERK, trip, LATER, "Bursary"));
        refused(RequestKeyReusedException.class, new Cancel(paid.key(), CLERK, bus, LATER, ""));
        Refund refund = refund(student, "2.00");
        office.corrections.apply(refund);
        refused(
                RequestKeyReusedException.class,
                new Refund(refund.key(), CASHIER, student, cad("2.01"), PaymentMethod.CASH, "", LATER, "Moved"));
        figures(student, "-33.00", "25.00");
    }

    private static void refused(Class<? extends FeesException> error, CorrectionRequest request) {
        long rows = office.count("fees_jrl") + office.count("fees_correction");
        assertThatThrownBy(() -> office.corrections.preview(request)).isInstanceOf(error);
        assertThatThrownBy(() -> office.corrections.apply(request)).isInstanceOf(error);
        assertThat(office.count("fees_jrl") + office.count("fees_correction")).isEqualTo(rows);
    }

    private static void figures(StudentNumber student, String balance, String outstanding) {
        assertThat(office.accounts.balance(student))
                .isEqualTo(new AccountBalance(student, cad(balance), cad(outstanding)));
    }

    private static StudentNumber somebody() {
        return new StudentNumber(next++);
    }

    private static ChargeId charged(StudentNumber student, String name, String amount) {
        office.charge(student, name, amount);
        return office.accounts.outstanding(student).stream()
                .filter(charge -> charge.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Cancel cancel(ChargeId charge, String reason) {
        return new Cancel(RequestKey.fresh(), CLERK, charge, LATER, reason);
    }

    private static Waive waive(ChargeId charge, String reason) {
        return new Waive(RequestKey.fresh(), CLERK, charge, LATER, reason);
    }

    private static Undo undo(BatchNumber batch) {
        return new Undo(RequestKey.fresh(), CLERK, batch, LATER, "");
    }

    private static VoidReceipt voiding(ReceiptNumber receipt, String reason) {
        return new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, LATER, reason);
    }

    private static Refund refund(StudentNumber student, String amount) {
        return new Refund(RequestKey.fresh(), CASHIER, student, cad(amount), PaymentMethod.CASH, "", LATER, "Moved");
    }
}
