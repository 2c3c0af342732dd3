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
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.printing.RunLabels;
import org.openadmin.fees.ui.internal.printing.RunReprinting;

/** The log of one run: its request, its totals, and the outcome for each student, failures first. */
final class RunDetails extends VerticalLayout {

    /** Longer lists get a scroll bar of their own. */
    private static final int MAX_VISIBLE_ROWS = 12;

    private final UserContext context;
    private final RunLabels text;
    private final InvoiceRuns runs;
    private final Consumer<RuntimeException> failed;
    private final Div state = new Div();
    private final Span figures = Styles.id("run-figures", new Span());
    private final Span leftOut = Styles.id("run-left-out", new Span());
    private final Span problem = Styles.id("run-problem", new Span());
    private final RunProgress progress;
    private final Grid<Line> lines = Styles.id("run-lines", new Grid<>());
    private final RunReprinting reprinting;
    private final FinishRunButton finish;
    private InvoiceRun run;

    /**
     * @param failed runs if the log cannot be read or downloaded, or the run not be stopped
     * @param reprinting opens the document of the run again
     * @param finish the button to send the rest of the run
     */
    RunDetails(
            UserContext context,
            InvoiceRuns runs,
            FeeExports exports,
            InvoiceRun run,
            Consumer<RuntimeException> failed,
            RunReprinting reprinting,
            FinishRunButton finish) {
        this.context = context;
        this.text = new RunLabels(context);
        this.runs = runs;
        this.run = run;
        this.failed = failed;
        this.reprinting = reprinting;
        this.finish = finish;
        setId("run-sheet");
        Styles.stack(this);
        H3 heading = Styles.id(
                "run-heading", new H3(context.text("run.heading", run.number().toString())));
        progress = new RunProgress(context, this::stop);
        setUpLines();
        add(
                Styles.row(Styles.heading(heading), state),
                Styles.id("run-what", new Span(what())),
                progress,
                figures,
                leftOut,
                problem,
                reprinting,
                lines,
                new ListLinks(
                        context,
                        "save-run",
                        context.text("run.save"),
                        context.text("run.file", run.number().toString()),
                        exports.language(),
                        (format, out) -> exports.run(context.actor(), run.number(), format, out),
                        failed),
                finish);
        show();
    }

    /** Whether the figures can still change. */
    boolean isUnderWay() {
        return run.state().isUnderWay();
    }

    /** Shows what has changed since; the focus and the scroll position are kept. */
    void refresh() {
        try {
            update(runs.run(context.actor(), run.number()));
        } catch (FeesException e) {
            failed.accept(e);
        }
    }

    private void stop() {
        try {
            update(runs.stop(context.actor(), run.number()));
        } catch (FeesException e) {
            failed.accept(e);
            show();
        }
    }

    private void update(InvoiceRun current) {
        if (!current.equals(run)) {
            run = current;
            show();
        }
    }

    private void show() {
        state.removeAll();
        state.add(Styles.badge(text.state(run), RunGrid.colour(run.state())));
        progress.show(run);
        reprinting.show(run);
        finish.show(run);
        note(figures, figures());
        note(leftOut, text.leftOut(run));
        note(problem, run.problem().isEmpty() ? "" : context.text("run.problem", run.problem()));
        boolean few = students() <= MAX_VISIBLE_ROWS;
        lines.setAllRowsVisible(few);
        lines.setHeight(few ? null : "20rem");
        lines.getDataProvider().refreshAll();
    }

    private static void note(Span note, String sentence) {
        note.setText(sentence);
        note.setVisible(!sentence.isEmpty());
    }

    private int students() {
        return run.outcomes().values().stream().mapToInt(Integer::intValue).sum();
    }

    private String what() {
        String minimum = run.minimum()
                .map(least -> context.text(
                        "run.minimum", context.format(least), least.currency().getCurrencyCode()))
                .orElse("");
        return context.text(
                run.isOfReminders() ? "run.what.reminders" : "run.what",
                text.channel(run),
                context.format(run.date()),
                text.whom(run) + minimum,
                run.startedBy(),
                text.time(run.startedAt()));
    }

    /** The totals; empty if every student was left out, because the list below shows the reasons, or while they are printed. */
    private String figures() {
        int meant = run.meant();
        if (meant == 0 || (run.channel() == Channel.PRINT && isUnderWay())) {
            return "";
        }
        if (run.channel() == Channel.PRINT && run.pages() == 0) {
            return context.text("run.figures.none");
        }
        String currency = run.due().currency().getCurrencyCode();
        return run.channel() == Channel.EMAIL
                ? context.text("run.figures.email", run.count(Outcome.SENT), meant, context.format(run.due()), currency)
                : context.text(
                        run.isOfReminders() ? "run.figures.reminders" : "run.figures.print",
                        run.invoices(),
                        run.pages(),
                        context.format(run.charged()),
                        context.format(run.credit()),
                        context.format(run.due()),
                        currency);
    }

    private void setUpLines() {
        lines.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        lines.setSelectionMode(Grid.SelectionMode.NONE);
        Styles.css(Styles.DIGITS, lines);
        lines.addComponentColumn(this::account)
                .setKey("student")
                .setHeader(context.text("search.label"))
                .setWidth("9.5rem")
                .setFlexGrow(3);
        lines.addColumn(line -> line.student().homeroom())
                .setKey("homeroom")
                .setHeader(context.text("run.column.homeroom"))
                .setWidth("6rem")
                .setFlexGrow(0);
        lines.addComponentColumn(this::outcome)
                .setKey("outcome")
                .setHeader(context.text("run.column.outcome"))
                .setWidth("9rem")
                .setFlexGrow(4);
        lines.addColumn(line -> line.due().isZero() ? "–" : context.format(line.due()))
                .setKey("due")
                .setHeader(context.text("run.column.due"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        lines.setItems(
                query ->
                        runs
                                .lines(context.actor(), run.number(), new Page(query.getOffset(), query.getLimit()))
                                .stream(),
                query -> students());
    }

    /** The outcome; for e-mail, the address and the server's answer; and the letters that cannot be printed. */
    private Div outcome(Line line) {
        Div cell = new Div(new Div(text.outcome(run, line)));
        String unprintable = line.unprintable().isEmpty() ? "" : context.text("run.unprintable", line.unprintable());
        Stream.of(line.recipient(), text.detail(line), unprintable)
                .filter(each -> !each.isEmpty())
                .forEach(each -> cell.add(Styles.secondaryText(new Div(each))));
        return Styles.wrap(cell);
    }

    private Anchor account(Line line) {
        AccountNumber number = line.student().number();
        Anchor link = new Anchor(
                Routes.account(number), Messages.isolated(line.student().nameOrNumber()));
        link.add(Styles.secondaryText(new Span(" " + number)));
        return Styles.wrap(link);
    }
}
