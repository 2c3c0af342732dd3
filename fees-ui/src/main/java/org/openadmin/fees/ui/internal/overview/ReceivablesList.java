package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.grid.dataview.GridListDataView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NaturalOrder;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.search.NameOrder;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.SumColumns;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.students.PayFromCredit;
import org.openadmin.fees.ui.internal.students.StudentFilter;

/** The students of one bar of the chart: outstanding charges by age and the amount due after credit, with totals below. */
final class ReceivablesList extends VerticalLayout {

    private final UserContext context;
    private final transient Function<Receivable, PayFromCredit> fromCredit;
    private final AgingBucket which;
    private final transient Optional<LocalDate> asOf;
    private final List<Receivable> students;
    private final Money zero;
    private final Grid<Receivable> grid = new Grid<>();
    private final TextField filter = new TextField();
    private final Span count = Styles.id("receivables-count", Styles.secondaryText(new Span()));
    private final transient SumColumns<Receivable> sums;

    /**
     * @param asOf the past day of the list; absent for today
     * @param all with at least one student who owes
     * @param fromCredit the button for a student whose credit covers what is outstanding
     */
    ReceivablesList(
            UserContext context,
            AgingBucket which,
            Optional<LocalDate> asOf,
            Receivables all,
            Function<Receivable, PayFromCredit> fromCredit) {
        this.asOf = asOf;
        this.context = context;
        this.fromCredit = fromCredit;
        this.which = which;
        sums = new SumColumns<>(context, grid);
        zero = Money.zero(all.creditOnly().currency());
        students = all.owing().stream().filter(each -> !which.of(each).isZero()).toList();
        Styles.css("fees-parts", this);
        setUpFilter();
        setUpGrid();
        add(ages(), Styles.row(filter, count), grid);
        if (which == AgingBucket.ALL) {
            add(ledger(context, all));
        }
        asOf.ifPresent(day -> all.known().ifPresent(known -> add(AsOfDay.later(context, known, day))));
        setFlexGrow(1, grid);
        PageKeys.on(this, context, filter);
        showMatching();
    }

    /** How the list, with the students who have only credit, adds up to the ledger. */
    static Span ledger(UserContext context, Receivables all) {
        return Styles.id(
                "receivables-ledger",
                Styles.secondaryText(new Span(context.text(
                        "overview.ledger",
                        all.creditOnlyStudents(),
                        context.format(all.creditOnly()),
                        context.format(all.outstanding()),
                        context.format(all.credit()),
                        context.format(all.balance())))));
    }

    private Nav ages() {
        Nav ages = Styles.css("fees-receivables-ages", new Nav());
        ages.setId("receivables-ages");
        ages.getElement().setAttribute("aria-label", context.text("overview.ages"));
        for (AgingBucket each : AgingBucket.values()) {
            Anchor link = Styles.id("list-" + each.keyword(), new Anchor(each.path(asOf), context.text(each.key())));
            if (each == which) {
                link.getElement().setAttribute("aria-current", "page");
            }
            ages.add(link);
        }
        return ages;
    }

    private void setUpFilter() {
        filter.setId("receivables-filter");
        filter.setPlaceholder(context.text("overview.filter"));
        filter.setAriaLabel(context.text("overview.filter"));
        filter.setPrefixComponent(VaadinIcon.SEARCH.create());
        filter.setClearButtonVisible(true);
        filter.setWidth("19rem");
        filter.setAutofocus(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(e -> showMatching());
    }

    private void setUpGrid() {
        grid.setId("receivables-grid");
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Styles.css("fees-receivables-grid", Styles.css(Styles.DIGITS, grid));
        grid.addComponentColumn(this::student)
                .setKey("student")
                .setHeader(context.text("search.label"))
                .setComparator(Comparator.comparing(each -> NameOrder.of(each.student())))
                .setSortable(true)
                .setTooltipGenerator(each -> each.student().nameOrNumber())
                .setWidth("8.25rem")
                .setFlexGrow(3)
                .setFrozen(true)
                .setFooter(context.text("overview.sum"));
        Grid.Column<Receivable> homeroom = grid.addColumn(each -> each.student().homeroom())
                .setKey("homeroom")
                .setHeader(context.format(GroupKind.HOMEROOM))
                .setComparator(Comparator.comparing(each -> each.student().homeroom(), new NaturalOrder()))
                .setSortable(true)
                .setWidth("6rem")
                .setFlexGrow(0);
        // the ages need the room
        NarrowColumn.hide(homeroom, NarrowColumn.TABLET);
        for (AgingBucket each : List.of(
                AgingBucket.NOT_DUE,
                AgingBucket.TO_30,
                AgingBucket.TO_60,
                AgingBucket.TO_90,
                AgingBucket.OVER_90,
                AgingBucket.ALL)) {
            boolean all = each == AgingBucket.ALL;
            Grid.Column<Receivable> amount = sums.addAmount(
                            each.keyword(), context.text(all ? "account.outstanding" : each.key()), each::of)
                    .setWidth(all ? "7.5rem" : "5.5rem");
            // outstanding less credit is the amount due
            NarrowColumn.hide(amount, all ? NarrowColumn.TABLET : NarrowColumn.PHONE);
        }
        NarrowColumn.hide(
                sums.addAmount("credit", context.text("account.credit"), each -> each.account()
                                .credit())
                        .setWidth("6.5rem"),
                NarrowColumn.TABLET);
        String currency = zero.currency().getCurrencyCode();
        // where the ages have to scroll, the amount due stays in view
        sums.addAmount("due", context.text("account.due", currency), each -> each.account()
                        .due())
                .setWidth("6.5rem")
                .setFrozenToEnd(true);
        grid.setItems(students);
    }

    /** What the user has typed into the filter. */
    String filter() {
        return filter.getValue();
    }

    void filter(String text) {
        filter.setValue(text);
    }

    /** The name. If the credit covers what the student owes, a note and a button to pay from it follow. */
    private Component student(Receivable each) {
        if (!each.account().isCoveredByCredit()) {
            return account(each);
        }
        Div covered = Styles.row(Styles.badge(context.text("account.covered"), Styles.Badge.SUCCESS));
        if (asOf.isEmpty() && PayFromCredit.isFor(context, each.account())) {
            PayFromCredit button = fromCredit.apply(each);
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            covered.add(button);
        }
        return new Div(account(each), covered);
    }

    private Anchor account(Receivable each) {
        AccountNumber number = each.student().number();
        Anchor link = new Anchor(
                Routes.account(number), Messages.isolated(each.student().nameOrNumber()));
        link.add(Styles.secondaryText(new Span(" " + number)));
        return Styles.id("account-of-" + number, link);
    }

    private void showMatching() {
        StudentFilter wanted = new StudentFilter(filter.getValue());
        GridListDataView<Receivable> view = grid.getListDataView();
        view.setFilter(each -> wanted.matches(each.student()));
        List<Receivable> shown = view.getItems().toList();
        sums.showSums(shown, zero);
        count.setText(context.text(
                which == AgingBucket.ALL ? "overview.shown.all" : "overview.shown",
                shown.size(),
                students.size(),
                context.format(shown.stream().map(which::of).reduce(zero, Money::plus)),
                zero.currency().getCurrencyCode()));
    }

    /** The students shown; empty if they are all who owe. */
    Optional<Set<AccountNumber>> selection() {
        if (which == AgingBucket.ALL && filter.getValue().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(grid.getListDataView()
                .getItems()
                .map(each -> each.student().number())
                .collect(Collectors.toSet()));
    }
}
