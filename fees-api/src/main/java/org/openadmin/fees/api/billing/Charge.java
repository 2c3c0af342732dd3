package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * One fee billed to one student: a journal row of the type {@code chg}.
 *
 * @param student the student as recorded on the day of the charge, or the payer
 * @param due the day by which it is to be paid; of charges without one, such as old data, the date of the charge
 * @param subtotal the amount after discount, before tax
 * @param taxes the taxes; empty if there are none
 * @param total subtotal plus taxes; above zero
 * @param batch the assessment that created the charge; empty in old data, and for a charge that came from another one
 * @param part which of how many parts the charge is; empty unless it was split
 */
public record Charge(
        ChargeId id,
        StudentSnapshot student,
        LocalDate date,
        LocalDate due,
        String name,
        String description,
        Money subtotal,
        List<Tax> taxes,
        Money total,
        Optional<BatchNumber> batch,
        Optional<ChargePart> part) {

    public Charge {
        taxes = List.copyOf(taxes);
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(part, "part");
    }

    /** A charge that is no part of another one. */
    public Charge(
            ChargeId id,
            StudentSnapshot student,
            LocalDate date,
            LocalDate due,
            String name,
            String description,
            Money subtotal,
            List<Tax> taxes,
            Money total,
            Optional<BatchNumber> batch) {
        this(id, student, date, due, name, description, subtotal, taxes, total, batch, Optional.empty());
    }

    /** Returns the charge as this reader may see it, see {@link StudentSnapshot#shownTo}. */
    public Charge shownTo(Actor reader) {
        return new Charge(
                id, student.shownTo(reader), date, due, name, description, subtotal, taxes, total, batch, part);
    }

    /** Whether the due date is past: the charge is overdue if nothing has settled it. */
    public boolean isPastDue(LocalDate today) {
        return due.isBefore(today);
    }
}
