package org.openadmin.portal.internal;

/** Makes text from outside safe for a line of the log: an address with a line break would otherwise forge a line. */
final class LogLine {

    private LogLine() {}

    static String of(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    /** Returns a copy of the failure whose messages are single lines. */
    static Throwable of(Throwable failure) {
        return of(failure, 0);
    }

    private static Throwable of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new Copy(failure, cause == null || depth > 20 ? null : of(cause, depth + 1));
    }

    private static final class Copy extends Exception {

        private static final long serialVersionUID = 1L;

        Copy(Throwable original, Throwable cause) {
            super(LogLine.of(original.toString()), cause);
            setStackTrace(original.getStackTrace());
        }
    }
}
