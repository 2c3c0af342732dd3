package org.openadmin.fees.internal.corrections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.spi.ReturnSettings;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/**
 * The charge for a returned payment.
 *
 * @param slots the rate of each tax column of the journal, empty where the fee does not have the tax
 */
public record ReturnFee(Fee fee, Price price, List<Optional<TaxRate>> slots, LocalDate due) {

    /**
     * The charge that a request asks for, with the configured name and taxes; empty if it asks for none.
     *
     * @throws UnknownTaxException when a configured tax of the fee is unknown
     */
    public static Optional<ReturnFee> of(ReturnPayment request, Settings settings) {
        if (request.fee().isZero()) {
            return Optional.empty();
        }
        ReturnSettings returns = settings.returns();
        Fee fee = new Fee(
                returns.feeName(),
                JournalTexts.returnedReceipt(settings.locale(), request.receipt()),
                request.fee(),
                BigDecimal.ZERO,
                returns.taxes());
        Pricing pricing = new Pricing(settings.taxesOn(request.date()));
        LocalDate due = new Due.After(settings.dueDays()).of(request.date());
        return Optional.of(new ReturnFee(fee, pricing.price(fee), pricing.slots(fee), due));
    }

    /** With taxes. */
    public Money total() {
        return price.total();
    }
}
