package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Cashier;
import org.openadmin.fees.api.ChargeSettledException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotEnoughMoneyException;
import org.openadmin.fees.api.PaymentMethod;
import org.openadmin.fees.api.PaymentRequest;
import org.openadmin.fees.api.Receipt;
import org.openadmin.fees.api.RequestKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one payment. One form is one wish with one request key: it is used up by the first answer, and what was sent and not
 * answered can only be sent again as it was, so that money is taken once whatever is pressed how often.
 */
final class PaymentForm extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentForm.class);

    /** What becomes of the form. */
    interface Outcome {

        /** @param change what the payer gets back, zero or more */
        void taken(Receipt receipt, Money change);

        /** The charges on this form are not what is outstanding any more; nothing was taken. */
        void outdated(String sentence);
    }

    private final Visit visit;
    private final Account account;
    private final Cashier cashier;
    private final Outcome outcome;
    private final Money zero;
    private final RequestKey key = RequestKey.fresh();
    private final Notice notice = new Notice("payment-notice");
    private final ChargeTicks charges;
    private final Span total = Look.id("ticked-total", new Span());
    private final MoneyField amount;
    private final Select<PaymentMethod> method = new Select<>();
    private final MoneyField handed;
    private final TextField reference = new TextField();
    private final DateField date;
    private final Span hint = Look.id("payment-hint", new Span());
    private final Button onAccount;
    private final Button giveChange;
    private final Span change = Look.id("change", new Span());
    private final Button accept;
    private final Div fields;
    private PaymentRequest unanswered;
    private boolean answered;

    PaymentForm(Visit visit, Account account, Cashier cashier, Outcome outcome) {
        this.visit = visit;
        this.account = account;
        this.cashier = cashier;
        this.outcome = outcome;
        zero = Money.zero(account.balance().balance().currency());
        charges = new ChargeTicks(visit, account.outstanding(), zero, this::ticksChanged);
        amount = Look.id("amount", new MoneyField(visit, visit.say("pay.amount"), zero.currency()));
        handed = Look.id("handed", new MoneyField(visit, visit.say("pay.handed"), zero.currency()));
        date = Look.id("payment-date", new DateField(visit, visit.say("pay.date")));
        onAccount = quiet("on-account", this::receiveOnAccount);
        giveChange = quiet("give-change", this::giveChange);
        accept = Look.id("accept", new Button(visit.say("pay.accept"), e -> accept()));
        setUpMethod();
        setUpReference();
        fields = new Div(amount, method, handed, reference, date);
        lay();
        amount.addValueChangeListener(e -> explain());
        handed.addValueChangeListener(e -> explain());
        List.<TextField>of(amount, handed, reference)
                .forEach(field -> field.addKeyDownListener(Key.ENTER, e -> accept()));
        ticksChanged();
    }

    private void setUpMethod() {
        method.setId("method");
        method.setLabel(visit.say("pay.method"));
        method.setItems(PaymentMethod.values());
        method.setItemLabelGenerator(each -> visit.say("method." + each.word()));
        method.addValueChangeListener(e -> {
            handed.setVisible(e.getValue() == PaymentMethod.CASH);
            reference.setVisible(e.getValue() != PaymentMethod.CASH);
            explain();
        });
    }

    private void setUpReference() {
        reference.setId("reference");
        reference.setLabel(visit.say("pay.reference"));
        reference.setManualValidation(true);
        reference.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        reference.setValueChangeMode(ValueChangeMode.EAGER);
        reference.addValueChangeListener(e -> reference.setInvalid(false));
    }

    private void lay() {
        setPadding(false);
        setSpacing(false);
        getStyle().set("gap", "var(--lumo-space-s)");
        Look.figure(total).getStyle().set("font-weight", "600").set("width", "100%");
        total.getElement().setAttribute("aria-live", "polite");
        List.<Component>of(amount, method, handed, reference, date)
                .forEach(field -> field.getElement().getStyle().set("width", "9rem"));
        fields.getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "0 var(--lumo-space-m)")
                .set("align-items", "flex-start");
        hint.getElement().setAttribute("aria-live", "polite");
        change.getElement().setAttribute("aria-live", "polite");
        change.getStyle().set("font-size", "var(--lumo-font-size-xl)").set("font-weight", "600");
        Div hints = Look.row(hint, onAccount, giveChange);
        hints.getStyle().set("min-height", "var(--lumo-size-m)");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        accept.setDisableOnClick(true);
        accept.getStyle().set("margin-left", "auto");
        Div foot = Look.row(change, accept);
        foot.getStyle().set("min-height", "var(--lumo-size-l)");
        add(notice);
        if (account.outstanding().isEmpty()) {
            add(Look.quiet(new Span(visit.say("pay.nothing-due"))));
        } else {
            add(charges, total);
        }
        add(fields, hints, foot);
        method.setValue(PaymentMethod.CASH);
    }

    private Button quiet(String id, Runnable action) {
        Button button = new Button("", e -> {
            action.run();
            amount.focus();
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return Look.id(id, button);
    }

    void focus() {
        amount.focus();
    }

    /** What the ticked charges need besides the credit on account; never below zero. */
    private Money needed() {
        Money needed = charges.total().minus(account.balance().credit());
        return needed.isPositive() ? needed : zero;
    }

    private void ticksChanged() {
        total.setText(visit.say(
                "pay.total",
                charges.ticked().size(),
                charges.size(),
                visit.show(charges.total()),
                zero.currency().getCurrencyCode()));
        if (!charges.ticked().isEmpty()) {
            amount.show(needed());
        }
        explain();
    }

    /** Says at once what would become of the money. */
    private void explain() {
        Money ticked = charges.total();
        Money credit = account.balance().credit();
        Money money = amount.peek().orElse(zero);
        Money left = money.plus(credit).minus(ticked);
        boolean tooLittle = money.isPositive() && left.isNegative();
        boolean cash = method.getValue() == PaymentMethod.CASH;
        boolean over = money.isPositive() && ticked.isPositive() && money.compareTo(needed()) > 0;
        hint.setText(hint(ticked, credit, money, left));
        hint.getStyle().set("color", "var(--lumo-" + (tooLittle ? "error" : "secondary") + "-text-color)");
        onAccount.setText(tooLittle ? visit.say("pay.receive-on-account", visit.show(money)) : "");
        onAccount.setVisible(tooLittle);
        boolean changeable = cash && over && needed().isPositive() && handed.isEmpty();
        giveChange.setText(changeable ? visit.say("pay.give-change", visit.show(money.minus(needed()))) : "");
        giveChange.setVisible(changeable);
        change.setText(change().filter(Money::isPositive)
                .map(back -> visit.say("pay.change", visit.show(back)))
                .orElse(""));
    }

    private String hint(Money ticked, Money credit, Money money, Money left) {
        if (!money.isPositive()) {
            return ticked.isPositive() && needed().isZero() ? visit.say("pay.covered", visit.show(credit)) : "";
        }
        if (ticked.isZero()) {
            return visit.say("pay.all-on-account", visit.show(money));
        }
        if (left.isNegative()) {
            return visit.say("pay.short", visit.show(left.negated()));
        }
        if (left.isPositive()) {
            return visit.say("pay.over", visit.show(left));
        }
        return credit.isPositive() ? visit.say("pay.from-credit", visit.show(credit)) : "";
    }

    /** What the payer gets back: what was handed over without what the school keeps; empty when that was not said. */
    private Optional<Money> change() {
        if (method.getValue() != PaymentMethod.CASH) {
            return Optional.empty();
        }
        return handed.peek().flatMap(given -> amount.peek().map(given::minus));
    }

    private void receiveOnAccount() {
        String typed = amount.getValue();
        charges.untickAll();
        amount.setValue(typed);
    }

    private void giveChange() {
        amount.peek().ifPresent(given -> {
            handed.show(given);
            amount.show(needed());
        });
    }

    private void accept() {
        if (answered) {
            return;
        }
        try {
            Optional<PaymentRequest> request = unanswered == null ? read() : Optional.of(unanswered);
            if (request.isPresent()) {
                send(request.get());
            } else {
                notice.wrong(visit.say("error.summary"), List.<Component>of(amount, handed, reference, date));
            }
        } finally {
            accept.setEnabled(!answered);
        }
    }

    private void send(PaymentRequest request) {
        try {
            Receipt receipt = cashier.receive(request);
            answered = true;
            outcome.taken(receipt, change().orElse(zero));
        } catch (RuntimeException e) {
            refused(request, e);
        }
    }

    private Optional<PaymentRequest> read() {
        Optional<Money> money = amount.read();
        Optional<LocalDate> day = date.read();
        boolean cash = method.getValue() == PaymentMethod.CASH;
        boolean enough = !cash || handed.isEmpty() || handedEnough(money);
        if (money.isEmpty() || day.isEmpty() || !enough) {
            return Optional.empty();
        }
        if (money.get().compareTo(needed()) < 0) {
            amount.refuse(visit.say("pay.missing", visit.show(needed().minus(money.get()))));
            return Optional.empty();
        }
        try {
            return Optional.of(new PaymentRequest(
                    key,
                    visit.actor(),
                    account.student().number(),
                    day.get(),
                    money.get(),
                    charges.ticked(),
                    method.getValue(),
                    cash ? "" : reference.getValue()));
        } catch (InvalidInputException e) {
            refuse(e);
            return Optional.empty();
        }
    }

    private boolean handedEnough(Optional<Money> money) {
        Optional<Money> given = handed.read();
        if (given.isPresent() && money.isPresent() && given.get().compareTo(money.get()) < 0) {
            handed.refuse(visit.say("pay.handed.short"));
            return false;
        }
        return given.isPresent();
    }

    private void refuse(InvalidInputException e) {
        String sentence = visit.sentences().of(e);
        if (e.field() == Field.REFERENCE) {
            reference.setErrorMessage(sentence);
            reference.setInvalid(true);
        } else {
            amount.refuse(sentence);
        }
    }

    private void refused(PaymentRequest request, RuntimeException failure) {
        LOG.warn("A payment of student {} was not taken", request.student(), failure);
        boolean unknown = Sentences.isOutcomeUnknown(failure);
        hold(unknown ? request : null);
        if (unknown) {
            notice.problem(visit.say("pay.unknown"));
        } else if (failure instanceof ChargeSettledException || failure instanceof NotEnoughMoneyException) {
            answered = true;
            outcome.outdated(visit.sentences().of(failure));
        } else {
            notice.problem(visit.say("pay.refused", visit.sentences().of((FeesException) failure)));
        }
    }

    /** Keeps what was sent and not answered, and the form as it was sent. */
    private void hold(PaymentRequest request) {
        unanswered = request;
        boolean free = request == null;
        List.<com.vaadin.flow.component.HasEnabled>of(charges, fields, onAccount, giveChange)
                .forEach(part -> part.setEnabled(free));
        accept.setText(visit.say(free ? "pay.accept" : "pay.again"));
    }
}
