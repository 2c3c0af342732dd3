package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** How much of a charge is waived, all of it is proposed; and the school's code for the reason, if it has configured any. */
final class WaiveFields extends CorrectionFields {

    private final UserContext context;
    private final Money whole;
    private final MoneyField amount;
    private final Select<ReasonCode> code = Styles.id("waive-code", new Select<>());

    WaiveFields(UserContext context, Money whole) {
        this.context = context;
        this.whole = whole;
        amount = Styles.id(
                "waive-amount", new MoneyField(context, context.text("correct.waive.amount"), whole.currency()));
        amount.show(whole);
        setUpCode();
        add(code, amount);
    }

    private void setUpCode() {
        WaiverReasons reasons = context.waivers();
        code.setVisible(!reasons.codes().isEmpty());
        code.setLabel(context.text("correct.waive.code"));
        code.setItems(reasons.codes());
        code.setItemLabelGenerator(each -> reasons.name(each, context.locale()));
        code.setRequiredIndicatorVisible(true);
        code.setManualValidation(true);
    }

    /** Whether the reason is chosen from a list, and words are optional. */
    boolean hasCodes() {
        return code.isVisible();
    }

    /** @throws InvalidInputException if there are codes and none is chosen */
    Optional<ReasonCode> code() {
        if (hasCodes() && code.isEmpty()) {
            throw new InvalidInputException(Field.REASON_CODE, Problem.MISSING, "");
        }
        return code.getOptionalValue();
    }

    @Override
    Optional<String> reasonLabel() {
        return hasCodes() ? Optional.of(context.text("correct.waive.words")) : Optional.empty();
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
        code.addValueChangeListener(e -> {
            code.setInvalid(false);
            typed.run();
        });
        amount.addValueChangeListener(e -> typed.run());
        amount.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    /** Mostly the whole charge is waived, and there is only a reason to choose or type. */
    @Override
    boolean areFirst() {
        return hasCodes();
    }

    @Override
    void focus() {
        code.focus();
    }

    @Override
    List<Component> fields() {
        return List.of(code, amount);
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.AMOUNT) {
            amount.refuse(sentence);
        } else if (field == Field.REASON_CODE) {
            code.setErrorMessage(sentence);
            code.setInvalid(true);
        }
        return field == Field.AMOUNT || field == Field.REASON_CODE;
    }
}
