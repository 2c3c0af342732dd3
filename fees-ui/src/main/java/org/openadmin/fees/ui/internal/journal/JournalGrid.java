package org.openadmin.fees.ui.internal.journal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DueText;
import org.openadmin.fees.ui.internal.components.GridKeys;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The journal's entries; only those in view are loaded. All rows are one line high, so that a million of them scroll
 * evenly; tooltips have the full text.
 */
final class JournalGrid extends Grid<JournalEntry> {

    private static final int PAGE = 100;
    private static final String LINK = "<a class=\"fees-wrap-cell\" href=\"${item.href}\">${item.text}</a>";

    /** Loads one page of entries. */
    interface Rows {
        List<JournalEntry> page(int offset, int limit);
    }

    private final transient UserContext context;

    /** @param sorted runs when the user changes the order */
    JournalGrid(UserContext context, String currency, Rows rows, Consumer<GridSortOrder<JournalEntry>> sorted) {
        this.context = context;
        setId("journal-grid");
        setAriaLabel(context.text("journal.title"));
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        setSizeFull();
        Styles.css("fees-journal-grid", this);
        addColumns(currency);
        setItems((CallbackDataProvider.FetchCallback<JournalEntry, Void>)
                query -> rows.page(query.getOffset(), query.getLimit()).stream());
        addSortListener(e -> {
            if (e.isFromClient()) {
                sorted.accept(e.getSortOrder().stream().findFirst().orElse(null));
            }
        });
        addItemClickListener(e -> UI.getCurrent().navigate(place(e.getItem())));
        GridKeys.openWithEnter(this);
    }

    private void addColumns(String currency) {
        NarrowColumn.shrinkThenHide(
                date().setSortProperty(Order.DATE.name()).setSortable(true),
                NarrowColumn.PHONE,
                "5.5rem",
                NarrowColumn.ENLARGED);
        NarrowColumn.hide(
                link("number", this::accountLink, JournalGrid::number, "4.5rem", 0)
                        .setSortProperty(Order.STUDENT.name())
                        .setSortable(true),
                NarrowColumn.TABLET);
        link("student", this::accountLink, JournalGrid::name, "8rem", 2).setTooltipGenerator(JournalGrid::name);
        NarrowColumn.shrinkThenHide(
                addColumn(kind())
                        .setKey("kind")
                        .setHeader(context.text("journal.kind"))
                        .setTooltipGenerator(this::recorded)
                        .setWidth("13rem")
                        .setFlexGrow(0),
                NarrowColumn.TABLET,
                "11.75rem",
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                addColumn(what())
                        .setKey("what")
                        .setHeader(context.text("journal.column.what"))
                        .setTooltipGenerator(each -> (what(each) + " " + context.description(each)).strip())
                        .setWidth("6rem")
                        .setFlexGrow(1),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                link("reference", JournalGrid::referenceLink, this::reference, "7rem", 0), NarrowColumn.TABLET);
        NarrowColumn.shrink(
                addColumn(amount())
                        .setKey("amount")
                        .setHeader(context.text("journal.column.amount", currency))
                        .setTooltipGenerator(this::taxes)
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("9rem")
                        .setFlexGrow(0)
                        .setSortProperty(Order.AMOUNT.name())
                        .setSortable(true)
                        // on a narrow page the other columns scroll below it
                        .setFrozenToEnd(true),
                NarrowColumn.PHONE,
                "8.5rem");
    }

    private Column<JournalEntry> date() {
        return addColumn(LitRenderer.<JournalEntry>of("<span class=\"fees-wrap-cell\">${item.date}</span>")
                        .withProperty("date", each -> each.dateText(context::format, "")))
                .setKey("date")
                .setHeader(context.text("journal.column.date"))
                .setWidth("8.25rem")
                .setFlexGrow(0);
    }

    private Column<JournalEntry> link(
            String key,
            ValueProvider<JournalEntry, String> href,
            ValueProvider<JournalEntry, String> text,
            String width,
            int grow) {
        return addColumn(LitRenderer.<JournalEntry>of(LINK)
                        .withProperty("href", href)
                        .withProperty("text", text))
                .setKey(key)
                .setHeader(context.text("journal.column." + key))
                .setWidth(width)
                .setFlexGrow(grow);
    }

    private Renderer<JournalEntry> kind() {
        return LitRenderer.<JournalEntry>of("${item.kind} <span class=\"${item.look}\">${item.state}</span>")
                .withProperty("kind", each -> context.format(each.kind()))
                .withProperty("state", this::state)
                .withProperty(
                        "look", each -> state(each).isEmpty() ? "" : badge(each).classNames());
    }

