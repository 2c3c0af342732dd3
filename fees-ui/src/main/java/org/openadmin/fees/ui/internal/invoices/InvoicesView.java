package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.OutgoingMail;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.printing.InvoicePrinting;
import org.openadmin.fees.ui.internal.printing.RunReprinting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints or e-mails invoices of outstanding charges or reminders of overdue ones, for everyone or a group, and shows the logs of the runs. The rest of
 * the path is a student's number, such as {@code 100}, several, such as {@code students=100,101}, or a run, such as
 * {@code run=12}; {@code reminders}, or {@code reminders=100,101}, for reminders.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.INVOICES,
        title = "Invoices",
        title_fr = "Factures",
        icon = "vaadin:invoice",
        order = 240,
        roles = {PortalPage.BILL, PortalPage.ADMIN})
public final class InvoicesView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final String STUDENTS = "students=";
    private static final String REMINDERS = "reminders";
    private static final int RUNS = 50;
    private static final Logger LOG = LoggerFactory.getLogger(InvoicesView.class);

    private final transient UserContext context;
    private final transient InvoiceRuns runs;
    private final transient FeeExports exports;
    private final transient InvoiceMailer mail;
    private final transient InvoicePrinter printer;
    private final transient Executor background;
    private final Banner notice = new Banner("invoices-form-notice");
    private final InvoiceFields fields;
    private final Button make;
    private final Button send;
    private final Button test;
    private final Button preview;
    private final ReminderPreview due;
    private final transient Reminders reminders;
    private final transient FeesSettings settings;
    private final InvoicePrinting printing;
    private final InvoiceMailing mailing;
    private final Div form = new Div();
    private final Div sheet = new Div();
    private final RunGrid latest;
    private final VerticalLayout earlier = new VerticalLayout();
    private final PageRefresh follow = new PageRefresh(this, this::refresh);
    private Optional<RunDetails> details = Optional.empty();
    private List<InvoiceRun> listed = List.of();

    @Activate
    public InvoicesView(
            @Reference Students students,
            @Reference FeesSettings settings,
            @Reference InvoicePrinter printer,
            @Reference FeeExports exports,
            @Reference InvoiceRuns runs,
            @Reference InvoiceMailer mail,
            @Reference OutgoingMail outgoing,
            @Reference Reminders reminders,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        context = UserContext.now(clock);
        this.runs = runs;
        this.exports = exports;
        this.mail = mail;
        this.printer = printer;
        this.background = background;
        this.reminders = reminders;
        this.settings = settings;
        setId("invoices");
        Styles.page(this, context.text("invoices.title"), context.text("invoices.lead"));
        fields = new InvoiceFields(context, students, settings.current(), stages());
        preview = Styles.id("show-reminders", new Button(context.text("reminders.show"), e -> preview()));
        due = new ReminderPreview(context);
        make = Styles.id("make-invoices", new Button(context.text("invoices.make"), e -> make()));
        send = Styles.id("email-invoices", new Button(context.text("invoices.email"), e -> send()));
        test = Styles.id("test-mail", new Button(context.text("mail-test.open"), e -> new TestMessageDialog(
                        context, outgoing, background)
                .open()));
        test.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        printing = new InvoicePrinting(context, printer, background, this::ended);
        mailing = new InvoiceMailing(context, mail, outgoing, runs, background, this::ended);
        latest = new RunGrid(context);
        if (!context.may(Role.BILL)) {
            NoAccess.show(notice, context, Role.BILL);
            add(notice);
            return;
        }
        send.setVisible(mail.isConfigured());
        test.setVisible(mail.isConfigured());
        setUp();
    }

    private void setUp() {
        fields.onEnter(this::make);
        fields.onKind(this::showKind);
        showKind();
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setDisableOnClick(true);
        send.setDisableOnClick(true);
        form.add(fields, Styles.row(make, send, preview, test), printing, due);
        Styles.css("fees-invoices-form", Styles.css("fees-stack", form));
        sheet.setWidthFull();
        earlier.setPadding(false);
        earlier.setSpacing(false);
        H3 heading = Styles.heading(new H3(context.text("runs.title")));
        earlier.add(Styles.css("fees-invoices-earlier", heading), latest);
        // not in the form, which is hidden while a run is shown: the run may be finished from there
        add(notice, form, Styles.css("fees-invoices-form", mailing), sheet, earlier);
        showLatest();
    }

    /** The page can be taken out and put back while the portal redraws its menu. */
    @Override
    protected void onAttach(AttachEvent event) {
        followIfNeeded();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.BILL)) {
            return;
        }
        removeDetails();
        form.setVisible(true);
        notice.clear();
        if (rest == null || rest.isBlank()) {
            return;
        }
        try {
            if (rest.startsWith("run=")) {
                RunNumber number = RunNumber.parse(rest.substring("run=".length()));
                show(runs.run(context.actor(), number));
                sheet.add(back());
                form.setVisible(false);
            } else if (rest.equals(REMINDERS)) {
                fields.chooseReminders();
            } else if (rest.startsWith(REMINDERS + "=")) {
                fields.chooseReminders();
                fields.choose(numbers(rest.substring(REMINDERS.length() + 1)));
            } else {
                fields.choose(numbers(rest));
            }
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    /** One student, such as {@code 100}, or several, such as {@code students=100,101}. */
    private static List<StudentNumber> numbers(String rest) {
        String list = rest.startsWith(STUDENTS) ? rest.substring(STUDENTS.length()) : rest;
        return ValueList.split(list).stream()
                .map(StudentNumber::parse)
                .distinct()
                .toList();
    }

    private Anchor back() {
        Anchor back = Styles.id("run-back", new Anchor(Routes.INVOICES, context.text("run.back")));
        return Styles.css("fees-run-back", back);
    }

    /** The stages of reminders; none without the role, or if the configuration is not valid. */
    private List<ReminderStage> stages() {
        return context.may(Role.BILL) ? reminders.stages(context.actor()) : List.of();
    }

    private void showKind() {
        boolean isOfReminders = fields.isOfReminders();
        make.setText(context.text(isOfReminders ? "reminders.make" : "invoices.make"));
        preview.setVisible(isOfReminders);
        due.clear();
    }

    /** Shows who would get a reminder now. */
    private void preview() {
        notice.clear();
        due.clear();
        try {
            Optional<InvoiceRequest> request = fields.read();
            if (request.isEmpty()) {
                notice.showInvalidFields(context.text("error.summary"), fields.fields());
                return;
            }
            due.show(reminders.due(request.get()), Money.zero(settings.current().currency()));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    private void make() {
        wish().ifPresent(printing::start);
    }

    private void send() {
        wish().ifPresent(request -> mailing.ask(new InvoiceMailer.Request(request, false)));
    }

    private void finish(InvoiceRun run) {
        if (printing.isWorking() || mailing.isWorking()) {
            return;
        }
        notice.clear();
        try {
            mailing.ask(InvoiceMailer.Request.finishing(context.actor(), run));
            setBusy(true);
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    /** The request; empty while another one is in progress. */
    private Optional<InvoiceRequest> wish() {
        if (printing.isWorking() || mailing.isWorking()) {
            return Optional.empty();
        }
        notice.clear();
        printing.clear();
        due.clear();
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        mailing.clear();
        removeDetails();
        try {
            Optional<InvoiceRequest> request = fields.read();
            if (request.isEmpty()) {
                notice.showInvalidFields(context.text("error.summary"), fields.fields());
            }
            setBusy(request.isPresent());
            return request;
        } catch (FeesException e) {
            LOG.info("No invoices were made", e);
            notice.showProblem(context.errors().of(e));
            setBusy(false);
            return Optional.empty();
        }
    }

    private void setBusy(boolean busy) {
        make.setEnabled(!busy);
        send.setEnabled(!busy);
    }

    private void ended(Optional<InvoiceRun> run) {
        setBusy(false);
        if (printing.isMade()) {
            // the finished document is now more important than the log
            make.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        run.ifPresent(this::show);
        showLatest();
    }

    private void show(InvoiceRun run) {
        removeDetails();
        RunDetails shown = new RunDetails(
                context,
                runs,
                exports,
                run,
                failure -> notice.showProblem(context.errors().of(failure)),
                new RunReprinting(context, printer, background),
                new FinishRunButton(context, mail.isConfigured(), this::finish));
        sheet.add(shown);
        details = Optional.of(shown);
        followIfNeeded();
    }

    private void removeDetails() {
        sheet.removeAll();
        details = Optional.empty();
    }

    private void showLatest() {
        try {
            List<InvoiceRun> found = runs.latest(context.actor(), Page.first(RUNS));
            if (!found.equals(listed)) {
                listed = found;
                latest.show(found);
            }
            earlier.setVisible(!found.isEmpty());
        } catch (FeesException e) {
            earlier.setVisible(false);
            notice.showProblem(context.errors().of(e));
        }
        followIfNeeded();
    }

    /** Runs that are in progress, in this session or another, are followed without a reload. */
    private void followIfNeeded() {
        follow.set(details.filter(RunDetails::isUnderWay).isPresent()
                || listed.stream().anyMatch(run -> run.state().isUnderWay()));
    }

    private void refresh() {
        details.filter(RunDetails::isUnderWay).ifPresent(RunDetails::refresh);
        showLatest();
    }

    @Override
    public String getPageTitle() {
        return context.text("invoices.title");
    }
}
