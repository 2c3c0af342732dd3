package org.openadmin.fees.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * The permissions that a user of the portal can have in this module. The host assigns the roles by name at log-in. All but {@link #PARENT} are
 * roles of the office; where a method requires <i>any fees role</i>, it requires one of these.
 */
public enum Role {
    /**
     * Can see everything but who pays for students, and change nothing. Every other role of the office includes it, so any of them gives this
     * permission.
     */
    VIEW("fees-view"),
    /**
     * Can maintain predefined fees, charge fees, print and e-mail invoices, reverse or waive charges, and undo
     * assessments.
     */
    BILL("fees-bill"),
    /** Can take payments, print receipts, void receipts and pay refunds. */
    CASHIER("fees-cashier"),
    /** Includes every other role of the office. */
    ADMIN("fees-admin"),
    /**
     * Can see the fees, receipts and documents of the user's own children, and nothing else: it is no role of the office. It includes no other
     * role, and no other role includes it.
     */
    PARENT("fees-parent");

    private final String roleName;

    Role(String roleName) {
        this.roleName = roleName;
    }

    /** The name of the role in the host, such as {@code fees-bill}. */
    public String roleName() {
        return roleName;
    }

    /** Whether it is a role of the office, whose users see the accounts of all students. */
    public boolean isOfOffice() {
        return this != PARENT;
    }

    /** Returns the role with this name in the host, or empty if it is not one of the module's roles. */
    public static Optional<Role> find(String roleName) {
        return Arrays.stream(values())
                .filter(role -> role.roleName.equals(roleName))
                .findFirst();
    }
}
