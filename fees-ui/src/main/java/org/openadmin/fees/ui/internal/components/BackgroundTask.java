package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.util.function.Supplier;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.ui.internal.UserContext;

/** Shows that work is in progress and, if known, how much is done. Work that ends within a moment shows nothing. */
public final class BackgroundTask extends Div {

    private final Span sentence = Styles.secondaryText(new Span());
    private final ProgressBar progress = new ProgressBar();
    private final Button stop = new Button();
    private volatile boolean stopped;
    private boolean unwatched;
    private transient ReaderWork wanted;

    public BackgroundTask(String progressId) {
        progress.setId(progressId);
        stop.setId(progressId + "-stop");
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(sentence, progress);
        setWidthFull();
        Styles.css("fees-task", this);
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    public void start(String what) {
        sentence.setText(what);
        progress.getElement().setAttribute("aria-label", what);
        progress.setIndeterminate(true);
        remove(stop);
        setVisible(true);
    }

    /**
     * Starts work that reports its progress and can be stopped.
     *
     * @param far the key of the progress text, with the arguments done and total
     * @param unwatched whether the work continues after the page is left, closed or reloaded
     */
    public Progress start(UserContext context, UI ui, String what, String far, boolean unwatched) {
        start(what);
        restart();
        this.unwatched = unwatched;
        stop.setText(context.text("working.stop"));
        stop.setEnabled(true);
        stop.addClickListener(e -> {
            leave();
            stop.setEnabled(false);
            stop.setText(context.text("working.stopping"));
            e.unregisterListener();
        });
        add(stop);
        return (done, all) -> {
            // the work before the first item also takes time
            boolean heard = done == 0 || tell(ui, () -> show(context.text(far, done, all), done, all));
            return !stopped && (heard || unwatched);
        };
    }

    /**
     * Runs work that makes something for the page alone, in the current thread: it stops as soon as the user stops it or leaves the
     * page, and not only when it reports its next progress.
     */
    public <T> T run(Supplier<T> work) {
        try (ReaderWork reader = new ReaderWork()) {
            begin(reader);
            return work.get();
        }
    }

    /** Whether the user has stopped the work, or left the page. */
    public boolean isStopped() {
        return stopped;
    }

    private synchronized void begin(ReaderWork reader) {
        wanted = reader;
        if (stopped) {
            reader.leave();
        }
    }

    private synchronized void restart() {
        stopped = false;
        wanted = null;
    }

    private synchronized void leave() {
        stopped = true;
        if (wanted != null) {
            wanted.leave();
        }
    }

    /** Without the page, nobody gets what the work makes. */
    @Override
    protected void onDetach(DetachEvent event) {
        if (!unwatched) {
            leave();
        }
    }

    /** @return whether the page is still open */
    public static boolean tell(UI ui, Command news) {
        try {
            ui.access(news);
            return true;
        } catch (UIDetachedException e) {
            return false;
        }
    }

    private void show(String far, int done, int all) {
        sentence.setText(far);
        progress.setIndeterminate(false);
        progress.setMax(all);
        progress.setValue(done);
    }

    public void end() {
        setVisible(false);
    }
}
