package org.openadmin.fees.ui.internal.assessment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.printing.InvoicePrinting;

/** The third step of an assessment: the result, and the invoices of exactly the students who were charged. */
final class ResultStep extends VerticalLayout {

    private final UserContext context;
    private final Assessment assessment;
    private final List<StudentNumber> charged;
    private final InvoicePrinting printing;
    private final Button invoices;
    private final Button another;
    private final Button undo;
    private final Banner notice = new Banner("assess-done");
    private final Span leftOut;
    private final Anchor changes;

    ResultStep(
            UserContext context,
            Assessment assessment,
            List<StudentNumber> charged,
            InvoicePrinter printer,
            Corrections corrections,
            Executor background,
            Runnable assessAnother) {
        this.context = context;
        this.assessment = assessment;
        this.charged = charged;
        invoices = Styles.id(
                "charged-invoices", new Button(context.text("assess.invoices", charged.size()), e -> printInvoices()));
        invoices.setDisableOnClick(true);
        invoices.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        another = Styles.id("assess-another", new Button(context.text("assess.another"), e -> assessAnother.run()));
        CorrectionActions correcting = new CorrectionActions(context, corrections, notice, this::undone);
        undo = Styles.id(
                "undo-assessment",
                new Button(context.text("assess.undo"), e -> correcting.undo(assessment.batch(), assessment.date())));
        changes = Styles.id(
                "assess-catch-up", new Anchor(Routes.catchUp(assessment.batch()), context.text("assess.catch-up")));
        printing = new InvoicePrinting(context, printer, background, run -> invoices.setEnabled(true));
        setPadding(false);
        notice.showSuccess(sentence(context, assessment), batch());
        Div actions = Styles.row(undo, journal(), changes, another, invoices);
        Styles.css("fees-end", invoices);
        leftOut = leftOut();
        add(notice, leftOut, actions, printing);
        if (charged.isEmpty()) {
            undone();
            notice.showSuccess(context.text("assess.undone", sentence(context, assessment)), batch());
        }
    }

    /** After an undo there is nothing left to invoice or undo. */
    private void undone() {
        undo.setVisible(false);
        invoices.setVisible(false);
        leftOut.setVisible(false);
        changes.setVisible(false);
        printing.clear();
    }

    static String sentence(UserContext context, Assessment assessment) {
        return context.text(
                "assess.done",
                assessment.feeName(),
                assessment.count(),
                context.format(assessment.total()),
                assessment.total().currency().getCurrencyCode());
    }

    private Anchor journal() {
        Anchor journal = new Anchor(Routes.journal(assessment.batch()), context.text("assess.journal"));
        return Styles.id("assess-journal", journal);
    }

    private Span batch() {
        String sentence = context.text(
                "assess.batch",
                String.valueOf(assessment.batch()),
                context.format(assessment.date()),
                context.format(assessment.due()));
        return Styles.strong(Styles.id("assess-batch", new Span(sentence)));
    }

    private Span leftOut() {
        int skipped = assessment.alreadyCharged();
        int over = assessment.overLimit();
        String had = skipped == 0 ? "" : context.text("assess.skipped", skipped);
        String exceeded = over == 0 ? "" : context.text("assess.limit.skipped", over);
        Span sentence = new Span((had + " " + exceeded).strip());
        sentence.setVisible(skipped + over > 0);
        return Styles.id("assess-left-out", Styles.secondaryText(sentence));
    }

    private void printInvoices() {
        invoices.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        List<String> numbers = charged.stream().map(String::valueOf).toList();
        // an invoice dated today would not contain charges with a later date
        LocalDate day = assessment.date().isAfter(context.today()) ? assessment.date() : context.today();
        // students without a postal address are included: the school hands out their invoices
        printing.start(new InvoiceRequest(
                RequestKey.fresh(),
                context.actor(),
                day,
                Optional.of(new Audience.Group(GroupKind.STUDENT, numbers)),
                Optional.empty(),
                InvoiceOrder.HOMEROOM,
                true));
    }

    void focus() {
        another.focus();
    }
}
