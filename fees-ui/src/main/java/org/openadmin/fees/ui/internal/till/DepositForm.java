package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositOffer;
import org.openadmin.fees.api.till.DepositOffer.Content;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;

/** What can be deposited, selected, with its sums; and the deposit itself. */
final class DepositForm extends Div {

    /** Below this width, in rem, there is no room for the method. */
    private static final int NARROW = 27;

    /** Receives the result. */
    interface Results {
        void deposited(Deposit deposit);

        void failed(RuntimeException failure);
    }

    private final transient UserContext context;
    private final transient Deposits deposits;
    private final transient DepositOffer offer;
    private final transient Results results;
    private final transient PendingRequest<DepositRequest> pending = new PendingRequest<>();
    private final Grid<MoneyRow> grid = new Grid<>();
    private final CashFields cash;
    private final Div sums = Styles.css("fees-stack-tight", Styles.css("fees-stack", new Div()));
    private final Button deposit;

    DepositForm(UserContext context, Deposits deposits, DepositOffer offer, Settings settings, Results results) {
        this.context = context;
        this.deposits = deposits;
        this.offer = offer;
        this.results = results;
        setId("deposit-form");
        Styles.css("fees-stack", this);
        cash = new CashFields(context, "deposit-cash", settings.till().denominations(), settings.currency(), () -> {});
        deposit = Styles.id("deposit-make", new Button(context.text("till.deposit.make"), e -> make()));
        deposit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        deposit.setDisableOnClick(true);
        cash.continueTo(deposit);
        add(Styles.heading(new H3(context.text("till.deposit", context.format(offer.until())))));
        if (offer.all().isEmpty()) {
            add(Styles.id("deposit-empty", Styles.secondaryText(new Paragraph(context.text("till.deposit.none")))));
            return;
        }
        setUpGrid();
        sums.setId("deposit-sums");
        sums.getElement().setAttribute("role", "status");
        Details pieces = new Details(context.text("till.deposit.pieces"), cash);
        pieces.setId("deposit-pieces");
        add(grid, sums, pieces, Styles.row(deposit));
        showSums();
    }

    private void setUpGrid() {
        grid.setId("deposit-grid");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        Styles.css("fees-deposit-grid", Styles.css(Styles.DIGITS, grid));
        GridMultiSelectionModel<MoneyRow> selection =
                (GridMultiSelectionModel<MoneyRow>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        selection.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        NarrowColumn.shrink(
                grid.addColumn(row -> row.receipt().map(ReceiptNumber::toString).orElse("–"))
                        .setKey("receipt")
                        .setHeader(context.text("till.receipt"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("5rem")
                        .setFlexGrow(0),
                NARROW,
                "4rem");
        NarrowColumn.shrink(
                grid.addColumn(MoneyRow::payer)
                        .setKey("student")
                        .setHeader(context.text("till.student"))
                        .setWidth("7rem")
                        .setFlexGrow(3),
                NARROW,
                "5rem");
        NarrowColumn.hide(
                grid.addColumn(this::what)
                        .setKey("method")
                        .setHeader(context.text("till.method"))
                        .setWidth("7.5rem")
                        .setFlexGrow(2),
                NARROW);
        NarrowColumn.hide(
                grid.addColumn(row -> context.format(row.date()))
                        .setKey("date")
                        .setHeader(context.text("till.date"))
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.TABLET);
        NarrowColumn.hide(
                grid.addColumn(MoneyRow::cashier)
                        .setKey("cashier")
                        .setHeader(context.text("till.cashier"))
                        .setWidth("7rem")
                        .setFlexGrow(1),
                NarrowColumn.TABLET);
        grid.addColumn(row -> context.format(row.amount()))
                .setKey("amount")
                .setHeader(context.text("till.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        List<MoneyRow> rows = offer.wholeRows();
        grid.setItems(rows);
        rows.forEach(grid::select);
        grid.addSelectionListener(e -> showSums());
    }

    /** Cash or the number of the cheque; and for money that was paid out, why. */
    private String what(MoneyRow row) {
        String method = row.reference().isEmpty()
                ? context.format(row.method())
                : context.format(row.method()) + " " + row.reference();
        return row.isReceipt() ? method : context.format(row.kind()) + ", " + method;
    }

    private Set<Long> chosen() {
        return grid.getSelectedItems().stream().map(MoneyRow::row).collect(Collectors.toSet());
    }

    private void showSums() {
        Content content = offer.content(chosen());
        sums.removeAll();
        line("deposit-sum-cash", "till.deposit.cash", content.cashRows());
        content.drawers().stream()
                .filter(drawer -> !drawer.difference().isZero())
                .forEach(this::overOrShort);
        line(
                "deposit-sum-cheques",
                "till.deposit.cheques",
                content.cheques(),
                content.chequeRows().size());
        sums.add(Styles.strong(Styles.css(
                "fees-till-line",
                Styles.id(
                        "deposit-total",
                        new Paragraph(context.text("till.deposit.total", context.format(content.total())))))));
        List<OfferedDrawer> uncounted = content.uncounted();
        if (!uncounted.isEmpty()) {
            String drawers = uncounted.stream()
                    .map(drawer -> drawer.cashier() + " (" + context.format(drawer.day()) + ")")
                    .collect(Collectors.joining(", "));
            sums.add(Styles.id("deposit-uncounted", new Paragraph(context.text("till.deposit.uncounted", drawers))));
        }
    }

    private void overOrShort(OfferedDrawer drawer) {
        sums.add(Styles.css(
                "fees-till-line",
                new Paragraph(context.text(
                        "till.deposit.difference",
                        context.format(drawer.difference()),
                        drawer.cashier(),
                        context.format(drawer.day())))));
    }

    private void line(String id, String key, Money amount, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = context.format(amount);
        System.arraycopy(more, 0, arguments, 1, more.length);
        sums.add(Styles.css("fees-till-line", Styles.id(id, new Paragraph(context.text(key, arguments)))));
    }

    private void make() {
        try {
            request().ifPresent(this::send);
        } finally {
            deposit.setEnabled(true);
        }
    }

    private Optional<DepositRequest> request() {
        if (pending.isPending()) {
            return pending.get();
        }
        Optional<CountedCash> counted = cash.isBlank() ? Optional.empty() : cash.read();
        if (!cash.isBlank() && counted.isEmpty()) {
            Banner.focusInvalid(cash.fields());
            return Optional.empty();
        }
        return Optional.of(
                new DepositRequest(RequestKey.fresh(), context.actor(), offer.until(), Optional.of(chosen()), counted));
    }

    private void send(DepositRequest request) {
        try {
            Deposit made = deposits.make(request);
            pending.answered();
            results.deposited(made);
        } catch (FeesException e) {
            results.failed(pending.failed(request, e));
        }
    }
}
