package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.osgi.annotation.versioning.ProviderType;

/** Charges one fee to many students. Either all of them are charged or, if there is any problem, none. */
@ProviderType
public interface FeeAssessment {

    /**
     * Returns the price of one charge of this fee on this date, which decides on the rates of its taxes. Checks no role.
     *
     * @throws UnknownTaxException if a tax is not configured
     * @throws InvalidInputException if the total is more than 99,999,999.99
     */
    Price price(Fee fee, LocalDate date);

    /**
     * Returns the students who would be charged, whether they already have the fee, and the price on the date of the draft.
     * Stores nothing.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownTaxException if a tax is not configured
     * @throws UnknownProfileException if the profile is not configured
     * @throws UnknownGroupValueException if one of the values matches no student
     * @throws UnknownStudentException if the audience contains students who are not in the host's records
     * @throws UnknownPredefinedFeeException if the predefined fee no longer exists
     * @throws DateNotAllowedException if the predefined fee is due on a day before the date of the charges
     */
    AssessmentPreview preview(Actor reader, AssessmentDraft draft);

    /**
     * Returns the assessment with this number, or empty if there is none. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<PostedAssessment> find(Actor reader, BatchNumber batch);

    /**
     * Returns the assessment that a request with this key has made, or empty if there is none yet. An empty result does not prove that
     * there will be none, because the request may still be in progress: to be certain, call {@link #post} again with the same key.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<PostedAssessment> find(Actor reader, RequestKey key);

    /**
     * Charges the fee to all of the students or to none. The same key again changes nothing and returns the same
     * result. Assessments run one at a time, so that two users cannot charge the same fee twice at the same moment; so do sales of a fee
     * with a limit.
     * Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws NobodyToChargeException if no student is left to charge
     * @throws AssessmentChangedException if the number of students is not the expected one
     * @throws RequestKeyReusedException if the key was used for another assessment
     * @throws UnknownTaxException and everything else that {@link #preview} throws
     */
    Assessment post(AssessmentRequest request);
}
