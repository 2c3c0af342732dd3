package org.openadmin.fees.api.invoicing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.students.Audience;

/**
 * A wish for the outstanding invoices.
 *
 * @param date the date of the invoices; charges of a later date are not on them
 * @param audience whom to invoice; empty for everybody who owes something
 * @param minimum the least that must be due for an invoice, above zero; empty for whatever is due
 * @param order in which order they are printed
 * @param unaddressed whether students whose postal address is not known get one as well, to be handed out; a run by e-mail has no use
 *     for it
 */
public record InvoiceRequest(
        RequestKey key,
        Actor actor,
        LocalDate date,
        Optional<Audience> audience,
        Optional<Money> minimum,
        InvoiceOrder order,
        boolean unaddressed) {

    /** @throws InvalidInputException when the date is out of range, or the minimum is not above zero */
    public InvoiceRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.require(date);
        Objects.requireNonNull(audience, "audience");
        minimum.ifPresent(Money::requireReceivable);
        Objects.requireNonNull(order, "order");
    }

    /** By name, whatever is due, and only where there is an address; with a key of its own. */
    public static InvoiceRequest of(Actor actor, LocalDate date, Optional<Audience> audience) {
        return new InvoiceRequest(
                RequestKey.fresh(), actor, date, audience, Optional.empty(), InvoiceOrder.NAME, false);
    }
}
