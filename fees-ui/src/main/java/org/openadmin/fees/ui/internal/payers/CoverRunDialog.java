package org.openadmin.fees.ui.internal.payers;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverRunPlan.Transfer;
import org.openadmin.fees.api.payers.CoverRunRefusedException;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.spi.search.PayerOrder;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ChoiceField;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cover run: what it would transfer, by payer and student, and the button that does it. Both read and change the accounts of a whole
 * school, so they are done in the background.
 */
final class CoverRunDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(CoverRunDialog.class);

    private final transient UserContext context;
    private final transient Covers covers;
    private final transient Map<PayerNumber, Payer> payers;
    private final transient Executor background;
    private final transient Consumer<CoverRun> done;
    private final transient Runnable undone;
    private final transient PendingRequest<CoverRunRequest> pending = new PendingRequest<>();
    private final Banner notice = new Banner("cover-run-notice");
    private final BackgroundTask working = new BackgroundTask("cover-run-working");
    private final ChoiceField<Payer> only;
    private final Grid<Transfer> grid = new Grid<>();
    private final Paragraph sum = Styles.id("cover-run-sum", new Paragraph());
    private final Div empty;
    private final Button post;
    private transient Optional<CoverRunPlan> plan = Optional.empty();
    private RequestKey key = RequestKey.fresh();
    private boolean answered;
    /** How often a preview was begun: only the latest one is shown. */
    private int previews;

    /**
     * @param done receives the run
     * @param undone is called when an earlier run was undone
     */
    CoverRunDialog(
            UserContext context,
            Covers covers,
            Executor background,
            List<Payer> payers,
            Consumer<CoverRun> done,
            Runnable undone) {
        this.undone = undone;
        this.context = context;
        this.covers = covers;
        this.background = background;
        this.payers = payers.stream().collect(Collectors.toMap(Payer::number, each -> each));
        this.done = done;
        setId("cover-run-dialog");
        setHeaderTitle(context.text("covers.run"));
        setWidth("min(64rem, 100%)");
        empty = Styles.id("cover-run-empty", Styles.emptyState(context.text("covers.run.nothing")));
        only = Styles.id("cover-run-payer", new ChoiceField<>(context));
        only.setLabel(context.text("covers.run.payer"));
        only.setItemLabelGenerator(each -> Messages.isolated(each.name()) + " · " + each.number());
        only.offer(PayerOrder::matches, payers.stream().filter(Payer::active).toList());
        only.setPlaceholder(context.text("covers.run.all"));
        only.setClearButtonVisible(true);
        only.addValueChangeListener(e -> preview());
        only.whenUnreadable(this::preview);
        post = Styles.id("cover-run-post", new Button(context.text("covers.run.post"), e -> post()));
        post.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        post.setDisableOnClick(true);
        Button close = Styles.id("cover-run-close", new Button(context.text("action.cancel"), e -> close()));
        setUpGrid();
        add(Styles.stack(new VerticalLayout(
                notice, new Paragraph(context.text("covers.run.lead")), only, working, empty, sum, grid)));
        getFooter()
                .add(
                        Styles.id("cover-runs", new Button(context.text("covers.runs.open"), e -> new CoverRunsDialog(
                                        context, covers, this::undone)
                                .open())),
                        close);
        if (context.may(Role.BILL)) {
            getFooter().add(post);
        }
        empty.setVisible(false);
        grid.setVisible(false);
        preview();
    }

    private void setUpGrid() {
        grid.setId("cover-run-grid");
        grid.setAriaLabel(context.text("covers.run"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        NarrowColumn.hide(
                grid.addColumn(each -> name(each.payer()))
                        .setKey("payer")
                        .setHeader(context.text("payers.name"))
                        .setFlexGrow(2),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addColumn(this::student)
                        .setKey("student")
                        .setHeader(context.text("covers.student"))
                        .setFlexGrow(2),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addColumn(this::fee)
                        .setKey("fee")
                        .setHeader(context.text("covers.fee"))
                        .setFlexGrow(2),
                NarrowColumn.PHONE);
        NarrowColumn.showOnly(
                grid.addComponentColumn(each -> new Div(
                                new Div(student(each)),
                                Styles.secondaryText(new Div(fee(each))),
                                Styles.secondaryText(new Div(name(each.payer())))))
                        .setKey("all")
                        .setHeader(context.text("covers.student"))
                        .setFlexGrow(1),
                NarrowColumn.PHONE,
                "9rem");
        NarrowColumn.hide(
                grid.addComponentColumn(each -> Styles.figure(new Span(context.format(each.whole()))))
                        .setKey("whole")
                        .setHeader(context.text("covers.run.charge"))
                        .setTextAlign(ColumnTextAlign.END),
                NarrowColumn.PHONE);
        grid.addComponentColumn(each -> Styles.figure(new Span(context.format(each.amount()))))
                .setKey("amount")
                .setHeader(context.text("covers.run.amount"))
                .setWidth("7rem")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    private String student(Transfer each) {
        return Messages.isolated(each.student().nameOrNumber()) + " · "
                + each.cover().terms().student();
    }

    private String fee(Transfer each) {
        return each.fee() + ", " + context.format(each.charged());
    }

    private String name(PayerNumber number) {
        return Optional.ofNullable(payers.get(number)).map(Payer::name).orElse("") + " · " + number;
    }

    private void undone() {
        undone.run();
        preview();
    }

    private void preview() {
        notice.clear();
        post.setEnabled(false);
        if (!only.isReadable()) {
            showNothing();
            return;
        }
        working.start(context.text("covers.run.reading"));
        UI ui = UI.getCurrent();
        Actor reader = context.actor();
        Optional<PayerNumber> payer = payer();
        int preview = ++previews;
        background.execute(() -> {
            Runnable outcome = plan(reader, payer);
            BackgroundTask.tell(ui, () -> {
                if (preview == previews) {
                    working.end();
                    outcome.run();
                }
            });
        });
    }

    /** No run for all payers while the text names none of them. */
    private void showNothing() {
        previews++;
        working.end();
        plan = Optional.empty();
        grid.setVisible(false);
        empty.setVisible(false);
        sum.setVisible(false);
    }

    private Runnable plan(Actor reader, Optional<PayerNumber> payer) {
        try {
            CoverRunPlan now = covers.preview(reader, payer);
            return () -> show(now);
        } catch (RuntimeException e) {
            return () -> {
                plan = Optional.empty();
                notice.showProblem(context.errors().of(e));
            };
        }
    }

    private Optional<PayerNumber> payer() {
        return only.chosen().map(Payer::number);
    }

    private void show(CoverRunPlan now) {
        plan = Optional.of(now);
        grid.setItems(now.transfers());
        boolean nothing = now.transfers().isEmpty();
        grid.setVisible(!nothing);
        empty.setVisible(nothing);
        sum.setVisible(!nothing);
        sum.setText(context.text("covers.run.sum", now.transfers().size(), context.format(now.total())));
        now.shortages().stream()
                .findFirst()
                .ifPresent(fund -> notice.showProblem(context.errors().of(CoverRunRefusedException.fundShort(fund))));
        post.setEnabled(!nothing && now.shortages().isEmpty());
        post.focus();
    }

    private void post() {
        if (answered || working.isVisible()) {
            return;
        }
        CoverRunRequest request = pending.get()
                .orElseGet(() -> new CoverRunRequest(key, context.actor(), payer(), plan.map(CoverRunPlan::figures)));
        only.setEnabled(false);
        working.start(context.text("covers.run.posting"));
        UI ui = UI.getCurrent();
        background.execute(() -> {
            Runnable outcome = run(request);
            BackgroundTask.tell(ui, () -> {
                working.end();
                outcome.run();
            });
        });
    }

    private Runnable run(CoverRunRequest request) {
        try {
            CoverRun run = covers.run(request);
            return () -> {
                pending.answered();
                answered = true;
                close();
                done.accept(run);
            };
        } catch (RuntimeException e) {
            LOG.warn("A cover run was not made", e);
            return () -> refused(request, e);
        }
    }

    private void refused(CoverRunRequest request, RuntimeException problem) {
        RuntimeException shown = pending.failed(request, problem);
        only.setEnabled(!pending.isPending());
        if (pending.isPending()) {
            post.setEnabled(true);
        } else {
            key = RequestKey.fresh();
            preview();
        }
        notice.showProblem(context.errors().of(shown));
    }
}
