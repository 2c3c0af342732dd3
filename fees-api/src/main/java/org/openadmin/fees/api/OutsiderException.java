package org.openadmin.fees.api;

import java.io.Serial;
import java.util.List;
import java.util.Set;

/**
 * An account is not of the family whose money it is, and this was not confirmed. Nothing was recorded; the same request with the
 * confirmation is accepted.
 */
public final class OutsiderException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AccountNumber first;
    private final transient List<AccountNumber> outsiders;

    public OutsiderException(AccountNumber first, List<? extends AccountNumber> outsiders) {
        super("Not of the family of " + first + ": " + outsiders);
        this.first = first;
        this.outsiders = List.copyOf(outsiders);
    }

    /**
     * Throws if there are outsiders who have not been confirmed.
     *
     * @throws OutsiderException if {@code confirmed} does not include {@link Confirmation#OUTSIDER}
     */
    public static void requireConfirmed(
            AccountNumber first, List<? extends AccountNumber> outsiders, Set<Confirmation> confirmed) {
        if (!outsiders.isEmpty() && !confirmed.contains(Confirmation.OUTSIDER)) {
            throw new OutsiderException(first, outsiders);
        }
    }

    /** The account whose family the others are not of. */
    public AccountNumber first() {
        return first;
    }

    /** The accounts outside of the family, in the sequence of the request; at least one. */
    public List<AccountNumber> outsiders() {
        return outsiders;
    }
}
