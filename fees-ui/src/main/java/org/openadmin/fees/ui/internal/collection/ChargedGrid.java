package org.openadmin.fees.ui.internal.collection;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NaturalOrder;
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
import org.openadmin.fees.ui.internal.components.SumColumns;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The students who were charged a fee, with the state of their charges, for the office. */
final class ChargedGrid extends Grid<ChargedStudent> {

    private final transient UserContext context;

    ChargedGrid(UserContext context, List<ChargedStudent> students, Money zero) {
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
        SumColumns<ChargedStudent> sums = new SumColumns<>(context, this);
        NarrowColumn.hide(
                sums.addAmount("charged", context.text("overview.charged"), each -> each.collected()
                        .charged()
                        .sum()),
                NarrowColumn.PHONE);
        sums.addAmount("outstanding", context.heading(ChargeState.OUTSTANDING), each -> each.collected()
                .of(ChargeState.OUTSTANDING)
                .sum());
        sums.showSums(students, zero);
        setItems(students);
    }

    private Anchor account(ChargedStudent each) {
        AccountNumber number = each.student().number();
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
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
