package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * One fee billed to one student: a journal row of the type {@code chg}.
 *
 * @param student the student as she was that day
 * @param subtotal the amount after discount, before tax
 * @param taxes the taxes; empty when there are none
 * @param total subtotal and taxes; above zero
 * @param batch the assessment it came from; empty in old data
 */
public record Charge(
        ChargeId id,
        StudentSnapshot student,
        LocalDate date,
        String name,
        String description,
        Money subtotal,
        List<Tax> taxes,
        Money total,
        Optional<BatchNumber> batch) {

    public Charge {
        taxes = List.copyOf(taxes);
    }
}
