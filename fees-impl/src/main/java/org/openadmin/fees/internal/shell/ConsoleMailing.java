package org.openadmin.fees.internal.shell;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.spi.messages.KindLabels;
import org.openadmin.fees.spi.messages.Medium;

/** Shows on the console what would be e-mailed, or sends it and shows what became of it. */
final class ConsoleMailing {

    private final InvoiceMailer mail;
    private final ShellMessages texts;
    private final Output output;

    ConsoleMailing(InvoiceMailer mail, ShellMessages texts, Output output) {
        this.mail = mail;
        this.texts = texts;
        this.output = output;
    }

    /** Shows what the request would send now. */
    void show(InvoiceMailer.Request request, Optional<OutgoingMail.Setup> sender) {
        InvoiceMailer.Plan plan = mail.plan(request);
        output.line(texts.message("mail.plan", plan.messages(), plan.students(), plan.due()));
        sender.ifPresent(setup -> output.line(texts.message(
                "mail.plan.sender",
                setup.sender(),
                setup.from(),
                request.invoices().date(),
                kinds().of(request.invoices().kind()))));
        outcomes(plan.leftOut());
        before(plan);
    }

    void send(InvoiceMailer.Request request, OwnRun started) {
        before(mail.plan(request));
        InvoiceRun run = mail.send(request, progress(started));
        output.line(
                texts.message("mail.run", run.number(), kinds().of(run.state()), run.count(Outcome.SENT), run.due()));
        Map<Outcome, Integer> others = new TreeMap<>(run.outcomes());
        others.remove(Outcome.SENT);
        outcomes(others);
        output.line(texts.message("mail.lines", run.number()));
    }

    /** What has to be known before anything is sent. */
    private void before(InvoiceMailer.Plan plan) {
        plan.shared().forEach(each -> output.line(texts.message("mail.shared", each.address(), each.families())));
        if (plan.alreadySent() > 0) {
            output.line(texts.message("mail.already", plan.alreadySent()));
        }
    }

    /** Names the run before its first message, because it can be stopped from elsewhere. */
    private Progress progress(OwnRun started) {
        AtomicBoolean named = new AtomicBoolean();
        return (done, all) -> {
            if (!named.getAndSet(true)) {
                started.number().ifPresent(number -> output.line(texts.message("mail.started", number)));
                output.flush();
            }
            return !ReaderWork.isStopped();
        };
    }

    private void outcomes(Map<Outcome, Integer> outcomes) {
        new TreeMap<>(outcomes)
                .forEach((outcome, count) -> output.line(texts.message("run.outcome", count, kinds().of(outcome))));
    }

    private KindLabels kinds() {
        return new KindLabels(texts.locale(), Medium.CONSOLE);
    }
}
