package org.openadmin.fees.api;

/** Follows long work and may stop it. Called from the thread that works, often; it must be quick. */
@FunctionalInterface
public interface Progress {

    /** Nobody looks, and nobody stops it. */
    Progress UNWATCHED = (done, all) -> true;

    /**
     * Told how far the work is.
     *
     * @param done how many are done, 0 to {@code all}
     * @return whether to go on
     */
    boolean at(int done, int all);
}
