package org.openadmin.fees.api.imports;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.payments.Receipt;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Unclaimed money: transactions of the bank that are on no account, until they are assigned to one or sent back. If the receipt of such a
 * transaction is voided, its money is unclaimed again; if the bank returned the payment, or its import was undone, it is not.
 */
@ProviderType
public interface Claims {

    /**
     * Assigns unclaimed money to an account: a payment of the bank's day or, if that month is closed, of the first day that is not, which
     * settles charges as {@link Imports#post} does. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownStudentException if the account does not exist
     * @throws NotUnclaimedException if the line is not unclaimed money
     * @throws DateNotAllowedException if that day was closed at the same moment
     * @throws RequestKeyReusedException if the key was used for another line or account
     */
    Receipt claim(ClaimRequest request);

    /**
     * Records that unclaimed money was sent back, or is no payment of a fee, and takes it out of the list. Nothing in the journal changes.
     * Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws NotUnclaimedException if the line is not unclaimed money
     * @throws RequestKeyReusedException if the key was used for another line
     */
    void sendBack(SendBackRequest request);

    /**
     * The unclaimed money, oldest first. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    List<UnclaimedMoney> unclaimed(Actor reader);

    /**
     * How much money is unclaimed. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    UnclaimedSum sum(Actor reader);
}
