package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The money that was taken to the bank: cash and cheques. Money paid by card, transfer or another method is never in a deposit.
 *
 * <p>Each receipt, refund and void is in one deposit at most. A receipt that was voided before it was deposited is in none, and
 * neither is its void. The cash of a deposit is that of its rows and what the drawers were over or short: what is in the drawers,
 * in the deposit and at the bank is the same amount.
 *
 * <p>A deposit is never changed. A counter-deposit, which has a number of its own, takes back the receipts that were voided after
 * they had been deposited, or the whole deposit, whose rows can then be deposited again.
 */
@ProviderType
public interface Deposits {

    /**
     * Returns what can be deposited up to a day. Money recorded before the module kept deposits is left out. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    DepositOffer offer(Actor reader, LocalDate until);

    /**
     * Makes a deposit once for each request key, under the next number. It has the date of the school's day. Requires the role
     * {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws DateNotAllowedException if the last day is later than the school's day
     * @throws DepositChangedException if one of the chosen rows has been deposited or voided
     * @throws NothingToDepositException if there is nothing to deposit
     * @throws DrawerNotCountedException if cash of a drawer is deposited that was not counted, or whose cash has moved since
     * @throws DepositCashException if the cash would be below zero, or the counted cash is another amount
     * @throws InvalidInputException if a note or coin is none of the configured ones
     * @throws RequestKeyReusedException if the key was used for something else
     * @throws StorageException if the database did not respond
     */
    Deposit make(DepositRequest request);

    /**
     * Takes back a deposit, or the receipts in it that were voided since, by a new deposit with negative amounts, once for each
     * request key. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownDepositException if there is no such deposit
     * @throws CannotTakeBackException if it is a counter-deposit, or there is nothing in it to take back
     * @throws RequestKeyReusedException if the key was used for something else
     * @throws StorageException if the database did not respond
     */
    Deposit takeBack(CounterDepositRequest request);

    /**
     * Records that another person has verified a deposit, once for each request key. Requires the role {@code fees-cashier}.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownDepositException if there is no such deposit
     * @throws CannotVerifyException if the user made the deposit, or it has been verified
     * @throws RequestKeyReusedException if the key was used for something else
     * @throws StorageException if the database did not respond
     */
    Deposit verify(VerifyDepositRequest request);

    /**
     * Returns the deposit with this number. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Deposit> deposit(Actor reader, DepositNumber number);

    /**
     * Returns the deposit or counter-deposit that a request with this key made, or empty if there is none yet. Requires any fees
     * role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Deposit> deposit(Actor reader, RequestKey key);

    /**
     * Returns one page of the deposits, newest first. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<DepositSummary> deposits(Actor reader, Page page);

    /**
     * Returns how much cash and how many cheques are not in a deposit. Money recorded before the module kept deposits is left out.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Undeposited undeposited(Actor reader);

    /**
     * Returns how much of the cash and how many of the cheques dated up to a day are not in a deposit yet. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Undeposited undeposited(Actor reader, LocalDate until);

    /**
     * Returns the voids of cheques that had been deposited, which a counter-deposit has yet to take back, by date and number.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<ReturnedCheque> toTakeBack(Actor reader);

    /**
     * A cheque that was voided after it had been deposited.
     *
     * @param voided the void, with the negative amount of the cheque
     * @param deposit the deposit that the cheque is in
     */
    record ReturnedCheque(MoneyRow voided, DepositNumber deposit) {}
}
