package org.openadmin.fees.api.imports;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** No import has this number. */
public final class UnknownImportException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ImportNumber number;

    public UnknownImportException(ImportNumber number) {
        super("There is no import number " + number + ".");
        this.number = number;
    }

    public ImportNumber number() {
        return number;
    }
}
