package org.openadmin.fees.api.payments;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.osgi.annotation.versioning.ProviderType;

/** The counter: takes money and gives receipts. */
@ProviderType
public interface Cashier {

    /**
     * Takes money, once for each request key, and gives it the next receipt number. With charges, it settles each of them as a
     * whole; credit on account helps to pay, and money above the charges becomes credit. Without charges the money is received on
     * account. The same key again, also at the same moment from elsewhere, changes nothing and gives the same receipt. Needs the
     * role {@code fees-cashier}.
     *
     * @throws NotAllowedException without the role
     * @throws UnknownStudentException when neither the host nor the journal knows the student
     * @throws UnknownChargeException when a charge does not exist
     * @throws ChargeOfAnotherStudentException when a charge is somebody else's
     * @throws ChargeSettledException when a charge is settled already
     * @throws NotEnoughMoneyException when the money and the credit do not cover the charges
     * @throws RequestKeyReusedException when the key was used for another payment
     * @throws StorageException when the database did not answer; it says whether the money may have been taken
     */
    Receipt receive(PaymentRequest request);

    /**
     * The receipt with this number. Where old data holds a number twice, the oldest. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     */
    Optional<Receipt> receipt(Actor reader, ReceiptNumber number);

    /**
     * The receipt that a payment with this key got, if it was taken: how to find out after an unknown outcome. Needs any of our
     * roles.
     *
     * @throws NotAllowedException without a role
     */
    Optional<Receipt> receipt(Actor reader, RequestKey key);
}
