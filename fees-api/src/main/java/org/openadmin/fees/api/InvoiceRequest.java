package org.openadmin.fees.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A wish for the outstanding invoices.
 *
 * @param date the date of the invoices; charges of a later date are not on them
 * @param audience whom to invoice; empty for everybody who owes something
 */
public record InvoiceRequest(Actor actor, LocalDate date, Optional<Audience> audience) {

    /** @throws InvalidInputException when the date is out of range */
    public InvoiceRequest {
        Objects.requireNonNull(actor, "actor");
        Dates.require(date);
        Objects.requireNonNull(audience, "audience");
    }
}
