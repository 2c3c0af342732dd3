package org.openadmin.fees.api.payers;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The payers: who they are and how they are reached. Their accounts are read and paid like those of students, by their {@link
 * PayerNumber}. A payer is never removed: one that pays no more is made inactive. Who pays for a student is confidential: those who only view
 * see neither payers nor their accounts.
 */
@ProviderType
public interface Payers {

    /**
     * The payers whose name or number contains each word that was typed, with their balances, sorted by name; all if nothing was
     * typed. Case and accents make no difference. Needs {@code fees-bill} or {@code fees-cashier}.
     *
     * @throws NotAllowedException if the reader has neither role
     */
    List<PayerAccount> list(Actor reader, String typed);

    /** The payer with this number. Needs {@code fees-bill} or {@code fees-cashier}. */
    Optional<Payer> find(Actor reader, PayerNumber number);

    /**
     * What a payer is to pay today, by student. Needs {@code fees-bill} or {@code fees-cashier}.
     *
     * @throws UnknownStudentException if there is no such payer
     */
    PayerInvoice invoice(Actor reader, PayerNumber number);

    /**
     * Adds a payer under the next number. Needs {@code fees-bill}. The same request again has no further effect and returns the same
     * payer.
     *
     * @throws RequestKeyReusedException if another request had this key
     */
    Payer add(AddPayerRequest request);

    /**
     * Changes how a payer is reached. What it was before is kept. Needs {@code fees-bill}. The same request again has no further
     * effect.
     *
     * @throws UnknownStudentException if there is no such payer
     * @throws PayerChangedException if the payer has another version by now
     * @throws RequestKeyReusedException if another request had this key
     */
    Payer change(ChangePayerRequest request);
}