    private Renderer<JournalEntry> what() {
        return LitRenderer.<JournalEntry>of("<span class=\"fees-wrap-on-tablet\"><bdi>${item.name}</bdi> <span class=\""
                        + Styles.QUIET + "\">${item.more}</span></span>")
                .withProperty("name", this::what)
                .withProperty("more", this::more);
    }

    /** The description; of an outstanding charge also when it is due. */
    private String more(JournalEntry each) {
        String overdue = each.isOverdue(context.today()) ? context.format(EntryState.OVERDUE) : "";
        return Stream.of(context.description(each), each.isOutstanding() ? DueText.of(context, each) : "", overdue)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /**
     * The name of the fee. Payments and other money entries are named by their kind, because the stored name is in the school's
     * language.
     */
    private String what(JournalEntry each) {
        return switch (each.kind()) {
            case PAYMENT, ON_ACCOUNT, VOID, REFUND, ROUNDING, SPLIT, TRANSFER, MOVE, OPENING -> context.format(each);
            case CHARGE -> context.name(each);
            case REVERSAL, WAIVER, OTHER -> each.name();
        };
    }

    private Renderer<JournalEntry> amount() {
        return LitRenderer.<JournalEntry>of("<span class=\"" + Styles.DIGITS + "\">${item.total}</span>")
                .withProperty("total", each -> context.format(each.total()));
    }

    private String state(JournalEntry each) {
        return each.isOutstanding()
                ? context.format(EntryState.OUTSTANDING)
                : each.voidedBy().isPresent()
                        ? context.format(each.returned() ? EntryState.RETURNED : EntryState.VOIDED)
                        : "";
    }

    private static Styles.Badge badge(JournalEntry each) {
        return each.isOutstanding() ? Styles.Badge.PRIMARY : Styles.Badge.ERROR;
    }

    private static String number(JournalEntry each) {
        return each.student().map(who -> who.number().toString()).orElse("");
    }

    private static String name(JournalEntry each) {
        return each.student().map(who -> who.nameOrNumber()).orElse("");
    }

    private String reference(JournalEntry each) {
        return each.receipt()
                .map(number -> context.text("journal.receipt", number.toString()))
                .or(() -> each.batch().map(number -> context.text("journal.in-batch", number.toString())))
                .orElse("");
    }

    /** Who recorded the entry and when, for tracing a mistake. */
    private String recorded(JournalEntry each) {
        String when = each.recordedAt().map(context::format).orElse("");
        return when.isEmpty() && each.recordedBy().isEmpty()
                ? null
                : context.text("journal.recorded", String.valueOf(each.id()), when, each.recordedBy());
    }

    private String taxes(JournalEntry each) {
        if (each.taxes().isEmpty()) {
            return null;
        }
        Stream<String> taxes =
                each.taxes().stream().map(tax -> context.taxName(tax.name()) + " " + context.format(tax.amount()));
        return Stream.concat(each.subtotal().map(context::format).stream(), taxes)
                .reduce((a, b) -> a + " + " + b)
                .orElse(null);
    }

    private String accountLink(JournalEntry each) {
        return each.student().map(who -> Routes.account(who.number())).orElse(Routes.JOURNAL);
    }

    private static String referenceLink(JournalEntry each) {
        return each.receipt()
                .map(Routes::receipt)
                .orElseGet(() -> each.batch().map(Routes::journal).orElse(Routes.JOURNAL));
    }

    /** The page that a row opens: the receipt of a payment, otherwise the student's account. */
    private String place(JournalEntry each) {
        return each.receipt().isPresent() && each.kind().isReceipt() ? referenceLink(each) : accountLink(each);
    }

    /** Shows the sort arrow; the entries arrive in this order. */
    void showOrder(JournalQuery query) {
        Optional<Column<JournalEntry>> column = getColumns().stream()
                .filter(each -> each.isSortable()
                        && each.getSortOrder(SortDirection.ASCENDING).anyMatch(order -> order.getSorted()
                                .equals(query.order().name())))
                .findFirst();
        SortDirection direction = query.ascending() ? SortDirection.ASCENDING : SortDirection.DESCENDING;
        sort(column.map(each -> List.of(new GridSortOrder<>(each, direction))).orElse(List.of()));
    }

    /** Shows another query from its first entry, while its count is not known yet. */
    void restart() {
        getLazyDataView().setItemCountUnknown();
        getDataProvider().refreshAll();
        scrollToStart();
    }

    void counted(long rows) {
        int count = (int) Math.min(rows, Integer.MAX_VALUE);
        getLazyDataView().setItemCountCallback(query -> count);
    }
}
