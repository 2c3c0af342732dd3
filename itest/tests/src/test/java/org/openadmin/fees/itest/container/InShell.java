package org.openadmin.fees.itest.container;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** Runs commands the way a script of the portal does. */
public abstract class InShell extends InOffice {

    @Inject
    SessionFactory shell;

    /** What became of a command. */
    record Answer(String output, String refusal) {

        /** What makes a shell give a result other than zero. */
        boolean isRefused() {
            return refusal != null;
        }
    }

    /** What the command printed; it must do what it was asked for. */
    String run(String command) {
        Answer answer = ask(command);
        if (answer.isRefused()) {
            throw new AssertionError(command + ": " + answer.refusal() + "\n" + answer.output());
        }
        return answer.output();
    }

    Answer ask(String command) {
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
        return new Answer(bytes.toString(StandardCharsets.UTF_8), refusal);
    }
}
