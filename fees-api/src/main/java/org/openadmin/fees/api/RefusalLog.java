package org.openadmin.fees.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes a line to the portal's log for each operation that a user without the role has tried. Uses the platform's
 * logger, because the api depends on nothing but the JDK.
 */
final class RefusalLog {

    static final String NAME = "org.openadmin.fees.access";

    private static final Logger LOG = System.getLogger(NAME);

    private RefusalLog() {}

    static void write(String user, Role needed, String operation) {
        LOG.log(
                Level.WARNING,
                "Refused " + VisibleText.of(operation) + ": the user \"" + VisibleText.of(user)
                        + "\" does not have the role " + needed.roleName());
    }

    /** Returns the method that required the role, such as {@code JpaCashier.receive}. */
    static String caller() {
        return StackWalker.getInstance().walk(frames -> frames.filter(RefusalLog::isOperation)
                .findFirst()
                .map(frame -> simpleName(frame.getClassName()) + "." + frame.getMethodName())
                .orElse("?"));
    }

    private static boolean isOperation(StackWalker.StackFrame frame) {
        return !frame.getClassName().equals(RefusalLog.class.getName())
                && !frame.getClassName().equals(Actor.class.getName())
                && !frame.getMethodName().startsWith("lambda$");
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
