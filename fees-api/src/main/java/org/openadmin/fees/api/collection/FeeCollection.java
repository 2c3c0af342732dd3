package org.openadmin.fees.api.collection;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who has paid what: the charges of each fee by state, in total and by homeroom, grade and student. Charges count by their own date;
 * what has become of them is what the journal says now or, as of a past day, what it says of the end of that day, by the rule of {@link
 * org.openadmin.fees.api.accounts.FeeAccounts#balance(org.openadmin.fees.api.AccountNumber, java.time.LocalDate)}: by the dates of the
 * rows, whenever they were recorded. What was known on that day, without the rows that were recorded after it, is beside it. As of today, it
 * is what it says now. A later day is refused with a {@link org.openadmin.fees.api.DateNotAllowedException}. Of a charge that was split, its
 * parts count, by the day on which it was split; what a payer owes counts with the student. Charges without a student belong to no account
 * and are left out. Requires
 * any fees role.
 */
@ProviderType
public interface FeeCollection {

    /**
     * Returns what was charged and collected of each fee. Names that an assessment takes for the same fee are one line.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    CollectionReport fees(Actor reader, CollectionPeriod period);

    /**
     * Returns what was charged and collected of one fee, by homeroom or grade; without lines if nobody was charged in the period.
     *
     * @throws UnknownFeeException if nobody was ever charged this fee, and it is not predefined
     * @throws NotAllowedException if the reader has no fees role
     */
    CollectionReport groups(Actor reader, CollectionQuery query);

    /**
     * Returns the students who were charged a fee, by name, each once. Students whose charges were all reversed are included.
     *
     * @param group the homeroom or grade, without regard to case; an empty text for those who have none; absent for all students
     * @throws UnknownFeeException if nobody was ever charged this fee, and it is not predefined
     * @throws UnknownGroupValueException if neither such a charge nor an active student has this homeroom or grade
     * @throws NotAllowedException if the reader has no fees role
     */
    ChargedStudents students(Actor reader, CollectionQuery query, Optional<String> group);
}
