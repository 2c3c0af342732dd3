package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerDay.MethodTotal;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;

/** A drawer by method, and its last count. */
final class DrawerPanel extends Div {

    private final transient UserContext context;

    DrawerPanel(UserContext context, DrawerDay drawer) {
        this.context = context;
        setId("drawer");
        Styles.css("fees-stack", this);
        add(Styles.heading(new H3(context.text("till.drawer", drawer.cashier(), context.format(drawer.day())))));
        if (drawer.methods().isEmpty()) {
            add(Styles.id("drawer-empty", Styles.secondaryText(new Paragraph(context.text("till.drawer.empty")))));
        } else {
            add(table(drawer));
        }
        if (!drawer.deposited().isZero()) {
            add(sentence("drawer-deposited", context.text("till.deposited", context.format(drawer.deposited()))));
        }
        drawer.count().ifPresent(count -> counted(drawer, count));
    }

    private void counted(DrawerDay drawer, DrawerCount count) {
        add(sentence(
                "drawer-counted",
                context.text(
                        "till.counted",
                        context.format(count.countedAt()),
                        count.countedBy(),
                        context.format(count.counted().total()),
                        difference(count))));
        if (!drawer.isCounted()) {
            add(Styles.strong(
                    sentence("drawer-since", context.text("till.since", context.format(drawer.sinceCount())))));
        }
    }

    private String difference(DrawerCount count) {
        Money over = count.difference();
        if (over.isZero()) {
            return context.text("till.counted.right");
        }
        return context.text(
                over.isPositive() ? "till.counted.over" : "till.counted.short",
                context.format(over.isPositive() ? over : over.negated()),
                count.reason());
    }

    private Grid<MethodTotal> table(DrawerDay drawer) {
        Grid<MethodTotal> grid = new Grid<>();
        grid.setId("drawer-grid");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        Styles.css(Styles.DIGITS, grid);
        grid.addColumn(total -> total.method().map(context::format).orElse("–"))
                .setKey("method")
                .setHeader(context.text("till.method"))
                .setWidth("6rem")
                .setFlexGrow(1);
        NarrowColumn.hide(
                grid.addColumn(MethodTotal::receipts)
                        .setKey("receipts")
                        .setHeader(context.text("till.receipts"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("6rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.hide(amount(grid, "received", MethodTotal::received), NarrowColumn.PHONE);
        NarrowColumn.hide(amount(grid, "paid-out", total -> total.voided().plus(total.refunded())), NarrowColumn.PHONE);
        amount(grid, "net", MethodTotal::net);
        grid.setItems(drawer.methods());
        return grid;
    }

    private Grid.Column<MethodTotal> amount(Grid<MethodTotal> grid, String key, Function<MethodTotal, Money> amount) {
        return grid.addColumn(total -> context.format(amount.apply(total)))
                .setKey(key)
                .setHeader(context.text("till." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(0);
    }

    private static Paragraph sentence(String id, String text) {
        return Styles.css("fees-till-line", Styles.id(id, new Paragraph(text)));
    }
}
