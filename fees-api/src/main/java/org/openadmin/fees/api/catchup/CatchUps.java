package org.openadmin.fees.api.catchup;

import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds who has joined or left a group since a fee was charged to it, and charges and reverses nothing. {@link
 * CatchUpPreview#charge} and {@link CatchUpPreview#cancel} make the requests for {@link FeeAssessment#post} and {@link
 * Corrections#apply}.
 */
@ProviderType
public interface CatchUps {

    /**
     * Returns the assessments of the school year of this day whose group is known and is not the same any more, newest first. Those of
     * students who were named one by one, and those that were undone, are left out. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<GroupChange> changes(Actor reader, LocalDate day);

    /**
     * Returns who has joined and who has left. Stores nothing. If the fee is for a period, those who have joined are charged for the days
     * from this day to its end. Requires any fees role.
     *
     * @param day the date of the charges and corrections, in the school year of the assessment
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownBatchException if there is no such assessment
     * @throws CatchUpNotPossibleException if the day is in another school year, or the assessment was undone
     * @throws UnknownGroupValueException if a value of the group matches no student any more
     * @throws UnknownProfileException if the profile is no longer configured
     * @throws UnknownTaxException if a tax of the fee is no longer configured
     * @throws DateNotAllowedException if the day is in a closed month
     */
    default CatchUpPreview preview(Actor reader, BatchNumber batch, LocalDate day) {
        return preview(reader, batch, CatchUpTerms.on(day));
    }

    /**
     * The same, with a price by days or in full.
     *
     * @throws InvalidInputException if the day of joining is after the last day that the fee is for
     */
    CatchUpPreview preview(Actor reader, BatchNumber batch, CatchUpTerms terms);

    /**
     * Records that these students are not to be charged although they are in the group, so that they no longer count as joined. Those who
     * were recorded before are left as they are. Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownBatchException if there is no such assessment
     * @throws StorageException if the database did not respond
     */
    void dismiss(DismissRequest request);
}
