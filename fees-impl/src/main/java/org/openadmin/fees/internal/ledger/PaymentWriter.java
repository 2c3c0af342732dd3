package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.payments.PaymentMethod;

/** Records payments in the transaction of another command. */
public interface PaymentWriter {

    /**
     * Money that was received, and of which nobody said which charges it is for.
     *
     * @param received positive
     * @param reference up to 64 characters, may be empty
     */
    record Received(
            RequestKey key,
            AccountNumber account,
            LocalDate date,
            Money received,
            PaymentMethod method,
            String reference) {}

    /**
     * A payment that was recorded.
     *
     * @param row the id of its row in the journal
     */
    record Written(Received payment, int receipt, int row) {}

    /**
     * Records the payments in their sequence, under the next receipt numbers and with a line each in the audit log. Each settles the
     * charges that it and the credit cover in full. The accounts must exist and be locked, and the dates be neither later than today nor
     * closed. The receipt numbers are taken last.
     */
    List<Written> write(EntityManager em, Actor actor, List<Received> payments);
}
