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
 * A request for invoices of what is outstanding.
 *
 * @param date the date of the invoices; charges with a later date are not included
 * @param audience the students to invoice; empty for every student who owes money
 * @param minimum the minimum amount due for an invoice, above zero; empty for any amount
 * @param order the order in which the invoices are printed
 * @param unaddressed whether to include students without a postal address, whose invoices are handed out at school;
 *     ignored when invoices are e-mailed
 */
public record InvoiceRequest(
        RequestKey key,
        Actor actor,
        LocalDate date,
        Optional<Audience> audience,
        Optional<Money> minimum,
        InvoiceOrder order,
        boolean unaddressed) {

    /** @throws InvalidInputException if the date is out of range, or the minimum is not above zero */
    public InvoiceRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.require(date);
        Objects.requireNonNull(audience, "audience");
        minimum.ifPresent(Money::requireReceivable);
        Objects.requireNonNull(order, "order");
    }

    /** Returns a request with a fresh key: by name, for any amount due, without students who have no postal address. */
    public static InvoiceRequest of(Actor actor, LocalDate date, Optional<Audience> audience) {
        return new InvoiceRequest(
                RequestKey.fresh(), actor, date, audience, Optional.empty(), InvoiceOrder.NAME, false);
    }
}
