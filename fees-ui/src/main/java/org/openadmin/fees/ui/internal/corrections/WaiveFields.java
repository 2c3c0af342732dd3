package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** How much of a charge is waived; all of it is proposed. */
final class WaiveFields extends CorrectionFields {

    private final UserContext context;
    private final Money whole;
    private final MoneyField amount;

    WaiveFields(UserContext context, Money whole) {
        this.context = context;
        this.whole = whole;
        amount = Styles.id(
                "waive-amount", new MoneyField(context, context.text("correct.waive.amount"), whole.currency()));
        amount.show(whole);
        add(amount);
    }

    /**
     * The amount, if it is not the whole charge.
     *
     * @throws InvalidInputException if the input is not an amount above zero
     */
    Optional<Money> part() {
        return Optional.of(context.money().read(amount.getValue(), whole.currency()))
                .map(Money::requireReceivable)
                .filter(typed -> !typed.equals(whole));
    }

    @Override
    void listen(Runnable typed, Runnable entered) {
        amount.addValueChangeListener(e -> typed.run());
        amount.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    /** Mostly the whole charge is waived, and there is only a reason to type. */
    @Override
    boolean areFirst() {
        return false;
    }

    @Override
    void focus() {
        amount.focus();
    }

    @Override
    List<Component> fields() {
        return List.of(amount);
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.AMOUNT) {
            amount.refuse(sentence);
        }
        return field == Field.AMOUNT;
    }
}
