package org.openadmin.fees.itest.container;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** Runs commands like a script of the portal. */
public abstract class ShellTestBase extends OfficeTestBase {

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
            session.execute(command);
        } catch (Exception e) {
            refusal = String.valueOf(e.getMessage());
        } finally {
            session.close();
        }
        return new CommandResult(bytes.toString(StandardCharsets.UTF_8), refusal);
    }
}
