package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.ui.internal.UserContext;

/** Says that something is under way, and how far it is where that is known. What is over at once shows nothing. */
public final class BackgroundTask extends Div {

    private static final String AFTER_A_MOMENT =
            "this.style.visibility = 'hidden'; setTimeout(() => this.style.visibility = '', 300);";

    private final Span sentence = Styles.quiet(new Span());
    private final ProgressBar progress = new ProgressBar();
    private final Button stop = new Button();
    private volatile boolean stopped;

    public BackgroundTask(String progressId) {
        progress.setId(progressId);
        stop.setId(progressId + "-stop");
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(sentence, progress);
        setWidthFull();
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    public void start(String what) {
        sentence.setText(what);
        progress.getElement().setAttribute("aria-label", what);
        progress.setIndeterminate(true);
        remove(stop);
        setVisible(true);
        getElement().executeJs(AFTER_A_MOMENT);
    }

    /**
     * Starts what tells of its progress and can be stopped.
     *
     * @param far the key of a text that says how far it is: done, all
     * @param unwatched whether it goes on when its page is closed or loaded anew
     */
    public Progress start(UserContext visit, UI ui, String what, String far, boolean unwatched) {
        start(what);
        stopped = false;
        stop.setText(visit.say("working.stop"));
        stop.setEnabled(true);
        stop.addClickListener(e -> {
            stopped = true;
            stop.setEnabled(false);
            stop.setText(visit.say("working.stopping"));
            e.unregisterListener();
        });
        add(stop);
        return (done, all) -> {
            // what comes before the first of them takes its time, too
            boolean heard = done == 0 || tell(ui, () -> show(visit.say(far, done, all), done, all));
            return !stopped && (heard || unwatched);
        };
    }

    /** @return whether the page is still there to hear of it */
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
