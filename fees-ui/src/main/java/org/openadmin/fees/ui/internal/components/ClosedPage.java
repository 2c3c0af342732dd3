package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/**
 * Interrupts the work of the current thread when the page for which it works is closed, left for another site or reloaded. The work
 * of a thread that serves a request would otherwise go on to its end.
 */
final class ClosedPage implements AutoCloseable {

    private final UI ui;
    private Thread worker = Thread.currentThread();
    private boolean closed;
    private Registration registration;

    /** Begins to watch the page. */
    ClosedPage(UI ui) {
        this.ui = ui;
        if (!BackgroundTask.tell(ui, this::register)) {
            stop();
        }
    }

    /** Runs on the page. */
    private synchronized void register() {
        if (worker != null) {
            registration = ui.addDetachListener(e -> stop());
        }
    }

    private synchronized void stop() {
        closed = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Ends the watch. The thread goes back to its pool as it came. */
    @Override
    public void close() {
        synchronized (this) {
            worker = null;
            if (closed) {
                Thread.interrupted();
            }
        }
        BackgroundTask.tell(ui, this::unregister);
    }

    /** Runs on the page. */
    private synchronized void unregister() {
        if (registration != null) {
            registration.remove();
            registration = null;
        }
    }
}
