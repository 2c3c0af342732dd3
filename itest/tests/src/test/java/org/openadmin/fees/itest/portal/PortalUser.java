package org.openadmin.fees.itest.portal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The users of the test portal. The password of each is the name. */
enum PortalUser {
    VIEWER("staff", "fees-view"),
    BILLER("staff", "fees-bill"),
    CASHIER("staff", "fees-cashier"),
    CLERK("staff", "fees-bill", "fees-cashier"),
    BURSAR("staff", "fees-admin"),
    /** Karaf's own administrator, who works in its shell. */
    OPERATOR("ssh", "admin", "manager", "viewer", "systembundles"),
    TEACHER("staff"),
    /** Uses another module of the portal, which asks what is due. */
    COUNSELLOR("staff", "counsellor"),
    /** Can see the fees of their own children, two students of the sample school. */
    PARENT("fees-parent"),
    /** Could see the fees of children, but the school has linked none. */
    GUARDIAN("fees-parent");

    private final List<String> roles;

    PortalUser(String... roles) {
        this.roles = List.of(roles);
    }

    String logIn() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the lines of {@code etc/users.properties}: name = password, followed by the roles. */
    static String realm() {
        return Arrays.stream(values())
                .map(user -> user.logIn() + " = "
                        + Stream.concat(Stream.of(user.logIn()), user.roles.stream())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
