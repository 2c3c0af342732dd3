package org.openadmin.fees.api.accounts;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The accounts of students and of payers, for other modules of the portal and for this module's screens. Each call reads the
 * journal; nothing is cached. These methods check no role; the caller must.
 */
@ProviderType
public interface FeeAccounts {

    /**
     * Returns the balance of one account.
     *
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal, or there is no such payer
     */
    AccountBalance balance(AccountNumber student);

    /**
     * Returns the balances of these students in one query, in number order. A student without journal rows has a
     * balance of zero.
     */
    Map<AccountNumber, AccountBalance> balances(Collection<? extends AccountNumber> students);

    /** Returns the balances of all students in the host's records or in the journal and of all payers, in number order. */
    List<AccountBalance> balances();

    /**
     * Returns the unsettled charges of one student, oldest first.
     *
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     */
    List<Charge> outstanding(AccountNumber student);

    /**
     * Returns the unsettled charges of these students in one query, in number order. Students without unsettled charges
     * are left out.
     */
    Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students);

    /**
     * Returns the balance of one student at the end of a day, today or earlier: of the rows dated up to that day. A charge is
     * outstanding on that day unless a row dated up to it has settled it; a payment that was voided by then has not. Where a payment
     * was dated before the money that it relied on, the charges that were settled last are outstanding too, so that the credit is
     * never below zero. Of today, it is the {@link #balance(AccountNumber)} of now, with rows of a later date.
     *
     * @throws UnknownStudentException if the student is neither in the host's records nor in the journal
     * @throws DateNotAllowedException if the day is later than today
     */
    PastBalance balance(AccountNumber student, LocalDate day);

    /**
     * Returns the balances of these students at the end of a day, in number order. A student without journal rows has a
     * balance of zero.
     *
     * @throws DateNotAllowedException if the day is later than today
     */
    Map<AccountNumber, PastBalance> balances(Collection<? extends AccountNumber> students, LocalDate day);

    /**
     * Returns the balances at the end of a day of all students in the host's records or in the journal and of all payers, in number
     * order.
     *
     * @throws DateNotAllowedException if the day is later than today
     */
    List<PastBalance> balances(LocalDate day);

    /**
     * Returns the charges of these students that were outstanding at the end of a day, oldest first, in number order. Students
     * without any are left out.
     *
     * @throws DateNotAllowedException if the day is later than today
     */
    Map<AccountNumber, List<Charge>> outstanding(Collection<? extends AccountNumber> students, LocalDate day);

    /**
     * Returns the charges with these numbers in one query, in number order, settled or not. Numbers that are not those of
     * a charge of a student are left out.
     */
    List<Charge> charges(Collection<ChargeId> ids);
}
