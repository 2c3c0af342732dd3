package org.openadmin.fees.internal.shell;

import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/** Users who are logged in to the console. */
final class ShellUsers {

    private ShellUsers() {}

    static ShellUser admin() {
        return user("shell", "admin");
    }

    static ShellUser user(String name, String... roles) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        Set.of(roles).forEach(role -> subject.getPrincipals().add(new RolePrincipal(role)));
        return new ShellUser(() -> subject);
    }
}
