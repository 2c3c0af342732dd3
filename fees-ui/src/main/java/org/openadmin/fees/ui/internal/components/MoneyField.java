package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Currency;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.ui.internal.UserContext;

/** A positive amount. Invalid input is kept, with an error message below the field. */
public final class MoneyField extends TextField {

    private final UserContext context;
    private final Currency currency;

    public MoneyField(UserContext context, String label, Currency currency) {
        super(label);
        this.context = context;
        this.currency = currency;
        setManualValidation(true);
        setAutoselect(true);
        setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        setSuffixComponent(new Span(currency.getCurrencyCode()));
        getElement().setAttribute("inputmode", "decimal");
        Styles.css(Styles.DIGITS, this);
        // on every keystroke, so that Enter never acts on an outdated value
        setValueChangeMode(ValueChangeMode.EAGER);
        addValueChangeListener(e -> setInvalid(false));
        addBlurListener(e -> {
            if (!isEmpty()) {
                read();
            }
        });
    }

    public void show(Money money) {
        setValue(money.isPositive() ? context.money().typed(money) : "");
    }

    /** The amount, if the input is valid. */
    public Optional<Money> peek() {
        try {
            return Optional.of(context.money().read(getValue(), currency));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The amount; if the input is invalid, the field shows why. */
    public Optional<Money> read() {
        try {
            return Optional.of(context.money().read(getValue(), currency));
        } catch (InvalidInputException e) {
            refuse(context.errors().of(e));
            return Optional.empty();
        }
    }

    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
    }
}
