package org.openadmin.fees.api.classpayments;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Receives the money of a class in one envelope: one sum, one fee, and a receipt for each student who has paid. Each of them pays all
 * selected charges in full with money; credit on the accounts is left as it is.
 */
@ProviderType
public interface ClassPayments {

    /**
     * Returns the active students of a homeroom, with their outstanding charges of a fee. Requires the role {@code fees-cashier}.
     *
     * @param fee the name of the fee; case and accents make no difference
     * @param homeroom today's, without regard to case
     * @param day the day of the payment; who has paid is looked for in its school year
     * @throws NotAllowedException if the reader does not have the role
     * @throws UnknownFeeException if nobody was ever charged this fee, and it is not predefined
     * @throws UnknownGroupValueException if no active student has this homeroom
     * @throws DateNotAllowedException if the day is later than the school's day, or in a closed month
     */
    ClassDue due(Actor reader, String fee, String homeroom, LocalDate day);

    /**
     * Records the payments of a class once for its request key: all of them or none, each under a receipt number of its own, in the sequence
     * of the request. Where the school rounds cash, each payment in cash is rounded as it would be at the counter, and the envelope holds the
     * sum of the rounded payments. The same key again changes nothing and returns the same receipts. Requires the role {@code
     * fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownFeeException if nobody was ever charged this fee, and it is not predefined
     * @throws UnknownGroupValueException if no active student has this homeroom
     * @throws UnknownChargeException if a charge does not exist
     * @throws ChargeOfAnotherStudentException if a charge belongs to another student
     * @throws ClassPaymentRefusedException if a charge is not outstanding any more or is of another fee, or a student is not in the homeroom
     * @throws EnvelopeDifferentException if the envelope does not hold what the payments come to
     * @throws DateNotAllowedException if the date is later than the school's day, or in a closed month
     * @throws UnusualDateException if the date is unusual, and the request does not confirm it
     * @throws CashOnlyException if it is money by another method than cash, one of the students is cash only, and the request does not
     *     confirm it
     * @throws RepeatedAmountException if one of the students paid the {@linkplain RepeatedAmount same amount} a moment ago, that receipt is
     *     valid, and the request does not confirm it
     * @throws InvalidInputException if it is cash and there are no coins for the sum in the envelope
     * @throws RequestKeyReusedException if the key was used for something else
     * @throws StorageException if the database did not respond
     */
    ClassPayment post(ClassPaymentRequest request);

    /**
     * Returns the payments of the request with this key, or empty if there are none yet. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    Optional<ClassPayment> find(Actor reader, RequestKey key);
}
