package org.openadmin.fees.api.billing;

import java.util.Objects;
import org.openadmin.fees.api.InvalidInputException;

/**
 * That a fee is charged in equal parts. The first part is due as the fee is, the others one after the other.
 *
 * @param count the number of parts, 2 to 60
 * @param every how far apart their due dates are
 */
public record Instalments(int count, Every every) {

    /** @throws InvalidInputException if there are fewer or more parts */
    public Instalments {
        EqualParts.requireCount(count);
        Objects.requireNonNull(every, "every");
    }
}
