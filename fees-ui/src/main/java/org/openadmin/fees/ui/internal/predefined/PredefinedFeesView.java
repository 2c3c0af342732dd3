package org.openadmin.fees.ui.internal.predefined;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.spi.search.TextFolding;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.AudienceField;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The predefined fees: add, view, duplicate, delete if unused, assess. The rest of the path is the number of the fee to
 * view.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.PREDEFINED,
        title = "Predefined fees",
        title_fr = "Frais prédéfinis",
        icon = "vaadin:records",
        order = 210,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.ADMIN})
public final class PredefinedFeesView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient UserContext context;
    private final transient Students students;
    private final transient FeeCatalogue catalogue;
    private final transient FeeAssessment assessment;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("predefined-notice");
    private final Grid<PredefinedFee> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span count = Styles.id("fee-count", Styles.secondaryText(new Span()));
    private final Span priceDay = Styles.id("price-day", Styles.secondaryText(new Span()));
    private final Div toolbar;
    private final Div empty;
    private transient List<PredefinedFee> all = List.of();
    private PredefinedFeeDetails sheet;

    @Activate
    public PredefinedFeesView(
            @Reference Students students,
            @Reference FeeCatalogue catalogue,
            @Reference FeeAssessment assessment,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.students = students;
        this.catalogue = catalogue;
        this.assessment = assessment;
        this.settings = settings;
        context = UserContext.now(clock, settings);
        setId("predefined-fees");
        Styles.page(this, context.text("predefined.title"), context.text("predefined.lead"));
        toolbar = toolbar();
        empty = Styles.emptyState(context.text("predefined.empty"));
        empty.setId("predefined-empty");
        if (context.may(Role.BILL)) {
            empty.add(addButton("add-first-fee"));
        }
        if (!context.may(Role.VIEW)) {
            add(notice);
            NoAccess.show(notice, context, Role.VIEW);
            return;
        }
        setUpGrid();
        setSizeFull();
        add(notice, toolbar, empty, grid);
        setFlexGrow(1, grid);
        PageKeys.on(this, context, filter, "grid");
        refresh();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String fee) {
        if (sheet != null) {
            sheet.close();
        }
        if (fee == null || fee.isBlank() || !context.may(Role.VIEW)) {
            return;
        }
        try {
            PredefinedFeeId id = PredefinedFeeId.parse(fee);
            show(catalogue.find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id)));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    /** Opens the fee's details under their own address, so that a reload or a bookmark opens them again. */
    private void view(PredefinedFee fee) {
        show(fee);
        address("/" + fee.id());
    }

    private void show(PredefinedFee fee) {
        PredefinedFeeDetails opened =
                new PredefinedFeeDetails(context, settings.current(), fee, assessment::price, this::copy, this::delete);
        opened.addOpenedChangeListener(e -> {
            if (!e.isOpened() && sheet == opened) {
                sheet = null;
                address("");
            }
        });
        // closed by the server, so that Escape restores the address too
        opened.addDialogCloseActionListener(e -> opened.close());
        sheet = opened;
        opened.open();
    }

    private static void address(String rest) {
        UI.getCurrent().getPage().getHistory().replaceState(null, Routes.PREDEFINED + rest);
    }

    private void copy(PredefinedFee fee) {
        PredefinedFeeDialog dialog = dialog();
        dialog.copy(fee);
        dialog.open();
    }

    private Div toolbar() {
        filter.setId("fee-filter");
        filter.setPlaceholder(context.text("predefined.filter"));
        filter.setAriaLabel(context.text("predefined.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setWidth("20rem");
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(e -> showMatching());
        filter.setAutofocus(true);
        Div row = Styles.row(filter, count, priceDay);
        if (context.may(Role.BILL)) {
            row.add(Styles.css("fees-end", addButton("add-fee")));
        }
        return row;
    }

    private Button addButton(String id) {
        Button add = new Button(context.text("predefined.add"), VaadinIcon.PLUS.create(), e -> dialog().open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Styles.id(id, add);
    }

    private void setUpGrid() {
        String currency = settings.current().currency().getCurrencyCode();
        grid.setId("fee-grid");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addItemDoubleClickListener(e -> view(e.getItem()));
        grid.addComponentColumn(this::nameAndDescription)
                .setKey("name")
                .setHeader(context.text("predefined.name"))
                .setWidth("8.25rem")
                .setFlexGrow(3);
        grid.addComponentColumn(this::price)
                .setKey("price")
                .setHeader(context.text("predefined.price.in", currency))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.25rem")
                .setFlexGrow(0);
        NarrowColumn.hide(
                grid.addColumn(each -> each.audience()
                                .map(a -> AudienceField.label(context, a))
                                .orElse(""))
                        .setHeader(context.text("predefined.applies"))
                        .setWidth("6.25rem")
                        .setFlexGrow(2),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addColumn(each -> each.due()
                                .map(due -> PredefinedFeeDetails.due(context, due))
                                .orElse(""))
                        .setKey("due")
                        .setHeader(context.text("fee.due"))
                        .setWidth("6.25rem")
                        .setFlexGrow(1),
                NarrowColumn.TABLET);
        NarrowColumn.hide(
                grid.addColumn(each -> String.valueOf(each.charges()))
                        .setHeader(context.text("predefined.charged"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("5rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        if (context.may(Role.BILL)) {
            grid.addComponentColumn(this::actions)
                    .setKey("actions")
                    .setHeader(context.text("predefined.actions"))
                    // side by side if there is room, otherwise one above the other
                    .setWidth("7.25rem")
                    .setFlexGrow(3);
        }
    }

    private Div nameAndDescription(PredefinedFee each) {
        NativeButton name = Styles.textButton(
                Styles.id("view-" + each.id(), new NativeButton(each.fee().name(), e -> view(each))));
        Styles.css("fees-text-button-link", Styles.truncate(name, 3, each.fee().name()));
        Div both = new Div(name);
        if (new SameName(all).hasOtherPrice(each)) {
            both.add(new Span(" "), Styles.badge(context.text("predefined.twin"), Styles.Badge.CONTRAST));
        }
        if (!each.fee().description().isEmpty()) {
            both.add(Styles.secondaryText(new Div(each.fee().description())));
        }
        return Styles.css("fees-wrap-cell", both);
    }

    /** What one student pays, and below it what the price consists of: 24.95 + GST, PST. */
    private Div price(PredefinedFee each) {
        Div both = Styles.figure(new Div(new Span(context.format(total(each.fee())))));
        String terms = terms(each.fee());
        if (!terms.isEmpty()) {
            both.add(Styles.secondaryText(new Div(terms)));
        }
        return both;
    }

    private Money total(Fee fee) {
        try {
            return assessment.price(fee, context.today()).total();
        } catch (FeesException e) {
            return fee.amount();
        }
    }

    private String terms(Fee fee) {
        String discount = fee.discount().isNone() ? "" : " − " + context.money().format(fee.discount());
        String names = fee.taxes().stream().map(context::taxName).collect(Collectors.joining(", "));
        if (fee.taxesIncluded()) {
            String included = context.text("predefined.includes", names);
            return discount.isEmpty() ? included : context.format(fee.amount()) + discount + ", " + included;
        }
        String taxes = names.isEmpty() ? "" : " + " + names;
        return (discount + taxes).isEmpty() ? "" : context.format(fee.amount()) + discount + taxes;
    }

    private Div actions(PredefinedFee each) {
        Anchor assess = Styles.id("assess-" + each.id(), new Anchor(Routes.assess(each.id())));
        assess.add(new Span(context.text("predefined.assess")));
        Button copy = quiet("copy-" + each.id(), context.text("predefined.copy"), () -> copy(each));
        Button delete =
                Styles.dangerous(quiet("delete-" + each.id(), context.text("predefined.delete"), () -> delete(each)));
        return Styles.css("fees-row-tight", Styles.row(assess, copy, delete));
    }

    private static Button quiet(String id, String text, Runnable action) {
        Button button = new Button(text, e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return Styles.id(id, button);
    }

    private PredefinedFeeDialog dialog() {
        return new PredefinedFeeDialog(
                context, settings.current(), students, catalogue, assessment::price, all, this::kept);
    }

    private void kept(PredefinedFee fee) {
        refresh();
        Money amount = fee.fee().amount();
        notice.showSuccess(context.text("predefined.saved", fee.fee().name(), context.format(amount)), assessLink(fee));
    }

    private Anchor assessLink(PredefinedFee fee) {
        return Styles.id("assess-kept", new Anchor(Routes.assess(fee.id()), context.text("predefined.assess.now")));
    }

    private void delete(PredefinedFee fee) {
        if (!fee.isRemovable()) {
            notice.showProblem(context.text("predefined.in-use", fee.fee().name(), fee.charges()));
            return;
        }
        try {
            catalogue.remove(context.actor(), fee.id());
            refresh();
            FeeCatalogue.AddRequest undo = new FeeCatalogue.AddRequest(
                    RequestKey.fresh(),
                    context.actor(),
                    fee.fee(),
                    fee.audience(),
                    fee.due(),
                    fee.parts(),
                    fee.terms());
            notice.showSuccess(
                    context.text("predefined.deleted", fee.fee().name()), undoButton(undo, new PendingRequest<>()));
        } catch (FeesException e) {
            refresh();
            notice.showProblem(context.errors().of(e));
        }
    }

    private Button undoButton(FeeCatalogue.AddRequest undo, PendingRequest<FeeCatalogue.AddRequest> pending) {
        return quiet("undo-delete", context.text("action.undo"), () -> putBack(undo, pending));
    }

    /** After a failure, the button remains, to send the same request again. */
    private void putBack(FeeCatalogue.AddRequest undo, PendingRequest<FeeCatalogue.AddRequest> pending) {
        try {
            catalogue.add(undo);
            refresh();
            notice.showSuccess(context.text("predefined.back", undo.fee().name()));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(pending.failed(undo, e)), undoButton(undo, pending));
        }
    }

    private void refresh() {
        try {
            all = catalogue.list();
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
        empty.setVisible(all.isEmpty());
        toolbar.setVisible(!all.isEmpty());
        grid.setVisible(!all.isEmpty());
        showMatching();
    }

    private void showMatching() {
        String wanted = filter.getValue();
        List<PredefinedFee> shown =
                all.stream().filter(each -> matches(each, wanted)).toList();
        grid.setItems(shown);
        count.setText(context.text("predefined.count", shown.size(), all.size()));
        priceDay.setText(context.text("predefined.price.day", context.format(context.today())));
        priceDay.setVisible(settings.current().taxes().stream().anyMatch(TaxRate::isChanging));
    }

    private boolean matches(PredefinedFee each, String wanted) {
        String whom = each.audience().map(a -> AudienceField.label(context, a)).orElse("");
        String text = String.join("\n", each.fee().name(), each.fee().description(), whom);
        return TextFolding.contains(text, wanted);
    }

    @Override
    public String getPageTitle() {
        return context.text("predefined.title");
    }
}
