package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;

/**
 * What a returned payment costs the family, and who may record one.
 *
 * @param fee the usual fee before taxes, above zero; where there is one, cashiers may charge it
 * @param feeName the name of the charge
 * @param taxes the short names of the taxes on the fee; usually none
 * @param cashOnlyDays for how many days the account is cash only after the date; zero for not at all
 */
public record ReturnSettings(Optional<Money> fee, String feeName, List<String> taxes, int cashOnlyDays) {

    public static final int USUAL_CASH_ONLY_DAYS = 90;

    public ReturnSettings {
        Objects.requireNonNull(feeName, "feeName");
        taxes = List.copyOf(taxes);
    }

    /** The default settings: no fee, so that it is given each time and cashiers record no returned payments. */
    public static ReturnSettings none() {
        return new ReturnSettings(Optional.empty(), "Returned payment fee", List.of(), USUAL_CASH_ONLY_DAYS);
    }

    /** The same settings with this fee. */
    public ReturnSettings withFee(Money amount) {
        return new ReturnSettings(Optional.of(amount), feeName, taxes, cashOnlyDays);
    }

    /** The day until which an account is usually cash only. */
    public Optional<LocalDate> cashOnlyUntil(LocalDate date) {
        return cashOnlyDays == 0 ? Optional.empty() : Optional.of(date.plusDays(cashOnlyDays));
    }

    /** The least role that some request about a returned payment needs. */
    public boolean mayReturn(Actor actor) {
        return actor.may(Role.BILL) || fee.isPresent() && actor.may(Role.CASHIER);
    }

    /** The role that a correction requires of this user. */
    public Role needed(CorrectionRequest request) {
        boolean asConfigured = request instanceof UndoReturn && fee.isPresent()
                || request instanceof ReturnPayment returned && fee.equals(Optional.of(returned.fee()));
        return asConfigured && request.actor().may(Role.CASHIER) ? Role.CASHIER : request.needed();
    }
}
