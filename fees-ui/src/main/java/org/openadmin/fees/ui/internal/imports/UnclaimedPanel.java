package org.openadmin.fees.ui.internal.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.OnceDialog;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.UnclaimedLine;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.openadmin.fees.ui.internal.students.StudentSearch;

/** The money that nobody has claimed yet, oldest first: assign it to an account, or send it back. */
final class UnclaimedPanel extends Div {

    private static final int ALL_VISIBLE = 10;

    private final UserContext context;
    private final transient Claims claims;
    private final transient Statements statements;
    private final transient BiConsumer<String, Optional<Receipt>> done;

    /** @param done shows what was done, and the receipt if there is one */
    UnclaimedPanel(
            UserContext context, Claims claims, Statements statements, BiConsumer<String, Optional<Receipt>> done) {
        this.context = context;
        this.claims = claims;
        this.statements = statements;
        this.done = done;
        setId("unclaimed");
        setWidthFull();
        Styles.css("fees-stack", this);
        List<UnclaimedMoney> money = claims.unclaimed(context.actor());
        if (money.isEmpty()) {
            add(Styles.id("unclaimed-none", Styles.emptyState(context.text("unclaimed.none"))));
            return;
        }
        add(
                Styles.id("unclaimed-sum", new Paragraph(UnclaimedLine.sentence(context, claims.sum(context.actor())))),
                grid(money));
    }

    private Grid<UnclaimedMoney> grid(List<UnclaimedMoney> money) {
        Grid<UnclaimedMoney> grid = Styles.id("unclaimed-grid", new Grid<>());
        grid.setAriaLabel(context.text("unclaimed.heading"));
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        NarrowColumn.shrink(
                grid.addComponentColumn(each -> Styles.figure(new Span(context.format(each.amount()))))
                        .setKey("amount")
                        .setHeader(context.text("import.amount"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "5.5rem");
        NarrowColumn.hide(
                grid.addComponentColumn(each -> what(each, "unclaimed.from"))
                        .setKey("what")
                        .setHeader(context.text("unclaimed.text"))
                        .setWidth("8rem")
                        .setFlexGrow(1),
                NarrowColumn.PHONE);
        NarrowColumn.hide(
                grid.addColumn(UnclaimedMoney::age)
                        .setKey("age")
                        .setHeader(context.text("unclaimed.age"))
                        .setTextAlign(ColumnTextAlign.END)
                        .setWidth("5rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE);
        NarrowColumn.showOnly(
                grid.addComponentColumn(each -> what(each, "unclaimed.from-with-age"))
                        .setKey("narrow")
                        .setHeader(context.text("unclaimed.text"))
                        .setFlexGrow(1),
                NarrowColumn.PHONE,
                "7.5rem");
        NarrowColumn.shrink(
                grid.addComponentColumn(this::actions)
                        .setKey("actions")
                        .setHeader(context.text("unclaimed.actions"))
                        .setWidth("8rem")
                        .setFlexGrow(0),
                NarrowColumn.PHONE,
                "7.25rem");
        grid.setItems(money);
        grid.setAllRowsVisible(money.size() <= ALL_VISIBLE);
        return grid;
    }

    private Div what(UnclaimedMoney each, String from) {
        Div what = Styles.css("fees-wrap-cell", new Div(new Div(Messages.isolated(each.text()))));
        what.add(Styles.secondaryText(new Div(
                context.text(from, context.format(each.day()), each.number().toString(), each.age()))));
        return what;
    }

    private Div actions(UnclaimedMoney each) {
        return Styles.css(
                "fees-row-tight",
                Styles.row(
                        quiet("claim-" + each.line(), context.text("unclaimed.assign.open"), () -> assign(each)),
                        quiet("send-back-" + each.line(), context.text("unclaimed.back.open"), () -> sendBack(each))));
    }

    private static Button quiet(String id, String text, Runnable action) {
        Button button = new Button(text, e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return Styles.id(id, button);
    }

    private void assign(UnclaimedMoney money) {
        AccountChoice choice = new AccountChoice();
        OnceDialog<Receipt> dialog = new OnceDialog<>(
                context,
                "claim",
                context.text("unclaimed.assign"),
                context.text("unclaimed.assign.sentence", context.format(money.amount()), context.format(money.day())),
                Optional.empty(),
                (key, reason) -> claims.claim(
                        new ClaimRequest(key, context.actor(), money.line(), choice.account.orElseThrow())),
                receipt -> done.accept(
                        context.text(
                                "unclaimed.assigned",
                                context.format(receipt.received()),
                                choice.who(),
                                receipt.number().toString()),
                        Optional.of(receipt)));
        choice.then(dialog::chosen);
        dialog.choosing(choice).open();
        choice.search.focus();
    }

    /** The search of the counter, and the account that was found. */
    private final class AccountChoice extends VerticalLayout {

        private final Paragraph chosen = Styles.id("claim-account", new Paragraph());
        private final StudentSearch search;
        private transient Optional<AccountNumber> account = Optional.empty();
        private transient Runnable then = () -> {};

        AccountChoice() {
            Styles.stack(this);
            search = new StudentSearch(context, statements, this::choose);
            chosen.getElement().setAttribute("aria-live", "polite");
            add(search, chosen);
        }

        void then(Runnable next) {
            then = next;
        }

        private void choose(AccountNumber number) {
            account = Optional.of(number);
            chosen.setText(context.text("unclaimed.to", who()));
            then.run();
        }

        String who() {
            return statements
                    .holder(context.actor(), account.orElseThrow())
                    .student()
                    .spokenName();
        }
    }

    private void sendBack(UnclaimedMoney money) {
        new OnceDialog<Boolean>(
                        context,
                        "send-back",
                        context.text("unclaimed.back"),
                        context.text(
                                "unclaimed.back.sentence", context.format(money.amount()), context.format(money.day())),
                        Optional.of(context.text("imports.undo.reason")),
                        (key, reason) -> {
                            claims.sendBack(new SendBackRequest(key, context.actor(), money.line(), reason));
                            return true;
                        },
                        sent -> done.accept(
                                context.text("unclaimed.sent-back", context.format(money.amount())), Optional.empty()))
                .open();
    }
}
