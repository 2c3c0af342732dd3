package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.printing.RunLabels;

/** Who would get a reminder now: the amount, since when, the stage, and the reminder before. */
final class ReminderPreview extends VerticalLayout {

    /** Longer lists get a scroll bar of their own. */
    private static final int MAX_VISIBLE_ROWS = 12;

    private final UserContext context;
    private final Span sum = Styles.id("reminders-sum", new Span());
    private final Span others = Styles.id("reminders-others", Styles.secondaryText(new Span()));
    private final Grid<DueReminder> due = Styles.id("reminders-due", new Grid<>());

    ReminderPreview(UserContext context) {
        this.context = context;
        Styles.stack(this);
        due.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        due.setSelectionMode(Grid.SelectionMode.NONE);
        Styles.css(Styles.DIGITS, due);
        due.addComponentColumn(this::account)
                .setKey("student")
                .setHeader(context.text("search.label"))
                .setWidth("9.5rem")
                .setFlexGrow(3);
        column("amount", "6rem", each -> context.format(each.amount())).setTextAlign(ColumnTextAlign.END);
        column(
                "since",
                "8rem",
                each -> context.format(each.since()) + " · " + context.text("reminders.days", each.days()));
        column("stage", "7rem", each -> each.stage()
                .map(stage -> context.text("reminders.stage.days", stage.days()))
                .orElse(""));
        column("last", "8rem", this::last);
        setVisible(false);
        add(sum, due, others);
    }

    private Grid.Column<DueReminder> column(String key, String width, Function<DueReminder, String> text) {
        return due.addColumn(text::apply)
                .setKey(key)
                .setHeader(context.text("reminders.column." + key))
                .setWidth(width)
                .setFlexGrow(1);
    }

    private String last(DueReminder each) {
        return each.last()
                .map(last -> context.format(last.date()) + " · "
                        + context.text("reminders.stage.days", last.stage().days()))
                .orElse("–");
    }

    private Div account(DueReminder each) {
        Anchor link = new Anchor(
                Routes.account(each.student().number()),
                Messages.isolated(each.student().nameOrNumber()));
        link.add(Styles.secondaryText(new Span(" " + each.student().number())));
        return Styles.wrap(new Div(link));
    }

    /** @param all the students with an overdue amount, with a reminder or without */
    void show(List<DueReminder> all, Money zero) {
        List<DueReminder> wanted =
                all.stream().filter(each -> each.stage().isPresent()).toList();
        Money amount = wanted.stream().map(DueReminder::amount).reduce(zero, Money::plus);
        sum.setText(context.text(
                "reminders.sum",
                wanted.size(),
                context.format(amount),
                zero.currency().getCurrencyCode()));
        Map<Outcome, Integer> reasons = new EnumMap<>(Outcome.class);
        all.forEach(each -> each.reason().ifPresent(reason -> reasons.merge(reason, 1, Integer::sum)));
        others.setText(new RunLabels(context).withoutReminder(reasons));
        others.setVisible(!reasons.isEmpty());
        due.setItems(wanted);
        due.setVisible(!wanted.isEmpty());
        boolean few = wanted.size() <= MAX_VISIBLE_ROWS;
        due.setAllRowsVisible(few);
        due.setHeight(few ? null : "24rem");
        setVisible(true);
    }

    void clear() {
        setVisible(false);
        due.setItems(List.of());
    }
}
