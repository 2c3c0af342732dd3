package org.openadmin.fees.reports.internal.pdf;

import java.util.Iterator;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.spi.ReaderWork;

/**
 * Passes the parts of a document from the thread that adds them to the thread that prints them, one at a time: a part is passed when
 * the one before has been printed.
 */
final class PartQueue implements Iterator<Iterator<DocumentRow>> {

    private Iterator<DocumentRow> next;
    /** Whether the printing thread waits for the next part. */
    private boolean wanted;

    private boolean complete;
    /** Whether printing has ended, with a document or without. */
    private boolean ended;

    /**
     * Passes a part on, and waits until it has been printed.
     *
     * @return whether it was printed; false when printing has ended before
     */
    synchronized boolean put(Iterator<DocumentRow> part) throws InterruptedException {
        next = part;
        wanted = false;
        notifyAll();
        while (!wanted && !ended) {
            wait();
        }
        return !ended;
    }

    /** There are no more parts. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /** Printing has ended; nothing is printed any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits until printing has ended, also in a thread that was interrupted: nothing of a document may be left. */
    synchronized void awaitEnd() {
        boolean interrupted = false;
        while (!ended) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits for the next part, or for the end of the document.
     *
     * @throws DocumentException when the document is not wanted any more: Jasper may have lost the interruption on its way here
     */
    @Override
    public synchronized boolean hasNext() {
        while (next == null && !complete) {
            if (ended) {
                throw new DocumentException(Problem.STOPPED, "", null);
            }
            wanted = true;
            notifyAll();
            try {
                wait();
            } catch (InterruptedException e) {
                throw ReaderWork.stopped(e);
            }
        }
        return next != null;
    }

    @Override
    public synchronized Iterator<DocumentRow> next() {
        Iterator<DocumentRow> part = next;
        next = null;
        return part;
    }
}
