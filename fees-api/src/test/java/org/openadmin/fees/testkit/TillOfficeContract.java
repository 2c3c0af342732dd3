package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.MoneyRow;

/** What the contracts of drawers and deposits share. Each test has a cashier and a day of its own. */
abstract class TillOfficeContract extends OfficeContract {

    static final Set<Confirmation> ALL_RIGHT = Set.of(Confirmation.values());
    static final Actor ADMIN = new Actor("head", EnumSet.of(Role.ADMIN));

    private int cashiers;

    Actor cashier() {
        return new Actor(getClass().getSimpleName() + ++cashiers, EnumSet.of(Role.CASHIER));
    }

    Receipt pay(Actor cashier, LocalDate day, String amount, PaymentMethod method) {
        return pay(cashier, student(), day, amount, method);
    }

    Receipt pay(Actor cashier, StudentNumber student, LocalDate day, String amount, PaymentMethod method) {
        String reference = method == PaymentMethod.CHEQUE ? "cheque 12" : "";
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        cashier,
                        student,
                        day,
                        cad(amount),
                        Set.of(),
                        method,
                        reference,
                        ALL_RIGHT));
    }

    void refund(Actor cashier, StudentNumber student, LocalDate day, String amount, PaymentMethod method) {
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(), cashier, student, cad(amount), method, "", day, "Moved", ALL_RIGHT));
    }

    void voidOn(Actor cashier, Receipt receipt, LocalDate day) {
        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), cashier, receipt.number(), day, "Returned", ALL_RIGHT));
    }

    DrawerCount count(Actor cashier, LocalDate day, String opening, String counted, String reason) {
        return office.till().count(counting(cashier, day, opening, counted, reason));
    }

    CountRequest counting(Actor cashier, LocalDate day, String opening, String counted, String reason) {
        return new CountRequest(
                RequestKey.fresh(), cashier, cashier.name(), day, cad(opening), CountedCash.of(cad(counted)), reason);
    }

    DepositOffer offer(LocalDate until) {
        return office.deposits().offer(Kit.VIEWER, until);
    }

    /** The rows of this cashier that can be deposited. */
    List<MoneyRow> offered(Actor cashier) {
        return offer(Kit.TODAY).rows().stream()
                .filter(row -> row.cashier().equals(cashier.name()))
                .toList();
    }

    /** Deposits all rows of this cashier. */
    Deposit deposit(Actor cashier) {
        return office.deposits().make(depositing(cashier, offered(cashier)));
    }

    DepositRequest depositing(Actor cashier, List<MoneyRow> rows) {
        Set<Long> numbers = Set.copyOf(rows.stream().map(MoneyRow::row).toList());
        return new DepositRequest(RequestKey.fresh(), cashier, Kit.TODAY, Optional.of(numbers), Optional.empty());
    }
}
