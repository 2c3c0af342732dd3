package org.openadmin.fees.ui.internal.corrections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.spi.ReturnSettings;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.MoneyField;
import org.openadmin.fees.ui.internal.components.Styles;

/** The fee for a returned payment, and the last day of cash only; the configured ones are proposed. */
final class ReturnFields extends CorrectionFields {

    private final UserContext context;
    private final Currency currency;
    private final MoneyField fee;
    private final DateField until;

    ReturnFields(UserContext context, ReturnSettings returns, Currency currency, LocalDate day) {
        this.context = context;
        this.currency = currency;
        fee = Styles.id("return-fee", new MoneyField(context, context.text("correct.return.fee"), currency));
        fee.setHelperText(context.text("correct.return.fee.help"));
        returns.fee().ifPresent(fee::show);
        // cashiers charge the configured fee
        fee.setReadOnly(!context.may(Role.BILL));
        until = Styles.id("return-until", new DateField(context, context.text("correct.return.until")));
        until.setHelperText(context.text("correct.return.until.help"));
        until.setClearButtonVisible(true);
        // the French label is longer than a date
        until.setWidth("16rem");
        until.setMaxWidth("100%");
        until.setValue(returns.cashOnlyUntil(day).orElse(null));
        add(fee, until);
    }

    @Override
    void listen(Runnable typed, Runnable entered) {
        fee.addValueChangeListener(e -> typed.run());
        until.addValueChangeListener(e -> {
            until.setInvalid(false);
            typed.run();
        });
        fee.addKeyDownListener(Key.ENTER, e -> entered.run());
    }

    @Override
    void focus() {
        if (fee.isReadOnly()) {
            until.focus();
        } else {
            fee.focus();
        }
    }

    @Override
    List<Component> fields() {
        return List.of(fee, until);
    }

    /**
     * The fee; zero if the field is empty.
     *
     * @throws InvalidInputException if the input is not a valid amount
     */
    Money fee() {
        return fee.getValue().isBlank() ? Money.zero(currency) : context.money().read(fee.getValue(), currency);
    }

    Optional<LocalDate> until() {
        return Optional.ofNullable(until.getValue());
    }

    @Override
    boolean refuse(Field field, String sentence) {
        if (field == Field.AMOUNT) {
            fee.refuse(sentence);
        } else if (field == Field.CASH_ONLY_UNTIL) {
            until.setErrorMessage(sentence);
            until.setInvalid(true);
        }
        return field == Field.AMOUNT || field == Field.CASH_ONLY_UNTIL;
    }
}
