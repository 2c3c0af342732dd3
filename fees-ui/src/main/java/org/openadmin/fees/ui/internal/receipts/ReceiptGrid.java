package org.openadmin.fees.ui.internal.receipts;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.GridKeys;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;

/** The receipts found, newest first; only those in view are loaded. */
final class ReceiptGrid extends Grid<Receipt> {

    /** The largest width of the list beside an open receipt, in rem; the receipt names the cashier. */
    private static final int BESIDE_A_RECEIPT = 40;

    /** Loads one page of receipts. */
    interface Rows {
        List<Receipt> page(int offset, int limit);
    }

    private final transient UserContext context;

    /**
     * @param count the number of receipts found
     * @param href the address that opens a receipt beside this list
     */
    ReceiptGrid(
            UserContext context, Rows rows, IntSupplier count, Function<Receipt, String> href, Consumer<Receipt> open) {
        this.context = context;
        setId("receipt-grid");
        setAriaLabel(context.text("receipts.title"));
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        setSelectionMode(SelectionMode.SINGLE);
        setPageSize(ReceiptResults.PAGE);
        setSizeFull();
        Styles.css("fees-receipts-grid", this);
        addColumns(href);
        setItems(query -> rows.page(query.getOffset(), query.getLimit()).stream(), query -> {
            // the count is already known, but Vaadin requires each query to be read
            query.getFilter();
            return count.getAsInt();
        });
        addItemClickListener(e -> open.accept(e.getItem()));
        GridKeys.openWithEnter(this);
    }

    private void addColumns(Function<Receipt, String> href) {
        addColumn(LitRenderer.<Receipt>of("<a href=\"${item.href}\" aria-label=\"${item.say}\">${item.number}</a>")
                        .withProperty("href", href::apply)
                        .withProperty(
                                "say",
                                each -> context.text(
                                        "receipts.open", each.number().toString()))
                        .withProperty("number", each -> each.number().toString()))
                .setKey("number")
                .setHeader(context.text("receipts.column.number"))
                .setWidth("4rem")
                .setFlexGrow(0);
        NarrowColumn.shrinkThenHide(
                addColumn(LitRenderer.<Receipt>of("<span class=\"fees-wrap-cell\">${item.date}</span>")
                                .withProperty("date", each -> context.format(each.date())))
                        .setKey("date")
                        .setHeader(context.text("receipts.column.date"))
                        .setWidth("8.25rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "5.5rem",
                NarrowColumn.ENLARGED);
        addColumn(student())
                .setKey("student")
                .setHeader(context.text("receipts.column.student"))
                .setTooltipGenerator(Receipt::studentNameOrNumber)
                .setWidth("6.5rem")
                .setFlexGrow(3);
        NarrowColumn.hide(
                addColumn(each -> each.method().map(context::format).orElse(""))
                        .setKey("method")
                        .setHeader(context.text("receipts.column.method"))
                        .setTooltipGenerator(Receipt::reference)
                        .setWidth("6rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                addColumn(Receipt::cashier)
                        .setKey("cashier")
                        .setHeader(context.text("receipts.column.cashier"))
                        .setWidth("5rem")
                        .setFlexGrow(1),
                BESIDE_A_RECEIPT);
        NarrowColumn.shrink(
                addColumn(received())
                        .setKey("received")
                        .setHeader(context.text("receipts.column.received"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("9rem")
                        .setFlexGrow(0)
                        // on a narrow page the other columns scroll below it
                        .setFrozenToEnd(true),
                NarrowColumn.PHONE,
                "6rem");
    }

    private static Renderer<Receipt> student() {
        return LitRenderer.<Receipt>of("<div class=\"fees-wrap-cell\"><bdi>${item.name}</bdi> <span class=\""
                        + Styles.QUIET + "\">${item.number}</span></div>")
                .withProperty("name", each -> each.recordedStudent()
                        .map(who -> who.nameOrNumber())
                        .orElse("–"))
                .withProperty("number", each -> each.recordedStudent()
                        .map(who -> who.number().toString())
                        .orElse(""));
    }

    private Renderer<Receipt> received() {
        return LitRenderer.<Receipt>of("<div class=\"fees-wrap-cell\"><span class=\"${item.look}\">${item.state}</span>"
                        + " <span class=\"" + Styles.DIGITS + "\">${item.amount}</span></div>")
                .withProperty("state", each -> each.voided().isPresent() ? context.format(EntryState.VOIDED) : "")
                .withProperty("look", each -> each.voided().isPresent() ? Styles.Badge.ERROR.classNames() : "")
                .withProperty("amount", each -> context.format(each.received()));
    }
}
