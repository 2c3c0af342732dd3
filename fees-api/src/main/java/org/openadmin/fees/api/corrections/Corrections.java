package org.openadmin.fees.api.corrections;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Corrects mistakes in the journal. Nothing is deleted: a correction adds rows that refer to the rows that they
 * correct.
 */
@ProviderType
public interface Corrections {

    /**
     * Returns what the correction would do now. Stores nothing. Requires the role that {@link CorrectionRequest#needed}
     * returns, or less where that allows it.
     *
     * @throws FeesException everything that {@link #apply} throws
     */
    Correction preview(CorrectionRequest request);

    /**
     * Applies the whole correction or, if there is any problem, nothing. The same key again changes nothing and returns
     * the same result. Requires the role that {@link CorrectionRequest#needed} returns, or less where the
     * configuration allows it.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownChargeException if the charge does not exist
     * @throws UnknownBatchException if the assessment does not exist
     * @throws UnknownReceiptException if no receipt has this number
     * @throws IncompleteReceiptException if the receipt has no student or no total, in damaged old data
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal, or there is no such payer
     * @throws AlreadyCorrectedException if the charge, or every charge of the assessment, has already been reversed or
     *     waived, or the receipt has already been voided
     * @throws CashNotReturnedException if the receipt of a returned payment is for cash, or no money was received
     * @throws NotReturnedException if the payment was not returned, or that has already been undone
     * @throws UnknownTaxException if a configured tax of the fee for returned payments is unknown
     * @throws ChargeSettledException if a charge to be waived, split or transferred has been paid
     * @throws PartsDoNotAddUpException if the parts of a charge are more or less than it, or more is to be waived than it
     * @throws NotSplitException if a charge whose parts are to be put together is not such a part
     * @throws PartsNotOpenException if one of the parts to be put together is no longer outstanding
     * @throws TransferNotAllowedException if the charge is a payer's already, the payer is not active, the credit of a fund does not cover
     *     the charge, or there is no transfer to take back
     * @throws NotEnoughCreditException if a refund is more than the credit on account, or if credit from a payment to
     *     be voided has been refunded since
     * @throws InvalidInputException if the date is before that of the row to be corrected, or if it is a refund in cash and there are no
     *     coins for the amount, or if a charge is too small for so many parts
     * @throws DateNotAllowedException if the date is later than the school's day and that of the row to be corrected, or if a
     *     part would be due before that date and before the whole charge, or if a refund is dated before the credit that it pays back, or a void before a day on which the money had been paid back
     * @throws UnusualDateException if the date is {@linkplain UnusualDate unusual}, and the request does not confirm it
     * @throws RepeatedAmountException if the student was refunded the {@linkplain RepeatedAmount same amount} a moment ago, and
     *     the request does not confirm it
     * @throws RequestKeyReusedException if the key was used for another correction
     * @throws StorageException if the database did not respond; its outcome tells whether the correction may have been
     *     stored
     */
    Correction apply(CorrectionRequest request);

    /**
     * Returns the correction that a request with this key has made, or empty if there is none yet. An empty result does not prove that
     * there will be none, because the request may still be in progress: to be certain, call {@link #apply} again with the same key.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Correction> find(Actor reader, RequestKey key);
}
