package org.openadmin.fees.api.imports;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** A line is not unclaimed money: it does not exist, or was assigned, sent back or undone. */
public final class NotUnclaimedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BankLineNumber line;

    public NotUnclaimedException(BankLineNumber line) {
        super("Line " + line + " is not unclaimed money.");
        this.line = line;
    }

    public BankLineNumber line() {
        return line;
    }
}
