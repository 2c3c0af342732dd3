package org.openadmin.fees.internal.shell;

import java.security.AccessController;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;

/**
 * The user of a shell session, on whose behalf its commands act. Karaf's own role {@code admin} includes all fees
 * roles of the office, because it has full control of the portal anyway. Karaf gives it to the console of the machine itself, which has
 * no log-in. Commands that run for nobody, such as those that another bundle executes, are refused.
 */
final class ShellUser {

    private static final String KARAF_ADMIN = "admin";
    private static final String UNNAMED = "shell";

    private final Supplier<Subject> subject;

    ShellUser() {
        this(ShellUser::current);
    }

    ShellUser(Supplier<Subject> subject) {
        this.subject = subject;
    }

    /** @throws UsageException if the session has no user */
    Actor actor() {
        Subject known = subject.get();
        if (known == null) {
            throw new UsageException("usage.no-user");
        }
        String name = known.getPrincipals(UserPrincipal.class).stream()
                .map(Principal::getName)
                .findFirst()
                .orElse(UNNAMED);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (RolePrincipal principal : known.getPrincipals(RolePrincipal.class)) {
            if (principal.getName().equals(KARAF_ADMIN)) {
                return new Actor(name, EnumSet.complementOf(EnumSet.of(Role.PARENT)));
            }
            Optional<Role> role = Role.find(principal.getName());
            role.ifPresent(roles::add);
        }
        return new Actor(name, roles);
    }

    /**
     * Uses the deprecated method because Karaf passes the subject on through it, and its replacement,
     * Subject.current(), is only available from Java 18.
     */
    @SuppressWarnings("removal")
    private static Subject current() {
        return Subject.getSubject(AccessController.getContext());
    }
}
