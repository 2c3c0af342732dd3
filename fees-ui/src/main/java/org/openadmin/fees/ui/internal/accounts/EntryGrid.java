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
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.corrections.RefundNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DueText;
import org.openadmin.fees.ui.internal.components.EntryLabels;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.corrections.RefundSlips;
import org.openadmin.fees.ui.internal.corrections.ReturnActions;
import org.openadmin.fees.ui.internal.corrections.SplitActions;
import org.openadmin.fees.ui.internal.corrections.TransferActions;

/**
 * The entries of one account, each with a description, a link to its receipt, and its corrections. Only those in view are loaded.
 */
final class EntryGrid extends Grid<EntryGrid.Row> {

    /** Longer lists get a scroll bar of their own. */
    private static final int MAX_VISIBLE_ROWS = 12;

    private static final int PAGE_SIZE = 100;

    /** Longer names are cut off. */
    private static final int MAX_LINES = 3;

    /** The purpose of the grid. */
    enum Use {
        /** Outstanding charges. */
        OUTSTANDING,
        /** All entries, with the balance after each. */
        RUNNING
    }

    /**
     * An entry.
     *
     * @param balance the balance after it, in a list of all entries
     * @param text the words for it
     */
    record Row(JournalEntry entry, Optional<Money> balance, EntryLabels text) {

        /** The rows of part of an account. */
        static List<Row> of(UserContext context, AccountLines account) {
            EntryLabels text = new EntryLabels(context, account.entries());
            return account.lines().stream()
                    .map(line -> new Row(line.entry(), Optional.of(line.balance()), text))
                    .toList();
        }

        /** Rows that are outstanding, which refer to no others. */
        static List<Row> outstanding(UserContext context, List<JournalEntry> entries) {
            EntryLabels text = new EntryLabels(context, entries);
            return entries.stream()
                    .map(entry -> new Row(entry, Optional.empty(), text))
                    .toList();
        }
    }

    /** Loads one page of rows. */
    interface Rows {
        List<Row> page(Page page);
    }

    private final UserContext context;
    private final CorrectionActions correcting;
    private final SplitActions splitting;
    private final ReturnActions returning;
    private final TransferActions transferring;
    private final RefundSlips slips;
    private final Use use;

    /**
     * @param count the number of rows
     * @param failed runs on the page if rows cannot be loaded
     */
    EntryGrid(
            UserContext context,
            String id,
            AccountDetails.Services services,
            Use use,
            int count,
            Rows rows,
            Consumer<RuntimeException> failed) {
        this.context = context;
        correcting = services.correcting();
        splitting = new SplitActions(context, correcting);
        returning = services.returning();
        transferring = services.transferring();
        slips = services.slips();
        this.use = use;
        setId(id);
        setSelectionMode(SelectionMode.NONE);
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setWidthFull();
        addDescription();
        if (use == Use.OUTSTANDING) {
            amount(
                    "amount",
                    "account.column.amount",
                    line -> context.format(line.entry().total()));
        } else {
            addChargesAndPayments();
        }
        addActions();
        load(count, rows, failed);
    }

