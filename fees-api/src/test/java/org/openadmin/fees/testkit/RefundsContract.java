package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.refund;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;

/** What {@link org.openadmin.fees.api.corrections.Refunds} promises, and that a refund needs a reason. */
public abstract class RefundsContract extends OfficeContract {

    @Test
    void aRefundIsFoundByItsNumberAndByTheKeyOfItsRequest() {
        StudentNumber student = student();
        pay(student, "30.00");
        Refund request = refund(student, "12.00");
        office.corrections().apply(request);
        office.corrections().apply(refund(student, "3.00"));

        JournalEntry found = office.refunds().refund(VIEWER, request.key()).orElseThrow();

        assertThat(found.total()).isEqualTo(cad("12.00"));
        assertThat(found.kind()).isEqualTo(EntryKind.REFUND);
        assertThat(found.date()).contains(LATER);
        assertThat(found.description()).isEqualTo("Moved");
        assertThat(found.method()).contains(PaymentMethod.CASH);
        assertThat(found.student().orElseThrow().name()).isEqualTo("Tremblay, Inès");
        assertThat(office.refunds().refund(VIEWER, new RefundNumber(found.id())))
                .contains(found);
    }

    @Test
    void theSameKeyAgainIsTheSameRefund() {
        StudentNumber student = student();
        pay(student, "30.00");
        Refund request = refund(student, "12.00");
        office.corrections().apply(request);
        JournalEntry found = office.refunds().refund(VIEWER, request.key()).orElseThrow();

        office.corrections().apply(request);

        assertThat(office.refunds().refund(VIEWER, request.key())).contains(found);
    }

    @Test
    void whatIsNotARefundIsNotFound() {
        StudentNumber student = student();
        pay(student, "30.00");
        long damaged = office.add(JournalRow.of(EntryKind.REFUND, "1.00"));

        assertThat(office.refunds().refund(VIEWER, RequestKey.fresh())).isEmpty();
        assertThat(office.refunds()
                        .refund(VIEWER, new RefundNumber(newest(student).id())))
                .isEmpty();
        assertThat(office.refunds().refund(VIEWER, new RefundNumber(damaged))).isEmpty();
        assertThat(office.refunds().refund(VIEWER, new RefundNumber(999_999_999)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aRefundNeedsAReason(String reason) {
        StudentNumber student = student();

        InvalidInputException refusal = refusal(InvalidInputException.class, () -> office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(), CASHIER, student, cad("1.00"), PaymentMethod.CASH, "", LATER, reason)));

        assertThat(refusal.field()).isEqualTo(Field.REASON);
        assertThat(refusal.problem()).isEqualTo(Problem.MISSING);
    }

    @Test
    void anyRoleReads() {
        assertNeeds(Role.VIEW, () -> office.refunds().refund(NOBODY, new RefundNumber(1)));
        assertNeeds(Role.VIEW, () -> office.refunds().refund(NOBODY, RequestKey.fresh()));
    }
}
