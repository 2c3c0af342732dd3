package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.openadmin.fees.api.Progress;

/** Says that something is under way, and how far it is where that is known. What is over at once shows nothing. */
final class Working extends Div {

    private static final String AFTER_A_MOMENT =
            "this.style.visibility = 'hidden'; setTimeout(() => this.style.visibility = '', 300);";

    private final Span sentence = Look.quiet(new Span());
    private final ProgressBar progress = new ProgressBar();
    private final Button stop = new Button();
    private volatile boolean stopped;

    Working(String progressId) {
        progress.setId(progressId);
        stop.setId(progressId + "-stop");
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(sentence, progress);
        setWidthFull();
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void start(String what) {
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
     */
    Progress start(Visit visit, UI ui, String what, String far) {
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
            if (all > 0) {
                ui.access(() -> show(visit.say(far, done, all), done, all));
            }
            return !stopped;
        };
    }

    private void show(String far, int done, int all) {
        sentence.setText(far);
        progress.setIndeterminate(false);
        progress.setMax(all);
        progress.setValue(done);
    }

    void end() {
        setVisible(false);
    }

    /** An executor for one run at a time and page. */
    static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "fees-page");
        thread.setDaemon(true);
        thread.start();
    }
}
