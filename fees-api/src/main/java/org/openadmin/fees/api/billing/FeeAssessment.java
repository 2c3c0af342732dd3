package org.openadmin.fees.api.billing;

import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.osgi.annotation.versioning.ProviderType;

/** Charges one fee to many students: all of them or, when anything is wrong, nobody. */
@ProviderType
public interface FeeAssessment {

    /**
     * What one charge of this fee would come to.
     *
     * @throws UnknownTaxException when a tax is not configured
     * @throws InvalidInputException when the total is more than 99,999,999.99
     */
    Price price(Fee fee);

    /**
     * Shows who would be charged, who has the fee already, and how much. Stores nothing. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownTaxException when a tax is not configured
     * @throws UnknownProfileException when the profile is not configured
     * @throws UnknownGroupValueException when no student has one of the values
     * @throws UnknownStudentException when the audience names students whom the host does not know
     * @throws UnknownPredefinedFeeException when the predefined fee is gone
     */
    AssessmentPreview preview(Actor reader, AssessmentDraft draft);

    /**
     * Charges the fee, all or nothing. The same key again changes nothing and gives the same answer. Assessments wait for each
     * other, so that two clerks cannot charge the same fee twice at the same moment. Needs the role {@code fees-bill}.
     *
     * @throws NotAllowedException without the role
     * @throws NobodyToChargeException when nobody is left to charge
     * @throws AssessmentChangedException when the number of students is not the expected one
     * @throws RequestKeyReusedException when the key was used for another assessment
     * @throws UnknownTaxException and all that {@link #preview} throws
     */
    Assessment post(AssessmentRequest request);
}
