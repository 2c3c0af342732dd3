package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** Amount and method of a refund; the whole credit is proposed. */
final class RefundFields extends CorrectionFields {

    private final UserContext context;
    private final MoneyField amount;
    private final Money credit;
    private final Select<PaymentMethod> method = new Select<>();
    private final TextField reference = new TextField();

    private final PaymentSettings payments;

    /** @param payments how cash is rounded */
    RefundFields(UserContext context, Money credit, PaymentSettings payments) {
        this.context = context;
        this.credit = credit;
        this.payments = payments;
        amount = Styles.id(
                "refund-amount", new MoneyField(context, context.text("correct.refund.amount"), credit.currency()));
        method.setId("refund-method");
        method.setLabel(context.text("pay.method"));
        method.setItems(PaymentMethod.values());
        method.setItemLabelGenerator(context::format);
        method.addValueChangeListener(e -> {
            reference.setVisible(e.getValue() != PaymentMethod.CASH);
            if (e.getOldValue() == null || amount.peek().equals(Optional.of(whole(e.getOldValue())))) {
                amount.show(whole(e.getValue()));
            }
        });
        method.setValue(PaymentMethod.CASH);
        reference.setId("refund-reference");
        reference.setLabel(context.text("pay.reference"));
        reference.setManualValidation(true);
        reference.setAutocomplete(Autocomplete.OFF);
        reference.setValueChangeMode(ValueChangeMode.EAGER);
        reference.addValueChangeListener(e -> reference.setInvalid(false));
        add(amount, method, reference);
    }

    @Override
    void listen(Runnable typed, Runnable entered) {
        amount.addValueChangeListener(e -> typed.run());
        List.of(amount, reference).forEach(field -> field.addKeyDownListener(Key.ENTER, e -> entered.run()));
    }

    @Override
    void focus() {
        amount.focus();
    }

    @Override
    List<Component> fields() {
        return List.of(amount, reference);
    }

    /** What is paid back by this method if it is the whole credit. */
    private Money whole(PaymentMethod by) {
        return payments.rounding(by).sum(credit);
    }

    /** The credit that stays on account after this refund. */
    Money left(Money refunded) {
        return refunded.equals(whole(method()))
                        && !payments.rounding(method()).difference(credit).isZero()
                ? Money.zero(credit.currency())
                : credit.minus(refunded);
    }

    /** @throws InvalidInputException if the input is not a valid amount, or there are no coins for it */
    Money amount() {
        Money typed = context.money().read(amount.getValue(), credit.currency());
        return context.requirePayable(typed, payments.rounding(method()));
    }

    PaymentMethod method() {
        return method.getValue();
    }

    String reference() {
        return method.getValue() == PaymentMethod.CASH ? "" : reference.getValue();
    }

    @Override
    Optional<Money> paidOut() {
        return Optional.of(amount());
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.AMOUNT) {
            amount.refuse(sentence);
        } else if (field == Field.REFERENCE) {
            reference.setErrorMessage(sentence);
            reference.setInvalid(true);
        }
        return field == Field.AMOUNT || field == Field.REFERENCE;
    }
}
