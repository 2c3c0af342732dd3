package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.cancel;
import static org.openadmin.fees.testkit.CorrectionRequests.refund;
import static org.openadmin.fees.testkit.CorrectionRequests.undo;
import static org.openadmin.fees.testkit.CorrectionRequests.voiding;
import static org.openadmin.fees.testkit.CorrectionRequests.waive;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.paying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDate.Reason;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
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
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;

/** What {@link Corrections} promises of every correction. */
public abstract class CorrectionsContract extends OfficeContract {

    @Test
    void aPreviewShowsWhatWouldHappenAndChangesNothing() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = pay(student, "40.00", trip);
        for (CorrectionRequest request : List.of(cancel(trip), voiding(receipt), refund(student, "10.00"))) {
            List<JournalEntry> before = rows(student);

            Correction preview = office.corrections().preview(request);

            assertThat(rows(student)).isEqualTo(before);
            assertThat(preview.date()).isEqualTo(LATER);
            assertThat(preview.rows()).isEqualTo(1);
        }
        CorrectionRequest voiding = voiding(receipt);
        Correction preview = office.corrections().preview(voiding);
        assertThat(apply(voiding)).isEqualTo(preview);
        refusal(AlreadyCorrectedException.class, () -> office.corrections().preview(voiding(receipt)));
        refusal(NotEnoughCreditException.class, () -> office.corrections().preview(refund(student, "0.01")));
    }

    @Test
    void aCorrectionIsFoundByTheKeyOfItsRequest() {
        StudentNumber student = student();
        Receipt receipt = pay(student, "40.00", charge(student, "Trip", "30.00"));
        for (CorrectionRequest request : List.of(refund(student, "10.00"), voiding(pay(student, "5.00")))) {
            assertThat(office.corrections().find(VIEWER, request.key())).isEmpty();
            Correction made = apply(request);
            assertThat(office.corrections().find(VIEWER, request.key())).contains(made);
        }
        assertThat(office.corrections().find(VIEWER, RequestKey.fresh())).isEmpty();
        refusal(NotEnoughCreditException.class, () -> apply(refund(student, "0.01")));
        CorrectionRequest refused = voiding(receipt);
        refusal(NotEnoughCreditException.class, () -> apply(refused));
        assertThat(office.corrections().find(VIEWER, refused.key())).isEmpty();
        refusal(NotAllowedException.class, () -> office.corrections()
                .find(new Actor("nobody", Set.of()), refused.key()));
    }

    @Test
    void whatDoesNotExistIsReported() {
        ChargeId charge = new ChargeId(999_999_999);
        BatchNumber batch = new BatchNumber(999_999_999);
        ReceiptNumber receipt = new ReceiptNumber(999_999_999);
        StudentNumber student = student();
        pay(student, "5.00");
        ChargeId payment = new ChargeId(newest(student).id());

        assertThat(refusal(UnknownChargeException.class, () -> apply(cancel(charge)))
                        .charges())
                .containsExactly(charge);
        assertThat(refusal(UnknownChargeException.class, () -> apply(waive(charge)))
                        .charges())
                .containsExactly(charge);
        assertThat(refusal(UnknownChargeException.class, () -> apply(cancel(payment)))
                        .charges())
                .containsExactly(payment);
        assertThat(refusal(UnknownBatchException.class, () -> apply(undo(batch)))
                        .batch())
                .isEqualTo(batch);
        assertThat(refusal(
                                UnknownReceiptException.class,
                                () -> apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, LATER, "")))
                        .number())
                .isEqualTo(receipt);
        assertThat(refusal(UnknownStudentException.class, () -> apply(refund(STRANGER, "1.00")))
                        .students())
                .containsExactly(STRANGER);
    }

    @Test
    void aCorrectionIsNotDatedBeforeWhatItCorrects() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        BatchNumber batch =
                office.accounts().outstanding(student).get(0).batch().orElseThrow();
        Receipt receipt = pay(student, "5.00");
        LocalDate early = DAY.minusDays(1);

        for (CorrectionRequest request : List.of(
                new Cancel(RequestKey.fresh(), CLERK, trip, early, ""),
                new Waive(RequestKey.fresh(), CLERK, trip, early, "Bursary"),
                new Undo(RequestKey.fresh(), CLERK, batch, early, ""),
                new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), early, ""))) {
            InvalidInputException refusal = refusal(InvalidInputException.class, () -> apply(request));
            assertThat(refusal.field()).isEqualTo(Field.DATE);
            assertThat(refusal.value()).isEqualTo("2026-09-07");
        }
        assertThat(apply(new Cancel(RequestKey.fresh(), CLERK, trip, DAY, "")).date())
                .isEqualTo(DAY);
    }

    @Test
    void aCorrectionIsDatedTodayAtTheLatest() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        BatchNumber batch =
                office.accounts().outstanding(student).get(0).batch().orElseThrow();
        Receipt receipt = pay(student, "5.00");

        for (CorrectionRequest request : all(student, trip, batch, receipt, TODAY.plusDays(1))) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> apply(request), () -> office.corrections().preview(request))) {
                DateNotAllowedException refusal = refusal(DateNotAllowedException.class, call);
                assertThat(refusal.limit()).isEqualTo(Limit.CORRECTION_TOO_LATE);
                assertThat(refusal.allowed()).isEqualTo(TODAY);
            }
        }
        assertAccount(student, "25.00", "30.00");
        assertThat(apply(new Cancel(RequestKey.fresh(), CLERK, trip, TODAY, "")).date())
                .isEqualTo(TODAY);
    }

    @Test
    void whatIsDatedLaterIsCorrectedOnItsOwnDate() {
        StudentNumber student = student();
        LocalDate next = TODAY.plusDays(10);
        ChargeId bus = charge(student, next, "Bus", "30.00");

        refusal(InvalidInputException.class, () -> apply(new Cancel(RequestKey.fresh(), CLERK, bus, TODAY, "")));
        assertThat(refusal(
                                DateNotAllowedException.class,
                                () -> apply(new Cancel(RequestKey.fresh(), CLERK, bus, next.plusDays(1), "")))
                        .allowed())
                .isEqualTo(next);
        apply(new Cancel(RequestKey.fresh(), CLERK, bus, next, ""));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void aCorrectionDatedMoreThan31DaysAgoIsConfirmed() {
        LocalDate old = TODAY.minusDays(32);
        for (int kind = 0; kind < 4; kind++) {
            StudentNumber student = student();
            ChargeId trip = charge(student, old, "Trip", "30.00");
            ReceiptNumber receipt = office.cashier()
                    .receive(new PaymentRequest(
                            RequestKey.fresh(),
                            CASHIER,
                            student,
                            old,
                            cad("5.00"),
                            Set.of(),
                            PaymentMethod.CASH,
                            "",
                            Set.of(Confirmation.UNUSUAL_DATE)))
                    .number();
            CorrectionRequest unconfirmed = request(kind, student, trip, receipt, old, false);

            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> apply(unconfirmed), () -> office.corrections().preview(unconfirmed))) {
                assertThat(refusal(UnusualDateException.class, call).unusual())
                        .isEqualTo(new UnusualDate(Reason.LONG_AGO, old, TODAY));
            }
            assertAccount(student, "25.00", "30.00");
            assertThat(apply(request(kind, student, trip, receipt, old, true)).date())
                    .isEqualTo(old);
        }
    }

    private static CorrectionRequest request(
            int kind, StudentNumber student, ChargeId charge, ReceiptNumber receipt, LocalDate day, boolean sure) {
        Set<Confirmation> confirmed = sure ? Set.of(Confirmation.UNUSUAL_DATE) : Set.of();
        return switch (kind) {
            case 0 -> new Cancel(RequestKey.fresh(), CLERK, charge, day, "", confirmed);
            case 1 -> new Waive(RequestKey.fresh(), CLERK, charge, day, "Bursary", confirmed);
            case 2 -> new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, day, "", confirmed);
            default ->
                new Refund(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        cad("5.00"),
                        PaymentMethod.CASH,
                        "",
                        day,
                        "Moved",
                        confirmed);
        };
    }

    /** One of each correction, with its date confirmed. */
    private static List<CorrectionRequest> all(
            StudentNumber student, ChargeId charge, BatchNumber batch, Receipt receipt, LocalDate day) {
        Set<Confirmation> confirmed = Set.of(Confirmation.UNUSUAL_DATE);
        List<CorrectionRequest> all =
                new ArrayList<>(List.of(new Undo(RequestKey.fresh(), CLERK, batch, day, "", confirmed)));
        for (int kind = 0; kind < 4; kind++) {
            all.add(request(kind, student, charge, receipt.number(), day, true));
        }
        return all;
    }

    @Test
    void theRoleIsCheckedFirstAlsoByThePreview() {
        ChargeId charge = new ChargeId(999_999_999);
        for (Actor actor : List.of(VIEWER, CASHIER)) {
            assertNeeds(Role.BILL, () -> apply(new Cancel(RequestKey.fresh(), actor, charge, LATER, "")));
            assertNeeds(Role.BILL, () -> apply(new Waive(RequestKey.fresh(), actor, charge, LATER, "Bursary")));
            assertNeeds(Role.BILL, () -> office.corrections()
                    .preview(new Undo(RequestKey.fresh(), actor, new BatchNumber(1), LATER, "")));
        }
        for (Actor actor : List.of(VIEWER, CLERK)) {
            assertNeeds(
                    Role.CASHIER,
                    () -> apply(new VoidReceipt(RequestKey.fresh(), actor, new ReceiptNumber(999_999_999), LATER, "")));
            assertNeeds(Role.CASHIER, () -> office.corrections()
                    .preview(new Refund(
                            RequestKey.fresh(), actor, STRANGER, cad("1.00"), PaymentMethod.CASH, "", LATER, "Moved")));
        }
    }

    @Test
    void theSameKeyHasOneEffectAndTheSameResult() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, "30.00", trip);
        CorrectionRequest cancel = cancel(trip);

        Correction first = apply(cancel);

        assertThat(apply(cancel)).isEqualTo(first);
        assertThat(office.corrections().preview(cancel)).isEqualTo(first);
        assertAccount(student, "-30.00", "0.00");
    }

    @Test
    void theSameKeyIsRefusedForAnythingElse() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");
        PaymentRequest payment = paying(student, "60.00", trip);
        office.cashier().receive(payment);
        CorrectionRequest cancel = cancel(trip);
        apply(cancel);
        Refund refund = refund(student, "2.00");
        apply(refund);

        for (CorrectionRequest other : List.of(
                new Cancel(cancel.key(), CLERK, bus, LATER, ""),
                new Cancel(cancel.key(), CLERK, trip, LATER.plusDays(1), ""),
                new Waive(cancel.key(), CLERK, trip, LATER, "Bursary"),
                new Cancel(payment.key(), CLERK, bus, LATER, ""),
                new Refund(refund.key(), CASHIER, student, cad("2.01"), PaymentMethod.CASH, "", LATER, "Moved"))) {
            assertThat(refusal(RequestKeyReusedException.class, () -> apply(other))
                            .key())
                    .isEqualTo(other.key());
        }
        assertAccount(student, "-33.00", "25.00");
    }

    @Test
    void theAccountOfAStudentWhoIsGoneIsCorrected() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = pay(student, "40.00", trip);
        office.remove(student);

        apply(refund(student, "10.00"));
        assertThat(newest(student).student().orElseThrow().name()).isEqualTo("Tremblay, Inès");
        apply(cancel(trip));
        refusal(NotEnoughCreditException.class, () -> apply(voiding(receipt)));
        assertAccount(student, "-30.00", "0.00");
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }
}
