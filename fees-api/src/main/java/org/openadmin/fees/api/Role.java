package org.openadmin.fees.api;

import java.util.Arrays;
import java.util.Optional;

/** What a user of the portal may do here. The names are those of the host's log-in. */
public enum Role {
    /** See everything, change nothing. Each other role includes it. */
    VIEW("fees-view"),
    /** Keep predefined fees, assess fees, print invoices. */
    BILL("fees-bill"),
    /** Take payments and print receipts. */
    CASHIER("fees-cashier"),
    /** Everything. */
    ADMIN("fees-admin");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** The role's name at the host, such as {@code fees-bill}. */
    public String roleName() {
        return roleName;
    }

    /** The role with that name at the host, if it is one of ours. */
    public static Optional<Role> named(String roleName) {
        return Arrays.stream(values())
                .filter(role -> role.roleName.equals(roleName))
                .findFirst();
    }
}
