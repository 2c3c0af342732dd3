package org.openadmin.fees.internal.shell;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.apache.karaf.shell.support.CommandException;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;

/** Karaf's own shell with commands of the module: it parses their lines, injects their services and runs them for a user. */
final class KarafShell implements AutoCloseable {

    private final ThreadIOImpl threads = new ThreadIOImpl();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final SessionFactoryImpl factory = new SessionFactoryImpl(threads);
    private final Map<Actor, Login> logins = new HashMap<>();

    /** The session of a user. Its threads belong to the user who began it. */
    private record Login(Subject subject, Session session) {}

    KarafShell(List<Class<? extends ShellCommand>> commands, Object... services) {
        threads.start();
        Stream.of(services).forEach(factory.getRegistry()::register);
        ManagerImpl manager = new ManagerImpl(factory.getRegistry(), factory.getRegistry());
        commands.forEach(manager::register);
    }

    private Login login(Actor user) {
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(user.name()));
        user.roles().forEach(role -> subject.getPrincipals().add(new RolePrincipal(role.roleName())));
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Login(subject, factory.create(new ByteArrayInputStream(new byte[0]), out, out));
    }

    /**
     * Runs a command.
     *
     * @param words its name, options and arguments
     * @return the lines that it printed
     * @throws FeesException if the office refused it
     */
    List<String> run(Actor user, Object... words) {
        Login login = logins.computeIfAbsent(user, this::login);
        String line = Stream.of(words)
                .map(word -> word.toString().matches("[\\w:.,-]+") ? word.toString() : '"' + word.toString() + '"')
                .collect(Collectors.joining(" "));
        printed.reset();
        try {
            runAs(login.subject(), () -> login.session().execute(line));
        } catch (PrivilegedActionException e) {
            if (e.getCause() instanceof CommandException && e.getCause().getCause() instanceof FeesException refused) {
                throw refused;
            }
            throw new IllegalStateException(line, e.getCause());
        }
        return new ArrayList<>(printed.toString(StandardCharsets.UTF_8).lines().toList());
    }

    /** Karaf passes the user on in the same way, and Java 17 has no other. */
    @SuppressWarnings("removal")
    private static void runAs(Subject subject, PrivilegedExceptionAction<Object> action)
            throws PrivilegedActionException {
        Subject.doAs(subject, action);
    }

    @Override
    public void close() {
        logins.values().forEach(login -> login.session().close());
        threads.stop();
    }
}
