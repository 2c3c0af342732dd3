package org.openadmin.fees.api.audit;

import java.util.Arrays;
import java.util.Optional;

/** What became of a command. A command whose answer was lost is in the log only if it was carried out. */
public enum AuditOutcome {
    /** Carried out. */
    DONE("done"),
    /** Refused by the service, with nothing changed. */
    REFUSED("refused");

    private final String code;

    AuditOutcome(String code) {
        this.code = code;
    }

    /** The code in the table, in CSV files and in addresses. */
    public String code() {
        return code;
    }

    /** Returns the outcome with this code, or empty if there is none. */
    public static Optional<AuditOutcome> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
