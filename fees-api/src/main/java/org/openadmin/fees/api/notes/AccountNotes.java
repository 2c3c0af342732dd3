package org.openadmin.fees.api.notes;

import java.util.List;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.UnknownStudentException;

/**
 * The notes that the office keeps on accounts, such as a promise to pay or a second address. They appear on no document. Rows are
 * only added: what was written, by whom and when, can always be read.
 */
public interface AccountNotes {

    /**
     * The notes on an account that the user can see, newest first; those that were taken down come last. Confidential ones are
     * among them for {@code fees-admin} only. Needs {@code fees-view}.
     */
    List<AccountNote> of(Actor reader, AccountNumber account);

    /**
     * Writes a note. Needs {@code fees-bill} or {@code fees-cashier}; a confidential one needs {@code fees-admin}. The same
     * request again has no further effect and returns the same note.
     *
     * @throws UnknownStudentException if the account is neither in the portal nor in the journal
     * @throws RequestKeyReusedException if another request had this key
     */
    AccountNote add(NoteRequest request);

    /**
     * Takes a note down. Needs {@code fees-bill} or {@code fees-cashier}. A note that was taken down before is returned as it
     * is.
     *
     * @throws UnknownNoteException if there is no such note, or if it is confidential and the user is no administrator
     * @throws RequestKeyReusedException if another request had this key
     */
    AccountNote takeDown(TakeDownRequest request);
}
