package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.GridKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.printing.RunLabels;

/** The latest invoice runs, narrow enough for a tablet in portrait; the number opens the log. */
final class RunGrid extends Grid<InvoiceRun> {

    /** Longer lists get a scroll bar of their own. */
    private static final int MAX_VISIBLE_ROWS = 8;

    private static final String HEAD = "3.25rem";
    private static final String ROW = "3.35rem";

    private final UserContext context;
    private final RunLabels text;

    RunGrid(UserContext context) {
        this.context = context;
        this.text = new RunLabels(context);
        setId("runs");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        Styles.css(Styles.DIGITS, this);
        GridKeys.openWithEnter(this);
        column("number", this::numberAndState, "5.75rem").setFlexGrow(0);
        column("started", run -> lines(text.time(run.startedAt()), run.startedBy()), "8.25rem")
                .setFlexGrow(2);
        column("date", run -> lines(context.format(run.date()), what(run)), "7.75rem")
                .setFlexGrow(4);
        column("invoices", run -> lines(context.text("run.count", run.invoices()), without(run)), "4.75rem")
                .setTextAlign(ColumnTextAlign.END);
        column("due", run -> new Span(context.format(run.due())), "6.5rem")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0);
    }

    private String what(InvoiceRun run) {
        String what = text.channel(run) + " · " + text.whom(run);
        return run.isOfReminders() ? context.text("runs.reminders") + " · " + what : what;
    }

    void show(List<InvoiceRun> runs) {
        setItems(runs);
        // the grid's own calculation assumes rows of one line and shows half of the list
        setHeight("calc(" + HEAD + " + " + Math.min(runs.size(), MAX_VISIBLE_ROWS) + " * " + ROW + ")");
    }

    private <C extends Component> Column<InvoiceRun> column(String key, Function<InvoiceRun, C> cell, String width) {
        return addComponentColumn(cell::apply)
                .setKey(key)
                .setHeader(context.text("run.column." + key))
                .setWidth(width)
                .setFlexGrow(1);
    }

    /** A value, and below it an explanation, which may be empty. */
    private static Div lines(String first, String second) {
        Div lines = new Div(new Div(first));
        if (!second.isEmpty()) {
            lines.add(Styles.secondaryText(new Div(second)));
        }
        return Styles.wrap(lines);
    }

    /** The number of students without an invoice: left out, or their e-mail was not sent. */
    private String without(InvoiceRun run) {
        int without = run.leftOut() + run.meant() - run.invoices();
        return without == 0 ? "" : context.text("run.without", without);
    }

    private Div numberAndState(InvoiceRun run) {
        String number = run.number().toString();
        Anchor link = Styles.id("run-" + number, new Anchor(Routes.invoiceRun(run.number()), number));
        return new Div(new Div(link), Styles.badge(text.state(run), colour(run.state())));
    }

    static Styles.Badge colour(State state) {
        return switch (state) {
            case DONE -> Styles.Badge.SUCCESS;
            case FAILED -> Styles.Badge.ERROR;
            case RUNNING, STOPPING, CANCELLED -> Styles.Badge.CONTRAST;
        };
    }
}
