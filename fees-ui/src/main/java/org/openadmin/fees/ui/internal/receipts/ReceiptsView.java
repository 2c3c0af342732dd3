package org.openadmin.fees.ui.internal.receipts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.ReceiptsQueryString;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.corrections.ReturnActions;
import org.openadmin.fees.ui.internal.printing.ReceiptMailing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Today's receipts or the results of a search, and the details of one receipt. */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.RECEIPTS,
        title = "Receipts",
        title_fr = "Reçus",
        icon = "vaadin:ticket",
        order = 250,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class ReceiptsView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptsView.class);

    private final transient UserContext context;
    private final transient Receipts receipts;
    private final transient FeeReports reports;
    private final transient CorrectionActions correcting;
    private final transient ReturnActions returning;
    private final transient ReceiptMailing mailing;
    private final Banner notice = new Banner("receipts-notice");
    private final ReceiptFilters filters;
    private final ReceiptGrid grid;
    private final ReceiptBar bar;
    private final Div sheet = new Div();
    // downloads read it on their own threads
    private transient volatile ReceiptQuery shown;
    private transient ReceiptResults found;
    private transient Optional<ReceiptNumber> opened = Optional.empty();

    @Activate
    public ReceiptsView(
            @Reference Receipts receipts,
            @Reference Students students,
            @Reference FeeReports reports,
            @Reference FeeExports exports,
            @Reference Corrections corrections,
            @Reference ReturnedPayments returns,
            @Reference ReceiptMailer mailer,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.receipts = receipts;
        this.reports = reports;
        context = UserContext.now(clock);
        shown = ReceiptQuery.ofDay(context.today());
        setId("receipts");
        Styles.page(this, context.text("receipts.title"), context.text("receipts.lead"));
        setSizeFull();
        filters = new ReceiptFilters(context, students, () -> receipts.cashiers(context.actor()), this::filtered);
        grid = new ReceiptGrid(
                context,
                this::page,
                () -> found == null ? 0 : found.total(),
                each -> ReceiptsQueryString.of(shown, Optional.of(each.number()), context.today()),
                this::open);
        bar = new ReceiptBar(context, reports, exports, () -> shown, this::go, this::failed);
        correcting = new CorrectionActions(context, corrections, notice, this::corrected);
        returning = new ReturnActions(context, correcting, returns, reports, settings, this::failed);
        mailing = new ReceiptMailing(context, mailer, background);
        if (!context.may(Role.VIEW)) {
            NoAccess.show(notice, context, Role.VIEW);
            add(notice);
            return;
        }
        Div both = bothSides();
        add(notice, filters, bar, both);
        setFlexGrow(1, both);
        PageKeys.on(this, context, filters.first(), "arrows-cells", "enter-row");
    }

    /** The list, and the open receipt beside it or, on a narrow page, below it. */
    private Div bothSides() {
        sheet.setVisible(false);
        Div list = Styles.css("fees-receipts-list", new Div(grid));
        return Styles.css("fees-receipts", new Div(list, Styles.css("fees-receipts-place", sheet)));
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.VIEW)) {
            return;
        }
        ReceiptsQueryString address = ReceiptsQueryString.read(rest, context.today());
        if (found == null || !address.query().equals(shown)) {
            show(address.query());
        } else {
            notice.clear();
        }
        leave();
        address.open().ifPresent(this::open);
        if (!address.ignored().isEmpty()) {
            notice.showProblem(context.text("filter.address", String.join(", ", address.ignored())));
        }
    }

    private void filtered() {
        filters.read(shown, context.today()).ifPresent(this::go);
    }

    /** Shows another query, as a step in the browser's history. */
    private void go(ReceiptQuery query) {
        if (query.equals(shown)) {
            return;
        }
        leave();
        show(query);
        remember();
    }

    private void remember() {
        UI.getCurrent().getPage().getHistory().pushState(null, ReceiptsQueryString.of(shown, opened, context.today()));
        UI.getCurrent().getPage().setTitle(getPageTitle());
    }

    private void show(ReceiptQuery query) {
        notice.clear();
        shown = query;
        filters.show(query);
        search();
    }

    private void search() {
        try {
            found = new ReceiptResults(receipts, context.actor(), shown);
            grid.setEmptyStateComponent(nothing());
        } catch (FeesException e) {
            found = null;
            failed(e);
        }
        bar.show(Optional.ofNullable(found));
        grid.getDataProvider().refreshAll();
        grid.scrollToStart();
    }

    /** Shown in place of an empty list. */
    private Div nothing() {
        boolean usual = shown.equals(ReceiptQuery.ofDay(context.today()));
        Div lesson = Styles.emptyState(context.text(usual ? "receipts.none-today" : "receipts.none"));
        if (shown.from().isPresent() || shown.to().isPresent()) {
            lesson.add(Styles.id("receipts-all-dates", new Button(context.text("receipts.all-dates"), e -> anyDay())));
        }
        return Styles.id("receipts-empty", lesson);
    }

    private void anyDay() {
        go(new ReceiptQuery(shown.number(), shown.student(), Optional.empty(), Optional.empty(), shown.cashier()));
    }

    private List<Receipt> page(int offset, int limit) {
        try {
            return found == null ? List.of() : found.page(offset, limit);
        } catch (FeesException e) {
            failed(e);
            return List.of();
        }
    }

    private void open(ReceiptNumber number) {
        try {
            Receipt receipt =
                    receipts.search(context.actor(), ReceiptQuery.of(number), Page.first(1)).receipts().stream()
                            .findFirst()
                            .orElseThrow(() -> new UnknownReceiptException(number));
            place(receipt);
        } catch (FeesException e) {
            failed(e);
        }
    }

    private void open(Receipt receipt) {
        notice.clear();
        place(receipt);
        remember();
    }

    /** Reloads the list and the open receipt after a correction. */
    private void corrected() {
        Optional<ReceiptNumber> again = opened;
        show(shown);
        again.ifPresent(this::open);
    }

    /** What can be done about a receipt besides printing it. */
    private List<com.vaadin.flow.component.Component> actions(Receipt receipt, Optional<ReturnedPayment> returned) {
        List<com.vaadin.flow.component.Component> actions = new ArrayList<>();
        if (receipt.voided().isEmpty() && correcting.mayGiveBack()) {
            actions.add(action("void-receipt", "receipts.void", () -> correcting.voidReceipt(receipt.number())));
        }
        boolean money = receipt.received().isPositive();
        if (receipt.voided().isEmpty() && money && returning.mayReturn(receipt.method())) {
            actions.add(action("return-payment", "receipts.return", () -> returning.returnPayment(receipt.number())));
        }
        returned.filter(each -> !each.undone()).ifPresent(each -> {
            if (returning.mayReturn()) {
                actions.add(action("undo-return", "correct.return.undo", () -> returning.undo(each)));
            }
            actions.add(returning.letter(receipt.number()));
            mailing.letterButton(receipt.number(), this::corrected).ifPresent(actions::add);
        });
        mailing.button(receipt.number(), () -> true, this::corrected).ifPresent(actions::add);
        return actions;
    }

    private Button action(String id, String text, Runnable onClick) {
        Button button = Styles.id(id, new Button(context.text(text), e -> onClick.run()));
        Styles.dangerous(button).addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void place(Receipt receipt) {
        opened = Optional.of(receipt.number());
        Optional<ReturnedPayment> returned =
                receipt.voided().isPresent() ? returning.of(receipt.number()) : Optional.empty();
        ReceiptDetails shownSheet = new ReceiptDetails(
                context,
                receipt,
                returned,
                mailing.messages(receipt.number()),
                reports,
                this::close,
                this::failed,
                actions(receipt, returned));
        sheet.removeAll();
        sheet.add(shownSheet);
        sheet.setVisible(true);
        grid.select(receipt);
    }

    private void close() {
        leave();
        remember();
        filters.first().focus();
    }

    private void leave() {
        opened = Optional.empty();
        sheet.removeAll();
        sheet.setVisible(false);
        grid.deselectAll();
    }

    private void failed(RuntimeException failure) {
        LOG.info("Receipts could not be shown", failure);
        notice.showProblem(context.errors().of(failure));
    }

    @Override
    public String getPageTitle() {
        return opened.map(number -> context.text("receipts.receipt", number.toString()))
                .orElse(context.text("receipts.title"));
    }
}
