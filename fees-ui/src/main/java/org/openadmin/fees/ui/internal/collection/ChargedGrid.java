package org.openadmin.fees.ui.internal.collection;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudent;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.search.NameOrder;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.GridKeys;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The students who were charged a fee, with the state of their charges, for the office. */
final class ChargedGrid extends Grid<ChargedStudent> {

    private final transient UserContext context;

    /** @param total the figures of these students together */
    ChargedGrid(UserContext context, List<ChargedStudent> students, Collected total) {
        this.context = context;
        setId("charged-grid");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        GridKeys.openWithEnter(this);
        Styles.css("fees-collection-grid", Styles.css(Styles.DIGITS, this));
        addComponentColumn(this::account)
                .setKey("student")
                .setHeader(context.text("search.label"))
                .setComparator(Comparator.comparing(each -> NameOrder.of(each.student())))
                .setSortable(true)
                .setWidth("8.25rem")
                .setFlexGrow(3)
                .setFrozen(true)
                .setFooter(context.text("overview.sum"));
        Grid.Column<ChargedStudent> homeroom = addColumn(each -> each.student().homeroom())
                .setKey("homeroom")
                .setHeader(context.format(GroupKind.HOMEROOM))
                .setComparator(Comparator.comparing(each -> each.student().homeroom(), new NaturalOrder()))
                .setSortable(true)
                .setWidth("7rem")
                .setFlexGrow(0);
        NarrowColumn.hide(homeroom, NarrowColumn.PHONE);
        Column<ChargedStudent> state = addColumn(each -> states(each.collected()))
                .setKey("state")
                .setHeader(context.text("collection.state"))
                .setSortable(true)
                .setWidth("8rem")
                .setFlexGrow(1);
        NarrowColumn.shrink(state, NarrowColumn.PHONE, "6.5rem");
        NarrowColumn.hide(
                sum(
                        "charged",
                        context.text("overview.charged"),
                        all -> all.charged().sum(),
                        total),
                NarrowColumn.PHONE);
        sum(
                "outstanding",
                context.heading(ChargeState.OUTSTANDING),
                all -> all.of(ChargeState.OUTSTANDING).sum(),
                total);
        setItems(students);
    }

    private Anchor account(ChargedStudent each) {
        StudentNumber number = each.student().number();
        Anchor link = new Anchor(
                Routes.account(number), Messages.isolated(each.student().nameOrNumber()));
        link.add(Styles.secondaryText(new Span(" " + number)));
        return Styles.id("account-of-" + number, link);
    }

    /** Mostly one state; a student who was charged twice may have two. */
    private String states(Collected collected) {
        return Arrays.stream(ChargeState.values())
                .filter(state -> collected.of(state).number() > 0)
                .map(context::format)
                .collect(Collectors.joining(", "));
    }

    private Grid.Column<ChargedStudent> sum(
            String key, String header, Function<Collected, Money> sum, Collected total) {
        return addColumn(each -> figure(sum.apply(each.collected())))
                .setKey(key)
                .setHeader(header)
                .setComparator(Comparator.comparing(each -> sum.apply(each.collected())))
                .setSortable(true)
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("7rem")
                .setFlexGrow(0)
                .setFooter(context.format(sum.apply(total)));
    }

    private String figure(Money amount) {
        return amount.isZero() ? "–" : context.format(amount);
    }
}
