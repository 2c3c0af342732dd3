package org.openadmin.fees.ui.internal.collection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudent;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.CollectionQueryString;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Who has paid what: from the fees to the homerooms or grades of one, and on to its students, their class list and their invoices. The
 * rest of the path is what is shown: {@link CollectionQueryString}.
 */
@org.osgi.service.component.annotations.Component(service = Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.COLLECTION,
        title = "Collection",
        title_fr = "Perception",
        icon = "vaadin:bar-chart-h",
        order = 265,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class CollectionView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    /** More students would not fit into an address. */
    private static final int MAX_INVOICES = 400;

    private final transient UserContext context;
    private final transient FeeCollection collection;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("collection-notice");
    private final CollectionFilters filters;
    private final Nav trail = Styles.css("fees-trail", new Nav());
    private final Div content = Styles.css("fees-parts", new Div());
    private transient CollectionQueryString shown;

    @Activate
    public CollectionView(
            @Reference FeeCollection collection,
            @Reference FeeReports reports,
            @Reference FeeExports exports,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.collection = collection;
        this.reports = reports;
        this.exports = exports;
        this.settings = settings;
        context = UserContext.now(clock);
        shown = CollectionQueryString.read(null, context.today());
        setId("collection");
        Styles.page(this, context.text("collection.title"), context.text("collection.lead"));
        filters = new CollectionFilters(context, this::filtered);
        if (!context.may(Role.VIEW)) {
            NoAccess.show(notice, context, Role.VIEW);
            add(notice);
            return;
        }
        setSizeFull();
        trail.setId("collection-trail");
        trail.getElement().setAttribute("aria-label", context.text("collection.trail"));
        add(notice, filters, trail, content);
        PageKeys.on(this, context, filters.first(), "arrows-cells", "enter-row");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.VIEW)) {
            return;
        }
        CollectionQueryString address = CollectionQueryString.read(rest, context.today());
        show(address);
        if (!address.ignored().isEmpty()) {
            notice.showProblem(context.text("filter.address", String.join(", ", address.ignored())));
        }
    }

    /** Shows what the filters select, as a step in the browser's history. */
    private void filtered() {
        filters.read(shown).filter(address -> !address.equals(shown)).ifPresent(address -> {
            UI.getCurrent().getPage().getHistory().pushState(null, path(address));
            show(address);
        });
    }

    private String path(CollectionQueryString address) {
        return address.path(context.today());
    }

    private void show(CollectionQueryString address) {
        shown = address;
        notice.clear();
        filters.show(address);
        content.removeAll();
        trail.removeAll();
        address.period()
                .asOf()
                .ifPresent(day -> content.add(Styles.id(
                        "collection-as-of",
                        Styles.secondaryText(new Span(context.text("collection.as-of", context.format(day)))))));
        try {
            if (address.isOfStudents()) {
                students(address);
            } else if (address.fee().isPresent()) {
                groups(address);
            } else {
                fees(address);
            }
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
            trail(address.ofAllFees(), context.text("collection.all-fees"));
        }
    }

    private void fees(CollectionQueryString address) {
        CollectionReport report = collection.fees(context.actor(), address.period());
        here(context.text("collection.all-fees"));
        if (report.lines().isEmpty()) {
            empty("collection.none");
            return;
        }
        later(report.known());
        list(
                new CollectionGrid(
                        context,
                        report,
                        context.text("collection.fee"),
                        context.text("collection.no-name"),
                        line -> path(address.ofFee(line.name()))),
                Styles.foot(save((format, out) -> exports.collection(context.actor(), address.period(), format, out))));
    }

    private void groups(CollectionQueryString address) {
        CollectionReport report = collection.groups(context.actor(), address.query());
        trail(address.ofAllFees(), context.text("collection.all-fees"));
        here(fee(report.fee().orElseThrow()));
        if (report.lines().isEmpty()) {
            empty("collection.nobody");
            return;
        }
        CollectionQueryString named = address.ofFee(report.fee().orElseThrow());
        Anchor everybody = Styles.secondary(Styles.id(
                "collection-everybody", new Anchor(path(named.ofEverybody()), context.text("collection.everybody"))));
        later(report.known());
        list(
                new CollectionGrid(
                        context,
                        report,
                        context.format(address.by()),
                        context.text("collection.no-group." + address.by().keyword()),
                        line -> path(named.ofGroup(line.name()))),
                Styles.foot(
                        everybody,
                        save((format, out) -> exports.collection(context.actor(), address.query(), format, out))));
    }

    private void students(CollectionQueryString address) {
        ChargedStudents charged = collection.students(context.actor(), address.query(), address.group());
        trail(address.ofAllFees(), context.text("collection.all-fees"));
        trail(address.ofFee(charged.fee()), fee(charged.fee()));
        here(charged.group()
                .map(group -> group(address.by(), group))
                .orElseGet(() -> context.text("collection.everybody")));
        if (charged.students().isEmpty()) {
            empty("collection.nobody");
            return;
        }
        Money zero = Money.zero(settings.current().currency());
        List<Component> actions = new ArrayList<>();
        charged.group().ifPresent(group -> actions.addAll(classList(address, group)));
        actions.add(save((format, out) ->
                exports.chargedStudents(context.actor(), address.query(), address.group(), format, out)));
        actions.addAll(invoices(charged.students()));
        later(charged.known());
        list(new ChargedGrid(context, charged.students(), zero), Styles.foot(actions.toArray(Component[]::new)));
    }

    /** The list for the teacher, which has names and marks only. */
    private List<Component> classList(CollectionQueryString address, String group) {
        PdfLink pdf = Styles.secondary(new PdfLink(
                context,
                "class-list-pdf",
                context.document(context.text("collection.class-list"), reports.language()),
                context.text("collection.class-list.file.pdf", day().toString()),
                out -> reports.classList(context.actor(), address.query(), group, out),
                this::failed));
        pdf.setTitle(context.text("collection.class-list.help"));
        ListLinks csv = new ListLinks(
                context,
                "class-list-csv",
                context.text("collection.class-list.csv"),
                context.text("collection.class-list.file", day().toString()),
                exports.language(),
                (format, out) -> exports.classList(context.actor(), address.query(), group, format, out),
                this::failed);
        return List.of(pdf, csv);
    }

    /**
     * The ways to the invoices and reminders of the listed students who still owe something of this fee, for those who may print them.
     * Those who owed it on a past day may have paid since.
     */
    private List<Component> invoices(List<ChargedStudent> students) {
        List<StudentNumber> owing = students.stream()
                .filter(each -> !each.collected().isSettled())
                .flatMap(each -> each.student().number().student().stream())
                .toList();
        boolean past = shown.period().asOf().isPresent();
        if (owing.isEmpty() || past || !context.may(Role.BILL)) {
            return List.of();
        }
        if (owing.size() > MAX_INVOICES) {
            return List.of(Styles.id(
                    "collection-too-many",
                    Styles.secondaryText(new Span(context.text("collection.invoices.too-many", MAX_INVOICES)))));
        }
        return List.of(
                Styles.secondary(Styles.id(
                        "collection-invoices",
                        new Anchor(Routes.invoices(owing), context.text("collection.invoices", owing.size())))),
                Styles.secondary(Styles.id(
                        "collection-reminders",
                        new Anchor(Routes.reminders(owing), context.text("collection.reminders", owing.size())))));
    }

    private ListLinks save(ListLinks.Content list) {
        return new ListLinks(
                context,
                "collection-csv",
                context.text("overview.save"),
                context.text("collection.file", day().toString()),
                exports.language(),
                list,
                this::failed);
    }

    /** What was recorded after a past day for that day or an earlier one. */
    private void later(Optional<CollectedThen> known) {
        known.ifPresent(then -> content.add(Styles.id(
                "collection-later",
                Styles.secondaryText(new Span(context.text(
                        "collection.later",
                        then.changed(),
                        context.format(day()),
                        context.format(then.collected().charged().sum()),
                        context.format(then.collected().of(ChargeState.PAID).sum()),
                        context.format(
                                then.collected().of(ChargeState.OUTSTANDING).sum())))))));
    }

    private void list(Component grid, Component foot) {
        content.add(grid, foot);
    }

    private void empty(String key) {
        content.add(Styles.id("collection-empty", Styles.emptyState(context.text(key))));
    }

    private String fee(String name) {
        return name.isEmpty() ? context.text("collection.no-name") : name;
    }

    private String group(GroupKind by, String name) {
        if (name.isEmpty()) {
            return context.text("collection.no-group." + by.keyword());
        }
        return by == GroupKind.GRADE ? context.grade(name) : context.format(by) + " " + name;
    }

    private void trail(CollectionQueryString to, String text) {
        trail.add(new Anchor(path(to), Messages.isolated(text)));
    }

    private void here(String text) {
        Span here = new Span(Messages.isolated(text));
        here.getElement().setAttribute("aria-current", "page");
        trail.add(here);
    }

    /** The day of what is shown, for the names of files. */
    private LocalDate day() {
        return shown.period().asOf().orElseGet(context::today);
    }

    private void failed(RuntimeException failure) {
        notice.showProblem(context.errors().of(failure));
    }

    @Override
    public String getPageTitle() {
        return context.text("collection.title");
    }
}
