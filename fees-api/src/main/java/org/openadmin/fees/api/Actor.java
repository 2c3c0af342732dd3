package org.openadmin.fees.api;

import java.util.Set;

/**
 * The user on whose behalf a method is called. The service records the name with each row and checks the roles. It does
 * not authenticate the user: the caller must.
 *
 * @param name the user's log-in name, at most 64 characters; a longer name is cut, and a blank one becomes {@code ?}
 * @param roles the fees roles that the host has assigned to the user; the host's other roles are not included
 */
public record Actor(String name, Set<Role> roles) {

    /** The most characters of a name; a name of so many may have been cut. */
    public static final int MAX_NAME_LENGTH = 64;

    private static final String UNNAMED = "?";

    public Actor {
        roles = Set.copyOf(roles);
        name = name == null || name.isBlank() ? UNNAMED : name.strip();
        if (name.length() > MAX_NAME_LENGTH) {
            name = name.substring(0, MAX_NAME_LENGTH);
        }
    }

    /** Whether the name is the user's whole login, so that it can identify the user: it is there, and was not cut. */
    public boolean isIdentified() {
        return !name.equals(UNNAMED) && name.length() < MAX_NAME_LENGTH;
    }

    /**
     * Returns whether the user has this role. {@link Role#ADMIN} includes every role of the office, and each role of the office includes
     * {@link Role#VIEW}. {@link Role#PARENT} includes no role, and is included in none.
     */
    public boolean may(Role needed) {
        return roles.contains(needed)
                || needed.isOfOffice() && roles.contains(Role.ADMIN)
                || needed == Role.VIEW && roles.stream().anyMatch(Role::isOfOffice);
    }

    /**
     * Checks that the user has this role, in the sense of {@link #may}. A refusal is logged with the user, the role and the
     * method that called this one.
     *
     * @throws NotAllowedException if the user does not have the role
     */
    public void require(Role needed) {
        if (!may(needed)) {
            throw refusal(needed, RefusalLog.caller());
        }
    }

    /**
     * The same for an operation with a name of its own.
     *
     * @param operation what the user wants to do, for the log, such as {@code fees:pay}
     * @throws NotAllowedException if the user does not have the role
     */
    public void require(Role needed, String operation) {
        if (!may(needed)) {
            throw refusal(needed, operation);
        }
    }

    /**
     * The same for an operation for which either of two roles is enough.
     *
     * @throws NotAllowedException with the second role, if the user has neither
     */
    public void requireEither(Role first, Role second, String operation) {
        if (!may(first)) {
            require(second, operation);
        }
    }

    /** Whether the user may see who pays for students: payers and their accounts. They are hidden from those who only view. */
    public boolean seesPayers() {
        return may(Role.BILL) || may(Role.CASHIER);
    }

    /**
     * Checks that the user may see this account: a payer's only if the user {@linkplain #seesPayers sees payers}.
     *
     * @throws NotAllowedException if the user has no fees role, or may not see payers
     */
    public void requireAccount(AccountNumber account, String operation) {
        require(Role.VIEW, operation);
        if (account instanceof PayerNumber) {
            requireEither(Role.CASHIER, Role.BILL, operation);
        }
    }

    private NotAllowedException refusal(Role needed, String operation) {
        RefusalLog.write(name, needed, operation);
        return new NotAllowedException(name, needed);
    }
}
