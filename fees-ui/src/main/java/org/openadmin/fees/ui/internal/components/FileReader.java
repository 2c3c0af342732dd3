package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;

/**
 * The reader of a file that the current thread makes for a page. When the reader leaves, the thread is interrupted: work without a
 * byte to send would otherwise go on to its end.
 */
final class FileReader implements AutoCloseable {

    /** Why the reader has left. */
    enum Reason {
        /** The page was closed, left for another site or reloaded. */
        PAGE_CLOSED("download.stopped"),
        /** The same file was opened once more. */
        OPENED_AGAIN("download.again");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The key of the sentence for a tab in which the file should open. */
        String key() {
            return key;
        }
    }

    private final UI ui;
    private Thread worker = Thread.currentThread();
    private Reason left;
    private Registration registration;

    /** Begins to watch the page. */
    FileReader(UI ui) {
        this.ui = ui;
        if (!BackgroundTask.tell(ui, this::register)) {
            leave(Reason.PAGE_CLOSED);
        }
    }

    /** Runs on the page. */
    private synchronized void register() {
        if (worker != null) {
            registration = ui.addDetachListener(e -> leave(Reason.PAGE_CLOSED));
        }
    }

    /** Has no effect after the work. */
    synchronized void leave(Reason reason) {
        if (worker != null && left == null) {
            left = reason;
            worker.interrupt();
        }
    }

    /** Why the reader has left; empty if the file is still wanted. */
    synchronized Optional<Reason> left() {
        return Optional.ofNullable(left);
    }

    /** Ends the watch. The thread goes back to its pool as it came. */
    @Override
    public void close() {
        synchronized (this) {
            worker = null;
            if (left != null) {
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
