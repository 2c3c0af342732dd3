package org.openadmin.fees.internal.ledger;

import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;

/** Voids receipts in the transaction of another command. */
public interface ReceiptVoider {

    /**
     * Voids a receipt as {@link org.openadmin.fees.api.corrections.Corrections#apply} does, with its line in the audit log. Its accounts
     * must be locked.
     */
    List<Correction> voidAll(EntityManager em, List<VoidReceipt> requests);
}
