package org.openadmin.fees.itest.demo;

/** The interval between two checks of a slow operation. */
final class PollInterval {
    private static final long MILLISECONDS = 200;

    private PollInterval() {}

    static void sleep() {
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoException("Interrupted.", e);
        }
    }
}