    private void addDescription() {
        NarrowColumn.shrink(
                addColumn(line -> line.entry().dateText(context::format, "–"))
                        .setKey("date")
                        .setHeader(context.text("pay.column.date"))
                        .setWidth("8.25rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "4.75rem");
        NarrowColumn.shrink(
                addComponentColumn(this::what)
                        .setKey("what")
                        .setHeader(context.text("account.column.what"))
                        .setWidth("7.25rem")
                        .setFlexGrow(4),
                NarrowColumn.PHONE,
                "6.25rem");
    }

    private void addChargesAndPayments() {
        NarrowColumn.hide(
                amount("charges", "account.column.charges", line -> isCharged(line) ? amount(line) : ""),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                amount("payments", "account.column.payments", line -> isCharged(line) ? "" : amount(line)),
                NarrowColumn.PHONE);
        // on a phone, the actions need the room of the second column
        NarrowColumn.showOnly(
                addComponentColumn(this::either)
                        .setKey("either")
                        .setHeader(context.text("account.column.amount"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("5.25rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "5.25rem");
        NarrowColumn.hide(
                amount("balance", "account.column.balance", this::balance).setFlexGrow(1), NarrowColumn.PHONE);
    }

    private void addActions() {
        // an outstanding charge was not paid, so there is no receipt to void
        if (correcting.mayCancel() || use == Use.RUNNING && (correcting.mayGiveBack() || returning.mayReturn())) {
            NarrowColumn.shrink(
                    addComponentColumn(this::actions)
                            .setKey("actions")
                            .setHeader(context.text("account.column.actions"))
                            .setWidth(use == Use.OUTSTANDING ? "11rem" : "9rem")
                            .setFlexGrow(use == Use.OUTSTANDING ? 1 : 0),
                    NarrowColumn.PHONE,
                    "6rem");
        }
    }

    private Column<Row> amount(String key, String header, ValueProvider<Row, String> value) {
        Column<Row> column = addComponentColumn(line -> Styles.figure(new Span(value.apply(line))))
                .setKey(key)
                .setHeader(context.text(header))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6rem")
                .setFlexGrow(0);
        return use == Use.OUTSTANDING ? NarrowColumn.shrink(column, NarrowColumn.PHONE, "5.25rem") : column;
    }

    /** The amount as it is in its column, where money received is positive. */
    private String amount(Row line) {
        Money total = line.entry().total();
        return context.format(isCharged(line) ? total : total.negated());
    }

    /** The amount of a row, and below it the name of its column if it is not a charge. */
    private Component either(Row line) {
        Span figure = Styles.figure(new Span(amount(line)));
        return isCharged(line)
                ? figure
                : new Div(figure, Styles.secondaryText(new Div(context.text("account.column.payments"))));
    }

    private static boolean isCharged(Row line) {
        return line.entry().kind().isCharged(line.entry().total());
    }

    private String balance(Row row) {
        return row.balance()
                .map(balance -> EntryLabels.balance(context, balance))
                .orElse("");
    }

    private void load(int count, Rows rows, Consumer<RuntimeException> failed) {
        setPageSize(PAGE_SIZE);
        setItems(new CallbackDataProvider<>(
                query -> {
                    try {
                        return rows.page(new Page(query.getOffset(), query.getLimit())).stream();
                    } catch (FeesException e) {
                        failed.accept(e);
                        return Stream.empty();
                    }
                },
                query -> count,
                row -> row.entry().id()));
        boolean few = count <= MAX_VISIBLE_ROWS;
        setAllRowsVisible(few);
        if (!few) {
            Styles.css("fees-account-entries", this);
        }
    }

    private Div what(Row row) {
        JournalEntry entry = row.entry();
        Div cell = new Div(Styles.css("fees-isolate", title(row)));
        String fate = use == Use.OUTSTANDING ? "" : row.text().status(entry);
        if (!fate.isEmpty()) {
            Component word = entry.isOutstanding() || entry.voidedBy().isPresent()
                    ? Styles.badge(fate, entry.isOutstanding() ? Styles.Badge.PRIMARY : Styles.Badge.CONTRAST)
                    : Styles.secondaryText(new Span(fate));
            cell.add(new Span(" "), word);
        }
        if (entry.isOverdue(context.today())) {
            cell.add(new Span(" "), DueText.badge(context));
        }
        String more = row.text().details(entry);
        if (!more.isEmpty()) {
            cell.add(Styles.secondaryText(new Div(more)));
        }
        return Styles.css("fees-wrap-cell", cell);
    }

    private static Component title(Row row) {
        String label = row.text().label(row.entry());
        return row.text()
                .receipt(row.entry())
                .<Component>map(number -> new Anchor(Routes.receipt(number), label))
                .orElseGet(() -> Styles.truncate(new Span(label), MAX_LINES, label));
    }

    private Div actions(Row listed) {
        JournalEntry row = listed.entry();
        String label = listed.text().label(row);
        Div actions = Styles.css("fees-row-tight", Styles.row());
        boolean cancel = correcting.mayCancel() && listed.text().mayBeCancelled(row);
        if (cancel) {
            actions.add(button(
                    "cancel-" + row.id(), "account.reverse", "correct.reverse", label, () -> correcting.cancel(row)));
        }
        if (cancel && row.isOutstanding() && use == Use.OUTSTANDING) {
            actions.add(
                    button("waive-" + row.id(), "account.waive", "correct.waive", label, () -> correcting.waive(row)));
            actions.add(
                    button("split-" + row.id(), "account.split", "correct.split", label, () -> splitting.split(row)));
            if (SplitActions.isPart(row)) {
                actions.add(button(
                        "together-" + row.id(),
                        "account.together",
                        "correct.together",
                        label,
                        () -> splitting.putTogether(row)));
            }
        }
        if (transferring.mayTransfer() && use == Use.OUTSTANDING && EntryLabels.mayBeTransferred(row)) {
            actions.add(button(
                    "transfer-" + row.id(),
                    "account.transfer",
                    "correct.transfer",
                    label,
                    () -> transferring.transfer(row)));
        }
        if (transferring.mayTransfer() && listed.text().mayBeTakenBack(row)) {
            actions.add(button(
                    "take-back-" + row.id(),
                    "account.take-back",
                    "correct.take-back",
                    label,
                    () -> transferring.takeBack(row)));
        }
        if (correcting.mayGiveBack() && EntryLabels.mayBeVoided(row)) {
            row.receipt()
                    .ifPresent(number -> actions.add(Styles.dangerous(button(
                            "void-" + row.id(),
                            "account.void",
                            "account.void.label",
                            label,
                            () -> correcting.voidReceipt(number)))));
        }
        if (EntryLabels.mayBeVoided(row) && row.total().isNegative() && returning.mayReturn(row.method())) {
            row.receipt()
                    .ifPresent(number -> actions.add(Styles.dangerous(button(
                            "return-" + row.id(),
                            "account.return",
                            "account.return.label",
                            label,
                            () -> returning.returnPayment(number)))));
        }
        if (row.kind() == EntryKind.REFUND) {
            actions.add(slips.of(new RefundNumber(row.id())));
        }
        return actions;
    }

    private Button button(String id, String key, String action, String row, Runnable onClick) {
        Button button = new Button(context.text(key), e -> onClick.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setAriaLabel(context.text(action) + ", " + row);
        return Styles.id(id, button);
    }
}
