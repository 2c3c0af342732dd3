package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentOfRecord;
import org.openadmin.fees.api.Students;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints the outstanding invoices of everybody, or of a group, as one PDF, with the log of the run. */
@Component(
        service = com.vaadin.flow.component.Component.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "portal.menu.path=fees/invoices",
            "portal.menu.title=Invoices",
            "portal.menu.title.fr=Factures",
            "portal.menu.group=Fees",
            "portal.menu.group.fr=Frais",
            "portal.menu.icon=vaadin:invoice",
            "portal.menu.order:Integer=240",
            "portal.menu.roles=fees-bill",
            "portal.menu.roles=fees-admin"
        })
public final class InvoicesView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(InvoicesView.class);
    private static final String PATH = "fees/invoices";

    private enum Scope {
        EVERYBODY,
        SOME
    }

    private final transient Visit visit;
    private final transient FeeReports reports;
    private final transient Executor background;
    private final Notice notice = new Notice("invoices-notice");
    private final DateField date;
    private final RadioButtonGroup<Scope> scope = new RadioButtonGroup<>();
    private final AudienceField audience;
    private final ProgressBar progress = new ProgressBar();
    private final Button make;
    private final VerticalLayout result = new VerticalLayout();

    @Activate
    public InvoicesView(@Reference Students students, @Reference FeesSettings settings, @Reference FeeReports reports) {
        this(students, settings, reports, Clock.systemDefaultZone(), InvoicesView::inBackground);
    }

    InvoicesView(Students students, FeesSettings settings, FeeReports reports, Clock clock, Executor background) {
        this.reports = reports;
        this.background = background;
        visit = Visit.now(clock);
        setId("invoices");
        Look.page(this, visit.say("invoices.title"), visit.say("invoices.lead"));
        date = Look.id("invoice-date", new DateField(visit, visit.say("invoices.date")));
        audience = new AudienceField(visit, students, settings.current().profiles());
        make = Look.id("make-invoices", new Button(visit.say("invoices.make"), e -> make()));
        setUp();
        if (!visit.may(Role.BILL)) {
            notice.problem(visit.say("error.not-allowed", visit.say("role.fees-bill")));
            add(notice);
            return;
        }
        Div form = new Div(notice, date, scope, audience, make, progress, result);
        form.getStyle()
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "var(--lumo-space-s)")
                .set("max-width", "52rem")
                .set("width", "100%");
        add(form);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "fees-invoices");
        thread.setDaemon(true);
        thread.start();
    }

    private void setUp() {
        date.setWidth("14rem");
        scope.setId("invoice-scope");
        scope.setLabel(visit.say("invoices.whom"));
        scope.setItems(Scope.values());
        scope.setItemLabelGenerator(
                each -> visit.say(each == Scope.EVERYBODY ? "invoices.everybody" : "invoices.some"));
        scope.addValueChangeListener(e -> audience.setVisible(e.getValue() == Scope.SOME));
        scope.setValue(Scope.EVERYBODY);
        audience.onEnter(this::make);
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        make.setDisableOnClick(true);
        make.getStyle().set("align-self", "flex-start");
        progress.setIndeterminate(true);
        progress.setId("invoices-progress");
        progress.getElement().setAttribute("aria-label", visit.say("invoices.working"));
        progress.setVisible(false);
        result.setId("invoices-result");
        result.setPadding(false);
    }

    /** Where the invoices of these students are made. */
    static String link(Audience audience) {
        Map<String, String> query = audience instanceof Audience.Group group
                ? Map.of("group", group.kind().word(), "values", group.text())
                : Map.of("profile", ((Audience.Profile) audience).name());
        return PATH + "?" + QueryParameters.simple(query).getQueryString();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        try {
            query.getSingleParameter("profile").ifPresent(name -> preset(new Audience.Profile(name)));
            query.getSingleParameter("group").ifPresent(kind -> query.getSingleParameter("values")
                    .ifPresent(values -> preset(Audience.Group.parse(GroupKind.named(kind), values))));
        } catch (FeesException e) {
            LOG.debug("A link to invoices that cannot be followed", e);
        }
    }

    private void preset(Audience students) {
        scope.setValue(Scope.SOME);
        audience.show(students);
    }

    private void make() {
        if (progress.isVisible()) {
            return;
        }
        try {
            Optional<LocalDate> day = date.read();
            boolean some = scope.getValue() == Scope.SOME;
            Optional<Audience> whom = some ? audience.read() : Optional.empty();
            if (day.isEmpty() || some && whom.isEmpty()) {
                notice.wrong(visit.say("error.summary"), fields(some));
                make.setEnabled(true);
                return;
            }
            start(new InvoiceRequest(visit.actor(), day.get(), whom));
        } catch (FeesException e) {
            failed(e);
        }
    }

    private List<com.vaadin.flow.component.Component> fields(boolean some) {
        List<com.vaadin.flow.component.Component> fields = new ArrayList<>(List.of(date));
        if (some) {
            fields.addAll(audience.fields());
        }
        return fields;
    }

    private void start(InvoiceRequest request) {
        notice.clear();
        result.removeAll();
        progress.setVisible(true);
        make.setEnabled(false);
        UI ui = UI.getCurrent();
        background.execute(() -> {
            try {
                ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                InvoiceRun run = reports.invoices(request, pdf);
                ui.access(() -> made(request, run, pdf.toByteArray()));
            } catch (RuntimeException e) {
                ui.access(() -> failed(e));
            }
        });
    }

    private void failed(RuntimeException failure) {
        LOG.info("No invoices were made", failure);
        stop();
        if (failure instanceof FeesException refusal && audience.isVisible() && audience.refuse(refusal)) {
            notice.wrong(visit.say("error.summary"), audience.fields());
        } else {
            notice.problem(visit.sentences().of(failure));
        }
    }

    private void stop() {
        progress.setVisible(false);
        make.setEnabled(true);
    }

    private void made(InvoiceRequest request, InvoiceRun run, byte[] pdf) {
        stop();
        notice.done(visit.say(
                "invoices.made",
                run.invoices(),
                run.pages(),
                visit.show(run.due()),
                run.due().currency().getCurrencyCode()));
        PdfLink open = new PdfLink(
                "open-invoices",
                visit.say("invoices.open"),
                visit.say("invoices.file", request.date().toString()),
                () -> pdf,
                this::failed);
        result.removeAll();
        result.add(
                open,
                Look.id(
                        "invoices-log",
                        new Span(visit.say(
                                "invoices.log",
                                visit.show(run.charged()),
                                visit.show(run.credit()),
                                visit.show(run.due())))));
        result.add(withoutInvoice(run.nothingDue()));
        open.focus();
    }

    private com.vaadin.flow.component.Component withoutInvoice(List<StudentOfRecord> students) {
        String headline = visit.say("invoices.none", students.size());
        if (students.isEmpty()) {
            return Look.id("invoices-none", new Span());
        }
        UnorderedList list = new UnorderedList();
        list.getStyle().set("columns", "18rem").set("margin", "0");
        students.forEach(each -> list.add(new ListItem(each.nameOrNumber() + " (" + each.number() + ")")));
        return Look.id("invoices-none", new Details(headline, list));
    }

    @Override
    public String getPageTitle() {
        return visit.say("invoices.title");
    }
}
