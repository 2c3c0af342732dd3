package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;
import org.openadmin.fees.spi.ReaderWork;

/**
 * The reader of a file that the current thread makes for a page. When the reader leaves, the work is stopped. While a document is being
 * made, its tab waits for an answer, and no server notices when a browser gives that up; so the page that opened the tab reports that
 * it was closed.
 */
final class FileReader implements AutoCloseable {

    /** Why the reader has left. */
    enum Reason {
        /** The page was closed, left for another site or reloaded. */
        PAGE_CLOSED("download.stopped"),
        /** The tab was closed in which the file should open. */
        TAB_CLOSED("download.tab"),
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

    /** The parameter of the address with the number that the page gave the tab. */
    static final String TAB = "tab";

    /** The event of the page; its detail is the number of the tab. */
    static final String TAB_CLOSED = "feesTabClosed";

    private static final String DETAIL = "event.detail";

    private final ReaderWork work = new ReaderWork();
    private final UI ui;
    private final Optional<String> tab;
    private boolean sent;
    private boolean closed;
    private Reason left;
    private Registration watch;

    /**
     * Begins to watch the page, whichever view it shows.
     *
     * @param tab the number of the tab that it opened for the file, if it did
     */
    FileReader(UI ui, Optional<String> tab) {
        this.ui = ui;
        this.tab = tab;
        if (!BackgroundTask.tell(ui, this::register)) {
            leave(Reason.PAGE_CLOSED);
        }
    }

    /** Runs on the page. */
    private synchronized void register() {
        if (!closed) {
            Registration page = ui.addDetachListener(e -> leave(Reason.PAGE_CLOSED));
            watch = tab.map(number -> Registration.combine(page, closing(number)))
                    .orElse(page);
        }
    }

    private Registration closing(String number) {
        return ui.getElement()
                .addEventListener(TAB_CLOSED, e -> {
                    if (number.equals(e.getEventData().getString(DETAIL))) {
                        leave(Reason.TAB_CLOSED);
                    }
                })
                .addEventData(DETAIL)
                .allowInert();
    }

    /**
     * Has no effect after the work. A tab does not count once the file is being sent: a browser that saves the file closes the tab
     * itself, and if the browser has gone away, writing the file fails.
     */
    synchronized void leave(Reason reason) {
        if ((reason == Reason.PAGE_CLOSED || !sent) && work.leave()) {
            left = reason;
        }
    }

    /** The first bytes of the file are being sent. */
    synchronized void send() {
        sent = true;
    }

    /** Why the reader has left; empty if the file is still wanted. */
    synchronized Optional<Reason> left() {
        return Optional.ofNullable(left);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            work.close();
        }
        BackgroundTask.tell(ui, this::unregister);
    }

    /** Runs on the page. */
    private synchronized void unregister() {
        if (watch != null) {
            watch.remove();
            watch = null;
        }
    }
}
