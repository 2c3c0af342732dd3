package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** What the payment will do, in words beside the accept button: the change due, what is short or left over, and what can be done about it. */
final class PaymentOutcome extends Div {

    /** The style of a question. */
    static final String ASKING = "fees-hint-asking";

    private final UserContext context;
    private final Span change = Styles.id("change", new Span());
    private final Span hint = Styles.id("payment-hint", new Span());
    private final Button splitAndPay;
    private final Button onAccount;
    private final Button giveChange;

    /**
     * @param receiveOnAccount receives money on account that is not enough for the selected charges
     * @param split splits a charge and pays the part that the money covers
     * @param change takes what is needed, and the rest as change
     */
    PaymentOutcome(UserContext context, Runnable receiveOnAccount, Runnable split, Runnable change) {
        this.context = context;
        onAccount = button("on-account", receiveOnAccount);
        splitAndPay = button("split-and-pay", split);
        giveChange = button("give-change", change);
        Styles.css("fees-very-large", Styles.strong(this.change));
        Styles.css("fees-hint", hint);
        this.change.getElement().setAttribute("aria-live", "polite");
        hint.getElement().setAttribute("aria-live", "polite");
        add(this.change, hint, splitAndPay, onAccount, giveChange);
        Styles.css("fees-payment-outcome", Styles.css("fees-row", this));
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button("", e -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Styles.id(id, button);
    }

    /** @param isShort whether the money is not enough */
    void explain(String text, boolean isShort) {
        hint.setText(text);
        hint.setClassName("fees-hint-short", isShort);
        hint.setClassName(ASKING, false);
    }

    void ask(String question) {
        hint.setText(question);
        hint.setClassName(ASKING, true);
    }

    /** @param change zero or less for none */
    void showChange(Money change) {
        this.change.setText(change.isPositive() ? context.text("pay.change", context.format(change)) : "");
        this.change.setVisible(change.isPositive());
    }

    void offerOnAccount(Optional<Money> money) {
        offer(onAccount, money.map(all -> context.text("pay.receive-on-account", context.format(all))));
    }

    void offerSplit(Optional<PartOffer> part) {
        offer(
                splitAndPay,
                part.map(each -> context.text(
                        each.split().isPresent() ? "pay.split" : "pay.split.sale",
                        each.split().map(context::name).orElse(each.partly()),
                        context.format(each.part()),
                        context.format(each.whole()))));
    }

    /** @param back the change that would be given */
    void offerChange(Optional<Money> back) {
        offer(giveChange, back.map(money -> context.text("pay.give-change", context.format(money))));
    }

    private static void offer(Button button, Optional<String> text) {
        button.setText(text.orElse(""));
        button.setVisible(text.isPresent());
    }

    /** The button that sends a payment for which a charge is split. */
    Button splitButton() {
        return splitAndPay;
    }
}
