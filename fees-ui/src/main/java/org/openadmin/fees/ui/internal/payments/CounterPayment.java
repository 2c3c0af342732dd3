package org.openadmin.fees.ui.internal.payments;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** A payment of the form: for the student alone, or for siblings too. Exactly one of the two is there. */
record CounterPayment(Optional<PaymentRequest> single, Optional<FamilyPaymentRequest> family) {

    static CounterPayment of(PaymentRequest request) {
        return new CounterPayment(Optional.of(request), Optional.empty());
    }

    static CounterPayment of(FamilyPaymentRequest request) {
        return new CounterPayment(Optional.empty(), Optional.of(request));
    }

    LocalDate date() {
        return single.map(PaymentRequest::date)
                .orElseGet(() -> family.orElseThrow().date());
    }

    /** The account that leads the receipt. */
    AccountNumber account() {
        return single.map(PaymentRequest::student)
                .orElseGet(() -> family.orElseThrow().first());
    }

    CounterPayment confirming(Confirmation confirmation) {
        return new CounterPayment(
                single.map(request -> request.confirming(confirmation)),
                family.map(request -> request.confirming(confirmation)));
    }

    Receipt sendTo(Cashier cashier) {
        return single.map(cashier::receive).orElseGet(() -> cashier.receive(family.orElseThrow()));
    }
}
