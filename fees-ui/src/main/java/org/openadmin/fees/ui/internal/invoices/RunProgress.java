package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** The progress of a run, and the button that stops it. Hidden once the run has ended. */
final class RunProgress extends Div {

    private final UserContext context;
    private final Span sentence = Styles.id("run-progress-text", Styles.secondaryText(new Span()));
    private final ProgressBar bar = Styles.id("run-progress", new ProgressBar());
    private final Button stop;

    RunProgress(UserContext context, Runnable stopRun) {
        this.context = context;
        stop = Styles.id("run-stop", new Button(context.text("run.stop"), e -> stopRun.run()));
        stop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        stop.setDisableOnClick(true);
        bar.getElement().setAttribute("aria-label", context.text("run.progress.label"));
        setWidthFull();
        add(sentence, bar, stop);
    }

    void show(InvoiceRun run) {
        setVisible(run.state().isUnderWay());
        boolean email = run.channel() == Channel.EMAIL;
        int all = run.meant();
        int done = all - run.waiting();
        sentence.setText(
                email
                        ? context.text("run.progress.email", done, all)
                        : context.text("run.progress.print", run.count(Outcome.INVOICED)));
        bar.setIndeterminate(!email || all == 0);
        if (!bar.isIndeterminate()) {
            bar.setMax(all);
            bar.setValue(done);
        }
        boolean stopping = run.state() == State.STOPPING;
        stop.setEnabled(!stopping);
        stop.setText(context.text(stopping ? "working.stopping" : "run.stop"));
    }
}
