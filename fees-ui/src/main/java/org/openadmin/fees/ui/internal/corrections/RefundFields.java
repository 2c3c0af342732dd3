package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** Amount and method of a refund; the whole credit is proposed. */
final class RefundFields extends Div {

    private final UserContext context;
    private final MoneyField amount;
    private final Money credit;
    private final Select<PaymentMethod> method = new Select<>();
    private final TextField reference = new TextField();

    RefundFields(UserContext context, Money credit) {
        this.context = context;
        this.credit = credit;
        amount = Styles.id(
                "refund-amount", new MoneyField(context, context.text("correct.refund.amount"), credit.currency()));
        amount.show(credit);
        method.setId("refund-method");
        method.setLabel(context.text("pay.method"));
        method.setItems(PaymentMethod.values());
        method.setItemLabelGenerator(context::format);
        method.addValueChangeListener(e -> reference.setVisible(e.getValue() != PaymentMethod.CASH));
        method.setValue(PaymentMethod.CASH);
        reference.setId("refund-reference");
        reference.setLabel(context.text("pay.reference"));
        reference.setManualValidation(true);
        reference.setAutocomplete(Autocomplete.OFF);
        reference.setValueChangeMode(ValueChangeMode.EAGER);
        reference.addValueChangeListener(e -> reference.setInvalid(false));
        Styles.css("fees-refund", this);
        add(amount, method, reference);
    }

    /** @param typed runs when the amount has changed */
    void listen(Runnable typed, Runnable entered) {
        amount.addValueChangeListener(e -> typed.run());
        List.of(amount, reference).forEach(field -> field.addKeyDownListener(Key.ENTER, e -> entered.run()));
    }

    void focus() {
        amount.focus();
    }

    List<Component> fields() {
        return List.of(amount, reference);
    }

    /** @throws InvalidInputException if the input is not a valid amount */
    Money amount() {
        return context.money().read(amount.getValue(), credit.currency());
    }

    PaymentMethod method() {
        return method.getValue();
    }

    String reference() {
        return method.getValue() == PaymentMethod.CASH ? "" : reference.getValue();
    }

    /** Shows an error beside the field it belongs to; false if it belongs to none of these fields. */
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
