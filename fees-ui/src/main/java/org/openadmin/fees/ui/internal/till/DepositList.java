package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;

/** The deposits, newest first: print the slip, save the cheques, verify, take back. */
final class DepositList extends Grid<DepositSummary> {

    /** The documents of a deposit. */
    interface Documents {
        Div of(DepositSummary deposit);
    }

    private final transient UserContext context;
    private final transient Documents documents;
    private final transient Consumer<DepositSummary> verify;
    private final transient Consumer<DepositSummary> takeBack;

    DepositList(
            UserContext context,
            List<DepositSummary> deposits,
            Documents documents,
            Consumer<DepositSummary> verify,
            Consumer<DepositSummary> takeBack) {
        this.context = context;
        this.documents = documents;
        this.verify = verify;
        this.takeBack = takeBack;
        setId("deposits-grid");
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        setSelectionMode(SelectionMode.NONE);
        Styles.css("fees-deposit-grid", Styles.css(Styles.DIGITS, this));
        Grid.Column<DepositSummary> number = addColumn(
                        deposit -> deposit.number().toString())
                .setKey("number")
                .setHeader(context.text("till.number"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("4.5rem")
                .setFlexGrow(0);
        NarrowColumn.shrink(number, NarrowColumn.PHONE, "3rem");
        Grid.Column<DepositSummary> date = addComponentColumn(this::when)
                .setKey("date")
                .setHeader(context.text("till.date"))
                .setWidth("7rem")
                .setFlexGrow(2);
        NarrowColumn.shrink(date, NarrowColumn.PHONE, "5rem");
        NarrowColumn.hide(amount("cash", DepositSummary::cash), NarrowColumn.PHONE);
        NarrowColumn.hide(amount("cheques", DepositSummary::cheques), NarrowColumn.PHONE);
        NarrowColumn.shrink(amount("total", DepositSummary::total), NarrowColumn.PHONE, "5.5rem");
        NarrowColumn.hide(
                addComponentColumn(this::people)
                        .setKey("people")
                        .setHeader(context.text("till.people"))
                        .setWidth("9rem")
                        .setFlexGrow(2),
                NarrowColumn.TABLET);
        addComponentColumn(this::actions)
                .setKey("actions")
                .setHeader(context.text("till.actions"))
                .setWidth("8rem")
                .setFlexGrow(3);
        setItems(deposits);
    }

    private Grid.Column<DepositSummary> amount(String key, Function<DepositSummary, Money> amount) {
        return addColumn(deposit -> context.format(amount.apply(deposit)))
                .setKey(key)
                .setHeader(context.text("till." + key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("6.5rem")
                .setFlexGrow(0);
    }

    private Div when(DepositSummary deposit) {
        Div when = Styles.css("fees-wrap-cell", new Div(new Span(context.format(deposit.date()))));
        deposit.takesBack()
                .ifPresent(number -> when.add(Styles.secondaryText(
                        new Div(context.text("till.takes-back", number.toString(), deposit.reason())))));
        return when;
    }

    private Div people(DepositSummary deposit) {
        Div people = Styles.css("fees-wrap-cell", new Div(new Span(deposit.madeBy())));
        people.add(Styles.secondaryText(new Div(deposit.verification()
                .map(by -> context.text("till.verified-by", by.by()))
                .orElseGet(() -> context.text(deposit.toVerify() ? "till.not-yet-verified" : "till.not-verified")))));
        return people;
    }

    private Div actions(DepositSummary deposit) {
        Div actions = Styles.css("fees-row-tight", Styles.row(documents.of(deposit)));
        if (!context.may(Role.CASHIER)) {
            return actions;
        }
        if (deposit.verification().isEmpty()
                && deposit.toVerify()
                && !deposit.madeBy().equalsIgnoreCase(context.actor().name())) {
            actions.add(quiet("verify-" + deposit.number(), context.text("till.verify"), () -> verify.accept(deposit)));
        }
        if (!deposit.isCounterDeposit()) {
            actions.add(Styles.dangerous(quiet(
                    "take-back-" + deposit.number(), context.text("till.take-back"), () -> takeBack.accept(deposit))));
        }
        return actions;
    }

    private static Button quiet(String id, String text, Runnable action) {
        Button button = new Button(text, e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return Styles.id(id, button);
    }
}
