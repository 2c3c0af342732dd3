package org.openadmin.fees.api.imports;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.FeesException;

/** Nothing in a file is new. */
public final class AlreadyImportedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PostedImport earlier;
    private final LocalDate day;

    /**
     * @param earlier the import of the same file, or the last one that had a transaction of it
     * @param day the school's day on which it was posted
     */
    public AlreadyImportedException(PostedImport earlier, LocalDate day) {
        super("Nothing in the file is new since import " + earlier.number() + ".");
        this.earlier = earlier;
        this.day = day;
    }

    /** The school's day on which it was posted. */
    public LocalDate day() {
        return day;
    }

    public PostedImport earlier() {
        return earlier;
    }
}
