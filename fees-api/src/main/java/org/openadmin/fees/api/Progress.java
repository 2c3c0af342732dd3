package org.openadmin.fees.api;

/**
 * Receives the progress of a long operation, and can stop it. It is called often, and from the thread that does the
 * work, so it must return quickly.
 */
@FunctionalInterface
public interface Progress {

    /** Ignores the progress and never stops the operation. */
    Progress NONE = (done, all) -> true;

    /**
     * Called with the progress so far.
     *
     * @param done how many items are done, 0 to {@code all}
     * @param all how many items there are
     * @return {@code true} to continue, {@code false} to stop
     */
    boolean at(int done, int all);
}
