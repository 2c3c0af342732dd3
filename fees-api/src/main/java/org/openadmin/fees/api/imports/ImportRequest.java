package org.openadmin.fees.api.imports;

import java.util.Map;
import java.util.Objects;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/**
 * A request to import a file.
 *
 * @param accepted the accounts of suggested lines that the user accepted, by the line of the file
 */
public record ImportRequest(RequestKey key, Actor actor, ImportFile file, Map<Integer, AccountNumber> accepted) {

    public ImportRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(file, "file");
        accepted = Map.copyOf(accepted);
    }
}
