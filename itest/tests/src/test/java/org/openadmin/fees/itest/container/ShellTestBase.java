package org.openadmin.fees.itest.container;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.inject.Inject;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** Runs commands like an administrator who is logged in to the console. */
public abstract class ShellTestBase extends OfficeTestBase {

    private static final Subject OPERATOR =
            new Subject(true, Set.of(new UserPrincipal("shell"), new RolePrincipal("admin")), Set.of(), Set.of());

    @Inject
    SessionFactory shell;

    /** The result of a command. */
    record CommandResult(String output, String error) {

        /** Whether the shell returned an error. */
        boolean isRefused() {
            return error != null;
        }
    }

    /** Returns the output of a command that must succeed. */
    String run(String command) {
        CommandResult answer = tryRun(command);
        if (answer.isRefused()) {
            throw new AssertionError(command + ": " + answer.error() + "\n" + answer.output());
        }
        return answer.output();
    }

    CommandResult tryRun(String command) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Session session = shell.create(InputStream.nullInputStream(), out, out);
        String refusal = null;
        try {
            Subject.doAs(OPERATOR, (PrivilegedExceptionAction<Object>) () -> session.execute(command));
        } catch (PrivilegedActionException e) {
            refusal = String.valueOf(e.getException().getMessage());
        } catch (Exception e) {
            refusal = String.valueOf(e.getMessage());
        } finally {
            session.close();
        }
        return new CommandResult(bytes.toString(StandardCharsets.UTF_8), refusal);
    }
}
