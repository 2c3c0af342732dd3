package org.openadmin.fees.api.imports;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** An import cannot be undone, because something was done with it since. */
public final class ImportInUseException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What was done. */
    public enum Use {
        UNDONE,
        /** A receipt of it was voided or returned. */
        VOIDED,
        /** Another receipt relies on the money of one of its receipts. */
        RELIED_ON,
        /** Money of it was paid back or moved. */
        SPENT,
        /** Unclaimed money of it was assigned. */
        CLAIMED,
        SENT_BACK
    }

    private final transient ImportNumber number;
    private final Use use;
    private final long subject;

    /** @param subject the number of the receipt, or of the line that was sent back; 0 if it was undone */
    public ImportInUseException(ImportNumber number, Use use, long subject) {
        super("Import " + number + " cannot be undone: " + use + " " + subject + ".");
        this.number = number;
        this.use = use;
        this.subject = subject;
    }

    public ImportNumber number() {
        return number;
    }

    public Use use() {
        return use;
    }

    /** The number of the receipt, or of the line that was sent back; 0 if it was undone. */
    public long subject() {
        return subject;
    }
}
