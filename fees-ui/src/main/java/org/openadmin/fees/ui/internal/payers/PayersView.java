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
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.search.PayerOrder;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payers with what they owe: a list with links to their accounts, and the dialogs to add one and to change it. */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.PAYERS,
        title = "Payers",
        title_fr = "Payeurs",
        icon = "vaadin:handshake",
        order = 262,
        roles = {PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class PayersView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(PayersView.class);

    private final transient UserContext context;
    private final transient Payers payers;
    private final transient Covers covers;
    private final transient Executor background;
    private final transient Students students;
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
            @Reference Covers covers,
            @Reference Students students,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.payers = payers;
        this.background = background;
        this.covers = covers;
        this.students = students;
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
        Button run = Styles.id(
                "cover-run",
                new Button(context.text("covers.run.open"), VaadinIcon.HANDSHAKE.create(), e -> coverRun()));
        Div end = Styles.css("fees-end", Styles.row(run));
        if (context.may(Role.BILL)) {
            end.add(addButton("add-payer"));
        }
        return Styles.row(filter, count, end);
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
        NarrowColumn.shrink(
                grid.addComponentColumn(this::actions)
                        .setKey("actions")
                        .setHeader(context.text("predefined.actions"))
                        .setWidth("10rem")
                        .setFlexGrow(0),
                NarrowColumn.TABLET,
                "7rem");
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

    private Div actions(PayerAccount each) {
        Payer payer = each.payer();
        Button list = new Button(
                context.text("covers.open"), e -> new CoversDialog(context, covers, students, settings, payer).open());
        list.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        list.setAriaLabel(context.text("covers.of", payer.name()));
        Div both = Styles.row(Styles.id("covers-" + payer.number(), list));
        if (context.may(Role.BILL)) {
            both.add(change(each));
        }
        return both;
    }

    private Button change(PayerAccount each) {
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

    private void coverRun() {
        List<Payer> known = all.stream().map(PayerAccount::payer).toList();
        new CoverRunDialog(context, covers, background, known, this::done, this::refresh).open();
    }

    private void done(CoverRun run) {
        refresh();
        Button undo = Styles.id("undo-cover-run", new Button(context.text("covers.run.undo")));
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        undo.setDisableOnClick(true);
        UndoCoverRunRequest request = new UndoCoverRunRequest(RequestKey.fresh(), context.actor(), run.number(), "");
        undo.addClickListener(e -> undo(request));
        notice.showSuccess(
                context.text("covers.run.done", run.number().toString(), run.transfers(), context.format(run.total())),
                undo);
        notice.focus();
    }

    private void undo(UndoCoverRunRequest request) {
        try {
            CoverRun run = covers.undo(request);
            refresh();
            run.undone()
                    .ifPresent(back -> notice.showSuccess(context.text(
                            "covers.run.undone",
                            run.number().toString(),
                            back.charges(),
                            context.format(back.total()))));
        } catch (RuntimeException e) {
            LOG.warn("A cover run was not undone", e);
            notice.showProblem(context.errors().of(e));
        }
        notice.focus();
    }

    /** The rest of the address may open the cover run. */
    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String wanted) {
        if (Routes.COVER_RUN.equals(Routes.PAYERS + "/" + wanted)
                && context.actor().seesPayers()) {
            coverRun();
        }
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
