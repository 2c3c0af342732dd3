package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.search.PayerOrder;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.EntryLabels;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The payers with what they owe: a list with links to their accounts, and the dialogs to add one and to change it. */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.PAYERS,
        title = "Payers",
        title_fr = "Payeurs",
        icon = "vaadin:handshake",
        order = 262,
        roles = {PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class PayersView extends VerticalLayout implements HasDynamicTitle {

    private final transient UserContext context;
    private final transient Payers payers;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("payers-notice");
    private final Grid<PayerAccount> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span count = Styles.id("payer-count", Styles.secondaryText(new Span()));
    private final Div toolbar;
    private final Div empty;
    private transient List<PayerAccount> all = List.of();

    @Activate
    public PayersView(
            @Reference Payers payers,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.payers = payers;
        this.settings = settings;
        context = UserContext.now(clock, settings);
        setId("payers");
        Styles.page(this, context.text("payers.title"), context.text("payers.lead"));
        toolbar = toolbar();
        empty = Styles.id("payers-empty", Styles.emptyState(context.text("payers.empty")));
        if (!context.actor().seesPayers()) {
            add(notice);
            NoAccess.show(notice, context, Role.BILL);
            return;
        }
        if (context.may(Role.BILL)) {
            empty.add(addButton("add-first-payer"));
        }
        setUpGrid();
        setSizeFull();
        add(notice, toolbar, empty, grid);
        setFlexGrow(1, grid);
        PageKeys.on(this, context, filter, "grid");
        refresh();
    }

    private Div toolbar() {
        filter.setId("payer-filter");
        filter.setPlaceholder(context.text("payers.filter"));
        filter.setAriaLabel(context.text("payers.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setWidth("20rem");
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(e -> showMatching());
        filter.setAutofocus(true);
        Div row = Styles.row(filter, count);
        if (context.may(Role.BILL)) {
            row.add(Styles.css("fees-end", addButton("add-payer")));
        }
        return row;
    }

    private Button addButton(String id) {
        Button add = new Button(context.text("payers.add"), VaadinIcon.PLUS.create(), e -> edit(Optional.empty()));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return Styles.id(id, add);
    }

    private void setUpGrid() {
        String currency = settings.current().currency().getCurrencyCode();
        grid.setId("payer-grid");
        grid.setAriaLabel(context.text("payers.title"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addComponentColumn(this::who)
                .setKey("name")
                .setHeader(context.text("payers.name"))
                .setWidth("9rem")
                .setFlexGrow(3);
        NarrowColumn.hide(
                grid.addColumn(each -> PayerLabels.kind(context, each.payer().kind()))
                        .setKey("kind")
                        .setHeader(context.text("payers.kind"))
                        .setWidth("8rem")
                        .setFlexGrow(1),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addColumn(each -> each.payer().details().authorization())
                        .setKey("authorization")
                        .setHeader(context.text("payers.authorization"))
                        .setWidth("8rem")
                        .setFlexGrow(1),
                NarrowColumn.TABLET);
        NarrowColumn.hide(
                amount("outstanding", context.text("payers.outstanding", currency), each -> each.balance()
                        .outstanding()),
                NarrowColumn.PHONE);
        amount("balance", context.text("payers.balance", currency), each -> each.balance()
                .balance());
        if (context.may(Role.BILL)) {
            grid.addComponentColumn(this::actions)
                    .setKey("actions")
                    .setHeader(context.text("predefined.actions"))
                    .setWidth("5.5rem")
                    .setFlexGrow(0);
        }
    }

    private Grid.Column<PayerAccount> amount(
            String key, String header, com.vaadin.flow.function.ValueProvider<PayerAccount, Money> money) {
        return grid.addComponentColumn(each -> Styles.figure(new Span(EntryLabels.balance(context, money.apply(each)))))
                .setKey(key)
                .setHeader(header)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(0);
    }

    private Div who(PayerAccount each) {
        Payer payer = each.payer();
        Anchor account = Styles.id(
                "payer-" + payer.number(), new Anchor(Routes.account(payer.number()), Messages.isolated(payer.name())));
        Div both = new Div(account);
        if (!payer.active()) {
            both.add(new Span(" "), Styles.badge(context.text("payers.inactive"), Styles.Badge.CONTRAST));
        }
        both.add(Styles.secondaryText(new Div(payer.number().toString())));
        return Styles.css("fees-wrap-cell", both);
    }

    private Button actions(PayerAccount each) {
        Button change = new Button(context.text("payers.change"), e -> edit(Optional.of(each.payer())));
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        change.setAriaLabel(context.text("payers.change.title", each.payer().name()));
        return Styles.id("change-" + each.payer().number(), change);
    }

    private void edit(Optional<Payer> payer) {
        new PayerDialog(context, payers, payer, this::saved).open();
    }

    private void saved(Payer payer, boolean added) {
        refresh();
        String number = payer.number().toString();
        notice.showSuccess(
                context.text(added ? "payers.added" : "payers.changed", payer.name(), number),
                Styles.id("saved-account", new Anchor(Routes.account(payer.number()), context.text("payers.account"))));
    }

    private void refresh() {
        try {
            all = payers.list(context.actor(), "");
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
        empty.setVisible(all.isEmpty());
        toolbar.setVisible(!all.isEmpty());
        grid.setVisible(!all.isEmpty());
        showMatching();
    }

    private void showMatching() {
        List<PayerAccount> shown = all.stream()
                .filter(each -> PayerOrder.matches(each.payer(), filter.getValue()))
                .toList();
        grid.setItems(shown);
        Money zero = Money.zero(settings.current().currency());
        Money sum = shown.stream().map(each -> each.balance().balance()).reduce(zero, Money::plus);
        count.setText(context.text("payers.count", shown.size(), all.size(), EntryLabels.balance(context, sum)));
    }

    @Override
    public String getPageTitle() {
        return context.text("payers.title");
    }
}
