package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRun.Undone;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.OnceDialog;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** The latest cover runs, each with a button to undo it. */
final class CoverRunsDialog extends Dialog {

    private static final int LATEST = 100;

    private final transient UserContext context;
    private final transient Covers covers;
    private final transient Runnable changed;
    private final Banner notice = new Banner("cover-runs-notice");
    private final Grid<CoverRun> grid = new Grid<>();
    private final Div empty;

    /** @param changed is called when a run was undone */
    CoverRunsDialog(UserContext context, Covers covers, Runnable changed) {
        this.context = context;
        this.covers = covers;
        this.changed = changed;
        setId("cover-runs-dialog");
        setHeaderTitle(context.text("covers.runs"));
        setWidth("min(56rem, 100%)");
        empty = Styles.id("cover-runs-empty", Styles.emptyState(context.text("covers.runs.none")));
        setUpGrid();
        add(Styles.stack(new VerticalLayout(notice, empty, grid)));
        getFooter().add(Styles.id("cover-runs-close", new Button(context.text("covers.close"), e -> close())));
        refresh();
    }

    private void setUpGrid() {
        grid.setId("cover-runs-grid");
        grid.setAriaLabel(context.text("covers.runs"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addColumn(run -> run.number().toString())
                .setKey("number")
                .setHeader(context.text("covers.runs.number"))
                .setFlexGrow(0)
                .setWidth("5rem");
        grid.addColumn(run -> context.format(run.date())).setKey("date").setHeader(context.text("covers.runs.date"));
        NarrowColumn.hide(
                grid.addColumn(run -> run.payer().map(PayerNumber::toString).orElse(context.text("covers.run.all")))
                        .setKey("payer")
                        .setHeader(context.text("covers.run.payer")),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addColumn(run -> Messages.isolated(run.recordedBy()))
                        .setKey("by")
                        .setHeader(context.text("covers.runs.by")),
                NarrowColumn.PHONE);
        grid.addComponentColumn(run -> Styles.figure(
                        new Span(context.text("covers.run.sum", run.transfers(), context.format(run.total())))))
                .setKey("transfers")
                .setHeader(context.text("covers.runs.transfers"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(this::state)
                .setKey("state")
                .setHeader(context.text("covers.runs.state"))
                .setTextAlign(ColumnTextAlign.END);
    }

    private Component state(CoverRun run) {
        if (run.undone().isPresent()) {
            return new Span(context.text(
                    "covers.runs.undone", context.format(run.undone().get().date())));
        }
        if (!context.may(Role.BILL)) {
            return new Span();
        }
        Button undo = Styles.id("undo-cover-run-" + run.number(), new Button(context.text("covers.run.undo")));
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        undo.setAriaLabel(context.text("covers.runs.undo", run.number().toString()));
        undo.addClickListener(e -> ask(run));
        return undo;
    }

    private void ask(CoverRun run) {
        new OnceDialog<>(
                        context,
                        "undo-cover-run",
                        context.text("covers.runs.undo", run.number().toString()),
                        context.text("covers.runs.undo.asks", run.transfers(), context.format(run.total())),
                        Optional.of(context.text("correct.reason.optional")),
                        (key, reason) -> undo(new UndoCoverRunRequest(key, context.actor(), run.number(), reason)),
                        this::undone)
                .open();
    }

    private String undo(UndoCoverRunRequest request) {
        CoverRun run = covers.undo(request);
        Undone back = run.undone().orElseThrow();
        return context.text("covers.run.undone", run.number().toString(), back.charges(), context.format(back.total()));
    }

    private void undone(String what) {
        refresh();
        changed.run();
        notice.showSuccess(what);
        notice.focus();
    }

    private void refresh() {
        List<CoverRun> runs = List.of();
        try {
            runs = covers.runs(context.actor(), Page.first(LATEST));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
        grid.setItems(runs);
        grid.setVisible(!runs.isEmpty());
        empty.setVisible(runs.isEmpty());
    }
}
