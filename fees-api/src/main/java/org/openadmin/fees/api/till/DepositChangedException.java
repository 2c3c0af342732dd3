package org.openadmin.fees.api.till;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** Rows that were chosen for a deposit have been deposited or voided. */
public final class DepositChangedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int rows;

    /** @param rows how many of the chosen rows */
    public DepositChangedException(int rows) {
        super(rows + " of the chosen rows have been deposited or voided.");
        this.rows = rows;
    }

    public int rows() {
        return rows;
    }
}
