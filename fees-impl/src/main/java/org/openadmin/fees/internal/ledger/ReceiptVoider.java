package org.openadmin.fees.internal.ledger;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** Voids many receipts in the transaction of another command. */
public interface ReceiptVoider {

    /** The money of a receipt is not there any more. */
    final class InUseException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ReceiptNumber receipt;
        private final transient Optional<ReceiptNumber> relying;

        /** @param relying the receipt that relies on it; empty if it was paid back or moved */
        public InUseException(ReceiptNumber receipt, Optional<ReceiptNumber> relying) {
            super("The money of receipt " + receipt + " is not there any more");
            this.receipt = receipt;
            this.relying = relying;
        }

        public ReceiptNumber receipt() {
            return receipt;
        }

        public Optional<ReceiptNumber> relying() {
            return relying;
        }
    }

    /**
     * Voids receipts in this sequence as {@link org.openadmin.fees.api.corrections.Corrections#apply} does, each with its line in the audit
     * log, in a number of statements that hardly depends on theirs. Each must be of one account, which is locked, without rounding or
     * anything sold, not voided, and the date must be today.
     *
     * @throws InUseException if the money of one was paid back or moved, or voiding it would open a charge that a receipt settled that is
     *     not among them
     */
    void voidAll(EntityManager em, List<VoidReceipt> requests);
}
