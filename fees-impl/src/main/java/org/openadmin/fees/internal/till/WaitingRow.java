package org.openadmin.fees.internal.till;

import java.time.Instant;
import java.util.OptionalLong;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.till.MoneyRow;

/**
 * A row of the journal that waits to be deposited, or a cheque that waits to be taken back.
 *
 * @param reverses the receipt that a void voids
 */
record WaitingRow(MoneyRow money, OptionalLong reverses, Instant recordedAt) {

    /** Whether this is the void of a cheque that is in a deposit: only a counter-deposit can take it back. */
    boolean isReturnedCheque() {
        return money.kind() == EntryKind.VOID && !money.isCash();
    }

    long id() {
        return money.row();
    }
}
