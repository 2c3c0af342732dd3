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

/** An amount above zero. What was typed is kept, and what is wrong with it stands below. */
public final class MoneyField extends TextField {

    private final UserContext visit;
    private final Currency currency;

    public MoneyField(UserContext visit, String label, Currency currency) {
        super(label);
        this.visit = visit;
        this.currency = currency;
        setManualValidation(true);
        setAutoselect(true);
        setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT);
        setSuffixComponent(new Span(currency.getCurrencyCode()));
        getElement().setAttribute("inputmode", "decimal");
        getStyle().set("font-variant-numeric", "tabular-nums");
        // every key counts: Enter must never act on what the field held a moment ago
        setValueChangeMode(ValueChangeMode.EAGER);
        addValueChangeListener(e -> setInvalid(false));
    }

    public void show(Money money) {
        setValue(money.isPositive() ? visit.money().typed(money) : "");
    }

    /** The amount, if what stands there is one. */
    public Optional<Money> peek() {
        try {
            return Optional.of(visit.money().read(getValue(), currency));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The amount; without one, the field says what is wrong. */
    public Optional<Money> read() {
        try {
            return Optional.of(visit.money().read(getValue(), currency));
        } catch (InvalidInputException e) {
            refuse(visit.sentences().of(e));
            return Optional.empty();
        }
    }

    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
    }
}
