package org.openadmin.fees.api.payments;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.YearLimitException;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.osgi.annotation.versioning.ProviderType;

/** Takes payments and issues receipts. */
@ProviderType
public interface Cashier {

    /**
     * Records a payment once for each request key, and assigns the next receipt number. With charges, it settles each
     * of them in full: credit on account is used if the money is not enough, and money beyond the charges becomes
     * credit. Where the school rounds cash, cash settles charges if it is enough for their rounded sum, and nothing of the rounding stays on
     * the account. Without charges, the money is received on account. Of one charge, only a {@linkplain PaidPart part} may be paid: it is
     * split in the same transaction, on the date of the payment or, if that is later, of the charge; both parts are due like the whole.
     * What the request {@linkplain SoldFee sells} is charged in the same transaction on the date of the payment, at the price, discount and
     * taxes that an assessment of the predefined fee has on that day, and settled by the payment as far as it is paid. It is due as the fee is, but not
     * before it is sold; a fee in instalments is sold as one charge. The same key again, even at the same time from another
     * session, changes nothing and returns the same receipt. Requires the role {@code fees-cashier}; to sell, {@code fees-bill} too, unless
     * the configuration lets every cashier sell.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownPredefinedFeeException if a fee that is sold is not predefined, or cannot be charged
     * @throws UnknownProfileException if a fee that is sold is for a profile that is not configured
     * @throws YearLimitException if the student would be charged more of a fee that is sold than its limit in a school year
     * @throws AlreadyChargedException if the student was charged a fee that is sold at nearly the same date, and the request does not
     *     confirm it
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal; something is sold only to students
     *     in the host's records
     * @throws UnknownChargeException if a charge does not exist
     * @throws ChargeOfAnotherStudentException if a charge belongs to another student
     * @throws ChargeSettledException if a charge has already been settled
     * @throws DateNotAllowedException if the date is later than the school's day; a post-dated cheque is recorded on its date
     * @throws UnusualDateException if the date is {@linkplain UnusualDate unusual}, and the request does not confirm it
     * @throws RepeatedAmountException if the student paid the {@linkplain RepeatedAmount same amount} a moment ago, by
     *     whatever method, that receipt is valid, and the request does not confirm it. Credit alone is not asked about
     * @throws CashOnlyException if it is money by another method than cash, the account is cash only on the date of the payment because
     *     of a {@linkplain ReturnedPayments returned payment}, and the request does not confirm it
     * @throws NotEnoughMoneyException if the money and the credit do not cover the charges
     * @throws InvalidInputException if it is cash and there are no coins for the amount, or if the part of a charge is not less than it
     * @throws RequestKeyReusedException if the key was used for another payment
     * @throws StorageException if the database did not respond; its outcome tells whether a payment with this
     *     key may have been stored
     */
    Receipt receive(PaymentRequest request);

    /**
     * Records one payment for several accounts once for its request key, under one receipt number: all of it or nothing. The money
     * settles the charges of each account in full, together with the credit of that account alone. Each account is given what it needs,
     * and what is left is credit of the account that the request names. Where the school rounds cash, the whole sum is rounded once, on the first
     * account that needs more than the rounding. The receipt can be printed, sent and voided only as one. The same key again changes
     * nothing and returns the same receipt. Requires the role {@code fees-cashier}.
     *
     * @throws OutsiderException if an account is not of the {@linkplain Families family} of the first one, and the request does not
     *     confirm it
     * @throws RepeatedAmountException if one of the accounts paid the same amount a moment ago, alone or with others, that receipt is
     *     valid, and the request does not confirm it
     * @throws CashOnlyException if one of the accounts is cash only, and the request does not confirm it
     * @throws FeesException for the same reasons as {@link #receive(PaymentRequest)}
     */
    Receipt receive(FamilyPaymentRequest request);

    /**
     * Returns the receipt with this number. If a number occurs twice in old data, returns the oldest receipt. Requires
     * any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Receipt> receipt(Actor reader, ReceiptNumber number);

    /**
     * Returns the receipt of the payment with this request key, or empty if there is no such payment yet. After a {@link
     * StorageException} a receipt proves that the payment was recorded, but an empty result does not prove the opposite,
     * because the request may still be in progress. To be certain, call {@link #receive} again with the same key.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Receipt> receipt(Actor reader, RequestKey key);
}
