package org.openadmin.fees.api.collection;

import java.util.Objects;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.students.GroupKind;

/**
 * The charges of one fee, and how to group them.
 *
 * @param fee the name of the fee; case and accents make no difference, as in an assessment
 * @param by {@link GroupKind#HOMEROOM} or {@link GroupKind#GRADE}
 * @param groups the day whose homerooms or grades are meant
 * @param period the dates of the charges
 */
public record CollectionQuery(String fee, GroupKind by, GroupDay groups, CollectionPeriod period) {

    /** The day whose homerooms or grades a group has. */
    public enum GroupDay {
        /** The day of the charge. For an old charge, which does not have them, those of today. */
        CHARGE,
        /** Today, from the portal. Students who are not active any more have none. */
        TODAY
    }

    /** @throws InvalidInputException if students cannot be grouped like this */
    public CollectionQuery {
        fee = fee.strip();
        Objects.requireNonNull(groups, "groups");
        Objects.requireNonNull(period, "period");
        if (by != GroupKind.HOMEROOM && by != GroupKind.GRADE) {
            throw new InvalidInputException(
                    Field.GROUP,
                    Problem.UNKNOWN,
                    by.keyword() + " (known: " + GroupKind.HOMEROOM.keyword() + ", " + GroupKind.GRADE.keyword() + ")");
        }
    }
}
