package org.openadmin.fees.api.postings;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** The configuration lacks accounts, so nothing was posted. */
public final class MissingAccountsException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<MissingAccount> accounts;

    public MissingAccountsException(List<MissingAccount> accounts) {
        super("The configuration lacks accounts: " + accounts);
        this.accounts = List.copyOf(accounts);
    }

    /** All that are missing. */
    public List<MissingAccount> accounts() {
        return accounts;
    }
}
