package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Plan;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.printing.RunLabels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * E-mails invoices on another thread, after asking for confirmation, because messages cannot be recalled. Each
 * confirmation has one request key, so that a double click sends only once.
 */
final class InvoiceMailing extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceMailing.class);

    private final UserContext context;
    private final InvoiceMailer mail;
    private final OutgoingMail outgoing;
    private final InvoiceRuns runs;
    private final Executor background;
    private final Consumer<Optional<InvoiceRun>> ended;
    private final Banner notice = new Banner("mailing-notice");
    private final BackgroundTask working = new BackgroundTask("mailing-progress");

    /** @param ended runs on the page when a run has ended or could not start; receives its log if there is one */
    InvoiceMailing(
            UserContext context,
            InvoiceMailer mail,
            OutgoingMail outgoing,
            InvoiceRuns runs,
            Executor background,
            Consumer<Optional<InvoiceRun>> ended) {
        this.context = context;
        this.mail = mail;
        this.outgoing = outgoing;
        this.runs = runs;
        this.background = background;
        this.ended = ended;
        Styles.stack(this);
        add(working, notice);
    }

    boolean isWorking() {
        return working.isVisible();
    }

    void clear() {
        notice.clear();
    }

    /** Asks for confirmation. */
    void ask(InvoiceMailer.Request request) {
        clear();
        Dialog dialog = Styles.id("mailing-dialog", new Dialog());
        dialog.setHeaderTitle(request.finishes()
                .map(run -> context.text("run.finish", run.toString()))
                .orElseGet(() -> context.text(
                        request.invoices().isOfReminders() ? "mailing.title.reminders" : "mailing.title")));
        dialog.setWidth("32rem");
        dialog.setMaxWidth("100%");
        dialog.setCloseOnOutsideClick(false);
        Question question = new Question(request, dialog);
        question.ask();
        dialog.open();
    }

    /** The number of messages, with the buttons to send or cancel. */
    private final class Question {

        private final InvoiceMailer.Request request;
        private final Dialog dialog;
        private final Paragraph rest = Styles.id("mailing-rest", Styles.secondaryText(new Paragraph()));
        private final Paragraph what = Styles.id("mailing-question", new Paragraph());
        private final Paragraph sender = Styles.id("mailing-sender", new Paragraph());
        private final Paragraph leftOut = Styles.id("mailing-left-out", Styles.secondaryText(new Paragraph()));
        private final VerticalLayout shared = Styles.id("mailing-shared", new VerticalLayout());
        private final Checkbox again = Styles.id("mailing-again", new Checkbox());
        private final Button send = Styles.id("mailing-send", new Button());

        Question(InvoiceMailer.Request request, Dialog dialog) {
            this.request = request;
            this.dialog = dialog;
            Button leave = Styles.id("mailing-leave", new Button(context.text("mailing.leave"), e -> cancel()));
            Styles.css("fees-plain", what);
            Styles.css("fees-plain", sender);
            send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            send.setDisableOnClick(true);
            send.addClickListener(e -> send());
            again.addValueChangeListener(e -> ask());
            VerticalLayout content = new VerticalLayout(rest, what, sender, leftOut, shared, again);
            content.setPadding(false);
            rest.setText(context.text(
                    request.invoices().isOfReminders() ? "mailing.rest.reminders" : "mailing.rest",
                    context.format(request.invoices().date())));
            rest.setVisible(request.finishes().isPresent());
            shared.setPadding(false);
            shared.setSpacing(false);
            dialog.add(content);
            dialog.getFooter().add(leave, send);
            dialog.addDialogCloseActionListener(e -> cancel());
        }

        private InvoiceMailer.Request wish() {
            return new InvoiceMailer.Request(request.invoices(), again.getValue(), request.finishes());
        }

        void ask() {
            try {
                Plan plan = mail.plan(wish());
                what.setText(
                        plan.messages() == 0
                                ? context.text("mailing.none")
                                : context.text(
                                        request.invoices().isOfReminders()
                                                ? "mailing.question.reminders"
                                                : "mailing.question",
                                        plan.messages(),
                                        plan.students(),
                                        context.format(plan.due()),
                                        plan.due().currency().getCurrencyCode()));
                sender.setText(outgoing.setup(context.actor())
                        .map(setup -> context.text(
                                request.invoices().isOfReminders() ? "mailing.sender.reminders" : "mailing.sender",
                                context.format(request.invoices().date()),
                                setup.sender(),
                                setup.from()))
                        .orElse(""));
                leftOut.setText(new RunLabels(context).withoutMessage(plan.leftOut()));
                shared.removeAll();
                plan.shared()
                        .forEach(each ->
                                shared.add(new Span(context.text("mailing.shared", each.address(), each.families()))));
                shared.setVisible(!plan.shared().isEmpty());
                again.setLabel(context.text("mailing.again", plan.alreadySent()));
                again.setVisible(plan.alreadySent() > 0 && request.finishes().isEmpty());
                send.setText(context.text("mailing.send", plan.messages()));
                send.setEnabled(plan.messages() > 0);
            } catch (FeesException e) {
                what.setText(context.errors().of(e));
                sender.setText("");
                leftOut.setText("");
                shared.setVisible(false);
                send.setText(context.text("mailing.send", 0));
                send.setEnabled(false);
            }
        }

        private void cancel() {
            dialog.close();
            ended.accept(Optional.empty());
        }

        private void send() {
            dialog.close();
            start(wish());
        }
    }

    private void start(InvoiceMailer.Request wish) {
        UI ui = UI.getCurrent();
        Progress progress = working.start(context, ui, context.text("mailing.working"), "mailing.progress", true);
        background.execute(() -> {
            try {
                InvoiceRun run = mail.send(wish, progress);
                BackgroundTask.tell(ui, () -> sent(run));
            } catch (RuntimeException e) {
                BackgroundTask.tell(ui, () -> failed(e, wish.invoices().key()));
            }
        });
    }

    private void failed(RuntimeException failure, RequestKey key) {
        LOG.info("Invoices were not e-mailed, or not all", failure);
        working.end();
        Optional<InvoiceRun> run = started(key);
        boolean some = run.filter(log -> log.count(Outcome.SENT) > 0).isPresent();
        notice.showProblem(context.errors().of(failure) + (some ? " " + context.text("mailing.some") : ""));
        ended.accept(run);
    }

    /** The log of the run that failed; empty if it was not started, or if the database is away. */
    private Optional<InvoiceRun> started(RequestKey key) {
        try {
            return runs.started(context.actor(), key);
        } catch (FeesException e) {
            return Optional.empty();
        }
    }

    private void sent(InvoiceRun run) {
        working.end();
        int missing = run.count(Outcome.FAILED) + run.count(Outcome.UNCERTAIN) + run.count(Outcome.WAITING);
        int sent = run.count(Outcome.SENT);
        if (run.state() == State.CANCELLED) {
            notice.showSuccess(context.text("mailing.stopped", sent, missing));
        } else if (missing > 0) {
            notice.showProblem(context.text("mailing.sent", sent) + " " + context.text("mailing.missing", missing));
        } else {
            notice.showSuccess(context.text("mailing.sent", sent));
        }
        ended.accept(Optional.of(run));
    }
}
