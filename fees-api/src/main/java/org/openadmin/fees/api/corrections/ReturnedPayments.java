package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.osgi.annotation.versioning.ProviderType;

/** The payments that banks returned. {@link Corrections} records them. */
@ProviderType
public interface ReturnedPayments {

    /**
     * Returns the returned payment of the receipt with this number, also one that was undone, or empty if it was not returned. Requires
     * any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<ReturnedPayment> returned(Actor reader, ReceiptNumber number);

    /**
     * Returns the returned payments of a student, also those that were undone, in the sequence in which they were recorded. Requires any
     * fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<ReturnedPayment> returned(Actor reader, AccountNumber student);

    /**
     * Returns the last day on which the student pays in cash only; empty if other methods are taken today. Of several returned payments,
     * the latest day counts. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<LocalDate> cashOnlyUntil(Actor reader, AccountNumber student);
}
