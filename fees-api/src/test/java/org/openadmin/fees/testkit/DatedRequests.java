package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** Requests of the clerk and the cashier of any day; whatever is unusual about them is confirmed. */
public final class DatedRequests {

    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());

    private DatedRequests() {}

    /** In cash. */
    static PaymentRequest paying(StudentNumber student, LocalDate date, String amount, ChargeId... charges) {
        return paying(student, date, amount, PaymentMethod.CASH, charges);
    }

    public static PaymentRequest paying(
            StudentNumber student, LocalDate date, String amount, PaymentMethod method, ChargeId... charges) {
        return new PaymentRequest(
                RequestKey.fresh(), Kit.CASHIER, student, date, Kit.cad(amount), Set.of(charges), method, "", ALL);
    }

    static VoidReceipt voiding(ReceiptNumber receipt, LocalDate date) {
        return new VoidReceipt(RequestKey.fresh(), Kit.CASHIER, receipt, date, "Bounced", ALL);
    }

    /** With a fee, and cash only for 20 days. */
    public static ReturnPayment returning(ReceiptNumber receipt, LocalDate date, String fee) {
        return new ReturnPayment(
                RequestKey.fresh(), Kit.CLERK, receipt, Kit.cad(fee), Optional.of(date.plusDays(20)), date, "NSF", ALL);
    }

    static UndoReturn undoing(ReceiptNumber receipt, LocalDate date) {
        return new UndoReturn(RequestKey.fresh(), Kit.CLERK, receipt, date, "Honoured", ALL);
    }

    static Cancel cancel(ChargeId charge, LocalDate date) {
        return new Cancel(RequestKey.fresh(), Kit.CLERK, charge, date, "Mistake", ALL);
    }

    static Waive waive(ChargeId charge, LocalDate date) {
        return new Waive(RequestKey.fresh(), Kit.CLERK, charge, date, "Bursary", ALL);
    }

    static Refund refund(StudentNumber student, LocalDate date, String amount) {
        return new Refund(
                RequestKey.fresh(), Kit.CASHIER, student, Kit.cad(amount), PaymentMethod.CASH, "", date, "Moved", ALL);
    }
}
