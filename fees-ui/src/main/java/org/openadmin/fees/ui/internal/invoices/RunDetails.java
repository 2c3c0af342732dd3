package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.CsvLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.printing.RunLabels;

/** The log of one run: its request, its totals, and the outcome for each student, failures first. */
final class RunDetails extends VerticalLayout {

    /** Longer lists get a scroll bar of their own. */
    private static final int MAX_VISIBLE_ROWS = 12;

    private final UserContext context;
    private final RunLabels text;
    private final InvoiceRuns runs;
    private final InvoiceRun run;

    /** @param failed runs if the log cannot be downloaded */
    RunDetails(
            UserContext context,
            InvoiceRuns runs,
            FeeExports exports,
            InvoiceRun run,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.text = new RunLabels(context);
        this.runs = runs;
        this.run = run;
        setId("run-sheet");
        Styles.stack(this);
        H3 heading = Styles.id(
                "run-heading", new H3(context.text("run.heading", run.number().toString())));
        add(Styles.row(Styles.heading(heading), Styles.badge(text.state(run), RunGrid.colour(run.state()))));
        add(Styles.id("run-what", new Span(what())));
        note("run-figures", figures());
        note("run-left-out", text.leftOut(run));
        note("run-problem", run.problem().isEmpty() ? "" : context.text("run.problem", run.problem()));
        add(lines());
        add(new CsvLink(
                context,
                "save-run",
                context.text("run.save"),
                context.text("run.file", run.number().toString()),
                out -> exports.run(context.actor(), run.number(), out),
                failed));
    }

    private void note(String id, String sentence) {
        if (!sentence.isEmpty()) {
            add(Styles.id(id, new Span(sentence)));
        }
    }

    private String what() {
        String minimum = run.minimum()
                .map(least -> context.text(
                        "run.minimum", context.format(least), least.currency().getCurrencyCode()))
                .orElse("");
        return context.text(
                "run.what",
                text.channel(run),
                context.format(run.date()),
                text.whom(run) + minimum,
                run.startedBy(),
                text.time(run.startedAt()));
    }

    /** The totals; empty if every student was left out, because the list below shows the reasons. */
    private String figures() {
        int meant = RunLabels.meant(run);
        if (meant == 0) {
            return "";
        }
        if (run.channel() == Channel.PRINT && run.pages() == 0 && run.state() != State.RUNNING) {
            return context.text("run.figures.none");
        }
        String currency = run.due().currency().getCurrencyCode();
        return run.channel() == Channel.EMAIL
                ? context.text("run.figures.email", run.count(Outcome.SENT), meant, context.format(run.due()), currency)
                : context.text(
                        "run.figures.print",
                        run.invoices(),
                        run.pages(),
                        context.format(run.charged()),
                        context.format(run.credit()),
                        context.format(run.due()),
                        currency);
    }

    private Grid<Line> lines() {
        Grid<Line> grid = Styles.id("run-lines", new Grid<>());
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        Styles.css(Styles.DIGITS, grid);
        grid.addComponentColumn(this::account)
                .setKey("student")
                .setHeader(context.text("search.label"))
                .setWidth("9.5rem")
                .setFlexGrow(3);
        grid.addColumn(line -> line.student().homeroom())
                .setKey("homeroom")
                .setHeader(context.text("run.column.homeroom"))
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addComponentColumn(this::outcome)
                .setKey("outcome")
                .setHeader(context.text("run.column.outcome"))
                .setWidth("9rem")
                .setFlexGrow(4);
        grid.addColumn(line -> line.due().isZero() ? "–" : context.format(line.due()))
                .setKey("due")
                .setHeader(context.text("run.column.due"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        int all = run.outcomes().values().stream().mapToInt(Integer::intValue).sum();
        grid.setItems(
                query ->
                        runs
                                .lines(context.actor(), run.number(), new Page(query.getOffset(), query.getLimit()))
                                .stream(),
                query -> all);
        boolean few = all <= MAX_VISIBLE_ROWS;
        grid.setAllRowsVisible(few);
        if (!few) {
            grid.setHeight("20rem");
        }
        return grid;
    }

    /** The outcome and, for e-mail, the address and the server's answer. */
    private Div outcome(Line line) {
        Div cell = new Div(new Div(text.outcome(line.outcome())));
        Stream.of(line.recipient(), line.detail())
                .filter(each -> !each.isEmpty())
                .forEach(each -> cell.add(Styles.secondaryText(new Div(each))));
        return Styles.wrap(cell);
    }

    private Anchor account(Line line) {
        StudentNumber number = line.student().number();
        Anchor link = new Anchor(
                Routes.account(number), Messages.isolated(line.student().nameOrNumber()));
        link.add(Styles.secondaryText(new Span(" " + number)));
        return Styles.wrap(link);
    }
}
