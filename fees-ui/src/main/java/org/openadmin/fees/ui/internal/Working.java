package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Says that something is under way. What is over at once shows nothing. */
final class Working extends Div {

    private static final String AFTER_A_MOMENT =
            "this.style.visibility = 'hidden'; setTimeout(() => this.style.visibility = '', 300);";

    private final Span sentence = Look.quiet(new Span());
    private final ProgressBar progress = new ProgressBar();

    Working(String progressId) {
        progress.setId(progressId);
        progress.setIndeterminate(true);
        add(sentence, progress);
        setWidthFull();
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void start(String what) {
        sentence.setText(what);
        progress.getElement().setAttribute("aria-label", what);
        setVisible(true);
        getElement().executeJs(AFTER_A_MOMENT);
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
