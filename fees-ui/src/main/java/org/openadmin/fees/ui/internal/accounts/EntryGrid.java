package org.openadmin.fees.ui.internal.accounts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.openadmin.fees.api.accounts.AccountStatement.Line;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.EntryLabels;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.corrections.RefundSlips;

/** The entries of one account, each with a description, a link to its receipt, and its corrections. */
final class EntryGrid extends Grid<Line> {

    /** Longer lists get a scroll bar of their own. */
    private static final int MAX_VISIBLE_ROWS = 12;

    /** Longer names are cut off. */
    private static final int MAX_LINES = 3;

    /** The purpose of the grid. */
    enum Use {
        /** Outstanding charges. */
        OUTSTANDING,
        /** All entries, with the balance after each. */
        RUNNING
    }

    private final UserContext context;
    private final EntryLabels text;
    private final CorrectionActions correcting;
    private final RefundSlips slips;
    private final Use use;

    EntryGrid(UserContext context, String id, EntryLabels text, AccountDetails.Services services, Use use) {
        this.context = context;
        this.text = text;
        correcting = services.correcting();
        slips = services.slips();
        this.use = use;
        setId(id);
        setSelectionMode(SelectionMode.NONE);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setWidthFull();
        NarrowColumn.shrink(
                addColumn(line -> line.entry().dateText(context::format, "–"))
                        .setKey("date")
                        .setHeader(context.text("pay.column.date"))
                        .setWidth("8.25rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "4.75rem");
        NarrowColumn.shrink(
                addComponentColumn(line -> what(line.entry()))
                        .setKey("what")
                        .setHeader(context.text("account.column.what"))
                        .setWidth("7.25rem")
                        .setFlexGrow(4),
                NarrowColumn.PHONE,
                "6.25rem");
        if (use == Use.OUTSTANDING) {
            amount(
                    "amount",
                    "account.column.amount",
                    line -> context.format(line.entry().total()));
        } else {
            amount(
                    "charges",
                    "account.column.charges",
                    line -> isCharged(line) ? context.format(line.entry().total()) : "");
            amount(
                    "payments",
                    "account.column.payments",
                    line -> isCharged(line)
                            ? ""
                            : context.format(line.entry().total().negated()));
            NarrowColumn.hide(
                    amount("balance", "account.column.balance", line -> EntryLabels.balance(context, line.balance()))
                            .setFlexGrow(1),
                    NarrowColumn.PHONE);
        }
        // an outstanding charge was not paid, so there is no receipt to void
        if (correcting.mayCancel() || use == Use.RUNNING && correcting.mayGiveBack()) {
            NarrowColumn.shrink(
                    addComponentColumn(line -> actions(line.entry()))
                            .setKey("actions")
                            .setHeader(context.text("account.column.actions"))
                            .setWidth(use == Use.OUTSTANDING ? "11rem" : "9rem")
                            .setFlexGrow(use == Use.OUTSTANDING ? 1 : 0),
                    NarrowColumn.PHONE,
                    "6rem");
        }
    }

    private Column<Line> amount(String key, String header, com.vaadin.flow.function.ValueProvider<Line, String> value) {
        Column<Line> column = addComponentColumn(line -> Styles.figure(new Span(value.apply(line))))
                .setKey(key)
                .setHeader(context.text(header))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        return use == Use.OUTSTANDING ? NarrowColumn.shrink(column, NarrowColumn.PHONE, "5.25rem") : column;
    }

    private static boolean isCharged(Line line) {
        return line.entry().kind().isCharged(line.entry().total());
    }

    void show(List<Line> lines) {
        setItems(lines);
        boolean few = lines.size() <= MAX_VISIBLE_ROWS;
        setAllRowsVisible(few);
        if (!few) {
            Styles.css("fees-account-entries", this);
        }
    }

    private Div what(JournalEntry row) {
        Component title = title(row);
        Div cell = new Div(Styles.css("fees-isolate", title));
        String fate = use == Use.OUTSTANDING ? "" : text.status(row);
        if (!fate.isEmpty()) {
            Component word = row.isOutstanding() || row.voidedBy().isPresent()
                    ? Styles.badge(fate, row.isOutstanding() ? Styles.Badge.PRIMARY : Styles.Badge.CONTRAST)
                    : Styles.secondaryText(new Span(fate));
            cell.add(new Span(" "), word);
        }
        String more = text.details(row);
        if (!more.isEmpty()) {
            cell.add(Styles.secondaryText(new Div(more)));
        }
        return Styles.css("fees-wrap-cell", cell);
    }

    private Component title(JournalEntry row) {
        return text.receipt(row)
                .<Component>map(number -> new Anchor(Routes.receipt(number), text.label(row)))
                .orElseGet(() -> Styles.truncate(new Span(text.label(row)), MAX_LINES, text.label(row)));
    }

    private Div actions(JournalEntry row) {
        Div actions = Styles.css("fees-row-tight", Styles.row());
        boolean cancel = correcting.mayCancel() && text.mayBeCancelled(row);
        if (cancel) {
            actions.add(button(
                    "cancel-" + row.id(), "account.reverse", "correct.reverse", row, () -> correcting.cancel(row)));
        }
        if (cancel && row.isOutstanding() && use == Use.OUTSTANDING) {
            actions.add(
                    button("waive-" + row.id(), "account.waive", "correct.waive", row, () -> correcting.waive(row)));
        }
        if (correcting.mayGiveBack() && EntryLabels.mayBeVoided(row)) {
            row.receipt()
                    .ifPresent(number -> actions.add(Styles.dangerous(button(
                            "void-" + row.id(),
                            "account.void",
                            "account.void.label",
                            row,
                            () -> correcting.voidReceipt(number)))));
        }
        if (row.kind() == EntryKind.REFUND) {
            actions.add(slips.of(new RefundNumber(row.id())));
        }
        return actions;
    }

    private Button button(String id, String key, String label, JournalEntry row, Runnable action) {
        Button button = new Button(context.text(key), e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setAriaLabel(context.text(label) + ", " + text.label(row));
        return Styles.id(id, button);
    }
}
