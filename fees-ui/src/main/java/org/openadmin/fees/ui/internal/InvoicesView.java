package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.Students;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints the outstanding invoices of everybody, or of a group, as one PDF, with the log of the run. The rest of the path names a
 * student who is chosen already.
 */
@Component(
        service = com.vaadin.flow.component.Component.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "portal.menu.path=" + InvoicesView.PATH,
            "portal.menu.title=Invoices",
            "portal.menu.title.fr=Factures",
            "portal.menu.group=Fees",
            "portal.menu.group.fr=Frais",
            "portal.menu.icon=vaadin:invoice",
            "portal.menu.order:Integer=240",
            "portal.menu.roles=fees-bill",
            "portal.menu.roles=fees-admin"
        })
public final class InvoicesView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    static final String PATH = "fees/invoices";

    private static final Logger LOG = LoggerFactory.getLogger(InvoicesView.class);

    private enum Scope {
        EVERYBODY,
        SOME
    }

    private final transient Visit visit;
    private final Notice notice = new Notice("invoices-form-notice");
    private final DateField date;
    private final RadioButtonGroup<Scope> scope = new RadioButtonGroup<>();
    private final AudienceField audience;
    private final Button make;
    private final InvoicePrinting printing;

    @Activate
    public InvoicesView(@Reference Students students, @Reference FeesSettings settings, @Reference FeeReports reports) {
        this(students, settings, reports, Clock.systemDefaultZone(), Working::inBackground);
    }

    InvoicesView(Students students, FeesSettings settings, FeeReports reports, Clock clock, Executor background) {
        visit = Visit.now(clock);
        setId("invoices");
        Look.page(this, visit.say("invoices.title"), visit.say("invoices.lead"));
        date = Look.id("invoice-date", new DateField(visit, visit.say("invoices.date")));
        audience = new AudienceField(visit, students, settings.current().profiles());
        make = Look.id("make-invoices", new Button(visit.say("invoices.make"), e -> make()));
        printing = new InvoicePrinting(visit, reports, background, () -> make.setEnabled(true));
        setUp();
        if (!visit.may(Role.BILL)) {
            notice.problem(visit.say("error.not-allowed", visit.say("role.fees-bill")));
            add(notice);
            return;
        }
        Div form = new Div(notice, date, scope, audience, make, printing);
        form.getStyle()
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "var(--lumo-space-s)")
                .set("max-width", "52rem")
                .set("width", "100%");
        add(form);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String student) {
        if (student == null || student.isBlank() || !visit.may(Role.BILL)) {
            return;
        }
        try {
            String number = String.valueOf(StudentNumber.parse(student));
            scope.setValue(Scope.SOME);
            audience.show(new Audience.Group(GroupKind.STUDENT, List.of(number)));
        } catch (FeesException e) {
            notice.problem(visit.sentences().of(e));
        }
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
    }

    private void make() {
        if (printing.isWorking()) {
            return;
        }
        notice.clear();
        printing.clear();
        try {
            Optional<LocalDate> day = date.read();
            boolean some = scope.getValue() == Scope.SOME;
            Optional<Audience> whom = some ? audience.read() : Optional.empty();
            if (day.isEmpty() || some && whom.isEmpty()) {
                notice.wrong(visit.say("error.summary"), fields(some));
                make.setEnabled(true);
                return;
            }
            make.setEnabled(false);
            printing.start(InvoiceRequest.of(visit.actor(), day.get(), whom));
        } catch (FeesException e) {
            LOG.info("No invoices were made", e);
            notice.problem(visit.sentences().of(e));
            make.setEnabled(true);
        }
    }

    private List<com.vaadin.flow.component.Component> fields(boolean some) {
        List<com.vaadin.flow.component.Component> fields = new ArrayList<>(List.of(date));
        if (some) {
            fields.addAll(audience.fields());
        }
        return fields;
    }

    @Override
    public String getPageTitle() {
        return visit.say("invoices.title");
    }
}
