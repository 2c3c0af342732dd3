package org.openadmin.fees.api.corrections;

import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/** Mistakes made good. Nothing is deleted: a correction adds rows that name the rows they correct. */
@ProviderType
public interface Corrections {

    /**
     * What the correction would do at this moment. Stores nothing.
     *
     * @throws FeesException all that {@link #apply} throws
     */
    Correction preview(CorrectionRequest request);

    /**
     * Corrects, all or nothing. The same key again changes nothing and gives the same answer.
     *
     * @throws NotAllowedException without the role that the request needs
     * @throws UnknownChargeException when the charge does not exist
     * @throws UnknownBatchException when the assessment does not exist
     * @throws UnknownReceiptException when no receipt has this number
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     * @throws AlreadyCorrectedException when the charge was cancelled or waived, every charge of the assessment was, or the receipt
     *     was voided
     * @throws ChargeSettledException when a charge to be waived is paid
     * @throws NotEnoughCreditException when more would go back than there is on account; for a void, because credit that came from
     *     this payment was refunded since
     * @throws InvalidInputException when the date is before that of what is corrected
     * @throws RequestKeyReusedException when the key was used for another correction
     * @throws StorageException when the database did not answer; it says whether it may have been done
     */
    Correction apply(CorrectionRequest request);
}
