package org.openadmin.fees.api.imports;

import java.time.Instant;
import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * An import that was posted.
 *
 * @param lines how many transactions it imported
 * @param total their sum: that of its receipts and of the unclaimed money
 * @param receipts how many of them became payments at once
 * @param unclaimed how many of the others nobody has claimed yet
 * @param undone whether it was undone
 */
public record PostedImport(
        ImportNumber number,
        ImportKind kind,
        String file,
        int lines,
        Money total,
        int receipts,
        int unclaimed,
        Instant at,
        String by,
        boolean undone) {

    public PostedImport {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }
}
