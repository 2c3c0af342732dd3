package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.InvoiceRun.State;

/** The latest runs of invoices; the number opens the log. */
final class RunGrid extends Grid<InvoiceRun> {

    private final Visit visit;
    private final RunText text;

    RunGrid(Visit visit) {
        this.visit = visit;
        this.text = new RunText(visit);
        setId("runs");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        getStyle().set("font-variant-numeric", "tabular-nums");
        GridKeys.openWithEnter(this);
        addComponentColumn(this::link)
                .setKey("number")
                .setHeader(visit.say("run.column.number"))
                .setWidth("4rem")
                .setFlexGrow(0);
        text("started", run -> text.time(run.startedAt()), "9rem");
        text("by", InvoiceRun::startedBy, "5.5rem");
        text("channel", text::channel, "6.5rem");
        text("date", run -> visit.show(run.date()), "7rem");
        text("for", text::whom, "7rem");
        figure("invoices", run -> String.valueOf(run.invoices()));
        figure("left-out", run -> String.valueOf(run.leftOut()));
        figure("due", run -> visit.show(run.due()));
        addComponentColumn(this::state)
                .setKey("state")
                .setHeader(visit.say("run.column.state"))
                .setWidth("6.5rem")
                .setFlexGrow(0);
    }

    void show(List<InvoiceRun> runs) {
        setItems(runs);
    }

    private void text(String key, Function<InvoiceRun, String> value, String width) {
        addColumn(value::apply)
                .setKey(key)
                .setHeader(visit.say("run.column." + key))
                .setTooltipGenerator(value::apply)
                .setWidth(width)
                .setFlexGrow(1);
    }

    private void figure(String key, Function<InvoiceRun, String> value) {
        addColumn(value::apply)
                .setKey(key)
                .setHeader(visit.say("run.column." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
    }

    private Anchor link(InvoiceRun run) {
        String number = run.number().toString();
        return Look.id("run-" + number, new Anchor(InvoicesView.run(run.number()), number));
    }

    private Span state(InvoiceRun run) {
        return Look.badge(text.state(run), colour(run.state()));
    }

    static String colour(State state) {
        return switch (state) {
            case DONE -> "success";
            case FAILED -> "error";
            case RUNNING, CANCELLED -> "contrast";
        };
    }
}
