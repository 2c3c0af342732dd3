package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.Set;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;

/** Requests of the clerk and the cashier three days after {@link Kit#DAY}. */
final class CorrectionRequests {

    static final LocalDate LATER = Kit.DAY.plusDays(3);

    private CorrectionRequests() {}

    static Cancel cancel(ChargeId charge) {
        return new Cancel(RequestKey.fresh(), Kit.CLERK, charge, LATER, "Mistake");
    }

    static Waive waive(ChargeId charge) {
        return new Waive(RequestKey.fresh(), Kit.CLERK, charge, LATER, "Bursary");
    }

    static Undo undo(BatchNumber batch) {
        return new Undo(RequestKey.fresh(), Kit.CLERK, batch, LATER, "");
    }

    static VoidReceipt voiding(Receipt receipt) {
        return new VoidReceipt(RequestKey.fresh(), Kit.CASHIER, receipt.number(), LATER, "Bounced");
    }

    /** In cash; a repeated amount is confirmed. */
    static Refund refund(StudentNumber student, String amount) {
        return refund(student, amount, LATER);
    }

    /** In cash, on this date; a repeated amount is confirmed. */
    static Refund refund(StudentNumber student, String amount, LocalDate date) {
        return new Refund(
                RequestKey.fresh(),
                Kit.CASHIER,
                student,
                Kit.cad(amount),
                PaymentMethod.CASH,
                "",
                date,
                "Moved",
                Set.of(Confirmation.REPEATED_AMOUNT));
    }
}
