package org.openadmin.fees.spi;

import java.util.function.Supplier;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * Work of the current thread, such as a document or a list, for a reader who may leave before it is done: who closes the page or the
 * tab, cancels the download, or presses Ctrl+C. Leaving interrupts the thread, because work without a byte to send would otherwise
 * go on to its end. The work stops at its next row or part, where it {@linkplain #check checks}. Results that were reached before
 * are still {@linkplain #record recorded}.
 */
public final class ReaderWork implements AutoCloseable {

    private Thread worker = Thread.currentThread();
    private boolean left;

    /** Begins the work of the current thread. */
    public ReaderWork() {}

    /**
     * Called, from any thread, when the reader has left. Has no effect after the work.
     *
     * @return whether this is what stops the work
     */
    public synchronized boolean leave() {
        if (worker == null || left) {
            return false;
        }
        left = true;
        worker.interrupt();
        return true;
    }

    /** Whether the reader left before the end of the work. */
    public synchronized boolean hasLeft() {
        return left;
    }

    /** Ends the work. The thread goes back to its pool as it came. */
    @Override
    public synchronized void close() {
        worker = null;
        if (left) {
            Thread.interrupted();
        }
    }

    /** Whether nobody waits any more for what the current thread makes. */
    public static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    /** @throws DocumentException {@link Problem#STOPPED} if nobody waits any more for what the current thread makes */
    public static void check() {
        if (isStopped()) {
            throw new DocumentException(Problem.STOPPED, "", null);
        }
    }

    /** Returns the exception with which the work ends when it was interrupted while it waited. */
    public static DocumentException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new DocumentException(Problem.STOPPED, "", e);
    }

    /** Records a result even if nobody waits for it any more: an interrupted thread gets no connection to the database. */
    public static <T> T record(Supplier<T> result) {
        boolean stopped = Thread.interrupted();
        try {
            return result.get();
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
