package org.openadmin.fees.ui.internal.collection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BarCell;
import org.openadmin.fees.ui.internal.components.GridKeys;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.SumColumns;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The fees, or the homerooms or grades of a fee: a bar with its rate, and the sums of each state, with totals below. */
final class CollectionGrid extends Grid<CollectionLine> {

    /** Wider than a tablet; below it, outstanding charges matter more than what has become of the others. */
    private static final int WIDE = 74;

    private final transient UserContext context;
    private final transient Function<CollectionLine, String> address;
    private final String nameless;

    /**
     * @param heading the heading of the names
     * @param nameless the text for a line without a name
     * @param address the address that a line leads to
     */
    CollectionGrid(
            UserContext context,
            CollectionReport report,
            String heading,
            String nameless,
            Function<CollectionLine, String> address) {
        this.context = context;
        this.address = address;
        this.nameless = nameless;
        setId("collection-grid");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        GridKeys.openWithEnter(this);
        Styles.css("fees-collection-grid", Styles.css(Styles.DIGITS, this));
        addComponentColumn(this::name)
                .setKey("name")
                .setHeader(heading)
                .setComparator(Comparator.comparing(CollectionLine::name, new NaturalOrder()))
                .setSortable(true)
                .setWidth("8rem")
                .setFlexGrow(3)
                .setFrozen(true)
                .setFooter(context.text("overview.sum"));
        Column<CollectionLine> rate = addComponentColumn(line -> rate(line.collected()))
                .setKey("rate")
                .setHeader(context.text("collection.rate"))
                .setComparator(
                        Comparator.comparing(line -> line.collected().rate().orElse(BigDecimal.ONE.negate())))
                .setSortable(true)
                .setWidth("7rem")
                .setFlexGrow(1)
                .setFooter(percent(report.total()));
        NarrowColumn.shrink(rate, NarrowColumn.PHONE, "6.5rem");
        SumColumns<CollectionLine> sums = new SumColumns<>(context, this);
        NarrowColumn.hide(
                sums.addCount("charges", context.text("collection.charges"), line -> line.collected()
                        .charged()
                        .number()),
                NarrowColumn.TABLET);
        NarrowColumn.hide(
                sums.addAmount("charged", context.text("overview.charged"), line -> line.collected()
                        .charged()
                        .sum()),
                NarrowColumn.TABLET);
        for (ChargeState state : ChargeState.values()) {
            if (state == ChargeState.WAIVED && !context.may(Role.BILL)) {
                continue;
            }
            Column<CollectionLine> column =
                    sums.addAmount(key(state), context.heading(state), line -> amount(line.collected(), state));
            if (state != ChargeState.OUTSTANDING) {
                NarrowColumn.hide(column, state == ChargeState.PAID ? NarrowColumn.TABLET : WIDE);
            }
        }
        NarrowColumn.hide(
                sums.addCount("unpaid", context.text("collection.unpaid"), line -> line.collected()
                        .of(ChargeState.OUTSTANDING)
                        .number()),
                NarrowColumn.PHONE);
        sums.showSums(report.lines(), Money.zero(report.total().charged().sum().currency()));
        setItems(report.lines());
    }

    /** Covered and waived charges are both adjusted for those who may not see which. */
    private Money amount(Collected collected, ChargeState state) {
        Money sum = collected.of(state).sum();
        return state == ChargeState.COVERED && !context.may(Role.BILL)
                ? sum.plus(collected.of(ChargeState.WAIVED).sum())
                : sum;
    }

    private static String key(ChargeState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private Anchor name(CollectionLine line) {
        String name = line.name().isEmpty() ? nameless : line.name();
        return new Anchor(address.apply(line), Messages.isolated(name));
    }

    /** The rate as text, and a bar of the same length for the eye. */
    private Component rate(Collected collected) {
        Div rate = Styles.css("fees-collection-rate", new Div(new Span(percent(collected))));
        Money due = collected.due().sum();
        if (due.isPositive()) {
            Money collectedOrCovered = collected
                    .of(ChargeState.PAID)
                    .sum()
                    .plus(collected.of(ChargeState.COVERED).sum());
            rate.add(new BarCell(collectedOrCovered, due));
        }
        return rate;
    }

    private String percent(Collected collected) {
        return collected.rate().map(context::percent).orElse("–");
    }
}
