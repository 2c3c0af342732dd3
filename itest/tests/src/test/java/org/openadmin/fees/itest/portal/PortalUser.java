package org.openadmin.fees.itest.portal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people of the test portal. The password of each is the name. */
enum PortalUser {
    VIEWER("fees-view"),
    BILLER("fees-bill"),
    CASHIER("fees-cashier"),
    CLERK("fees-bill", "fees-cashier"),
    BURSAR("fees-admin"),
    /** Karaf's own administrator, who works in its shell. */
    OPERATOR("ssh", "admin", "manager", "viewer", "systembundles"),
    TEACHER(),
    /** Of another module of the portal, which asks for balances. */
    COUNSELLOR("counsellor"),
    /** Sees the fees of the own children. */
    PARENT("parent");

    private final List<String> roles;

    PortalUser(String... roles) {
        this.roles = List.of(roles);
    }

    String logIn() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The lines of {@code etc/users.properties}: name = password, then the roles. */
    static String realm() {
        return Arrays.stream(values())
                .map(user -> user.logIn() + " = "
                        + Stream.concat(Stream.of(user.logIn()), user.roles.stream())
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
