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
 * A request for invoices of what is outstanding, or for reminders of what is overdue.
 *
 * @param kind what is printed or sent
 * @param stage the only stage of which reminders are wanted; empty for all stages, and for invoices
 * @param date the date of the invoices; charges with a later date are not included. Of reminders, the day on which it is counted for how
 *     long an amount has been overdue: today at the latest
 * @param audience the students to invoice; empty for every student who owes money
 * @param minimum the minimum amount due for an invoice, above zero; empty for any amount. Of reminders, the minimum overdue amount;
 *     empty for the configured one
 * @param order the order in which the invoices are printed
 * @param unaddressed whether to include students without a postal address, whose invoices are handed out at school;
 *     ignored when invoices are e-mailed
 */
public record InvoiceRequest(
        RequestKey key,
        Actor actor,
        InvoiceRun.Kind kind,
        Optional<Integer> stage,
        LocalDate date,
        Optional<Audience> audience,
        Optional<Money> minimum,
        InvoiceOrder order,
        boolean unaddressed) {

    /** @throws InvalidInputException if the date is out of range, or the minimum is not above zero */
    public InvoiceRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(stage, "stage");
        if (stage.isPresent() && kind != InvoiceRun.Kind.REMINDERS) {
            throw new IllegalArgumentException("only reminders have stages");
        }
        Dates.require(date);
        Objects.requireNonNull(audience, "audience");
        minimum.ifPresent(Money::requireReceivable);
        Objects.requireNonNull(order, "order");
    }

    /** A request for invoices. */
    public InvoiceRequest(
            RequestKey key,
            Actor actor,
            LocalDate date,
            Optional<Audience> audience,
            Optional<Money> minimum,
            InvoiceOrder order,
            boolean unaddressed) {
        this(key, actor, InvoiceRun.Kind.INVOICES, Optional.empty(), date, audience, minimum, order, unaddressed);
    }

    /** Returns the same request for reminders, of one stage only or of all. */
    public InvoiceRequest ofReminders(Optional<Integer> only) {
        return new InvoiceRequest(
                key, actor, InvoiceRun.Kind.REMINDERS, only, date, audience, minimum, order, unaddressed);
    }

    /** Whether reminders are wanted. */
    public boolean isOfReminders() {
        return kind == InvoiceRun.Kind.REMINDERS;
    }

    /** Returns a request with a fresh key: by name, for any amount due, without students who have no postal address. */
    public static InvoiceRequest of(Actor actor, LocalDate date, Optional<Audience> audience) {
        return new InvoiceRequest(
                RequestKey.fresh(), actor, date, audience, Optional.empty(), InvoiceOrder.NAME, false);
    }
}
