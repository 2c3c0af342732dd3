package org.openadmin.fees.api.notes;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** No note has this number, or none that the user can see. */
public final class UnknownNoteException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient NoteNumber number;

    public UnknownNoteException(NoteNumber number) {
        super("There is no note number " + number + ".");
        this.number = number;
    }

    public NoteNumber number() {
        return number;
    }
}
