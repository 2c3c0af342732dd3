package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * Sends the rest of a run that was stopped or failed, or whose messages were not all accepted. Hidden for any other run, and while
 * no mail server is configured.
 */
final class FinishRunButton extends Button {

    private final UserContext context;
    private final boolean configured;
    private InvoiceRun run;

    /** @param configured whether there is a mail server */
    FinishRunButton(UserContext context, boolean configured, Consumer<InvoiceRun> finish) {
        this.context = context;
        this.configured = configured;
        Styles.id("run-finish", this);
        addClickListener(e -> finish.accept(run));
    }

    void show(InvoiceRun now) {
        run = now;
        setText(context.text("run.finish", run.number().toString()));
        setVisible(configured && run.canBeFinished());
    }
}
