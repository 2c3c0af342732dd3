package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CountedCash.Pieces;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Styles;

/** A field for the number of each note and coin, with the running total. Enter moves on to the next field. */
final class CashFields extends Div {

    private static final int MAX_DIGITS = 4;

    private final transient UserContext context;
    private final transient List<Money> values;
    private final Currency currency;
    private final List<TextField> fields = new ArrayList<>();
    private final Span total = Styles.css("fees-cash-total", new Span());

    /**
     * @param id the start of the ids of the fields, such as {@code count}
     * @param changed runs after each change
     */
    CashFields(UserContext context, String id, List<Money> values, Currency currency, Runnable changed) {
        this.context = context;
        this.values = values;
        this.currency = currency;
        Div all = Styles.css("fees-cash-fields", new Div());
        for (Money value : values) {
            TextField field = new TextField(context.format(value));
            field.setId(id + "-" + value.toPlainString().replace('.', '-'));
            field.setManualValidation(true);
            field.setAutoselect(true);
            field.setAutocomplete(Autocomplete.OFF);
            field.setMaxLength(MAX_DIGITS + 2);
            field.addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT, TextFieldVariant.LUMO_SMALL);
            field.setPrefixComponent(new Span("×"));
            field.getElement().setAttribute("inputmode", "numeric");
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.addValueChangeListener(e -> {
                field.setInvalid(false);
                showTotal();
                changed.run();
            });
            field.addBlurListener(e -> read(field, value));
            fields.add(field);
            all.add(field);
        }
        total.setId(id + "-total");
        total.getElement().setAttribute("role", "status");
        Styles.css("fees-stack", this);
        add(all, Styles.row(new Span(context.text("till.sum")), total));
        showTotal();
    }

    /** Moves the focus from each field to the next with Enter, and from the last one to this component. */
    void continueTo(Focusable<?> next) {
        for (int i = 0; i < fields.size(); i++) {
            Focusable<?> following = i + 1 < fields.size() ? fields.get(i + 1) : next;
            fields.get(i).addKeyDownListener(Key.ENTER, e -> following.focus());
        }
    }

    TextField first() {
        return fields.get(0);
    }

    List<TextField> fields() {
        return List.copyOf(fields);
    }

    /** Whether nothing was entered. */
    boolean isBlank() {
        return fields.stream().allMatch(field -> field.getValue().isBlank());
    }

    void clear() {
        fields.forEach(TextField::clear);
    }

    /** What was counted so far, if all fields are valid. */
    Optional<CountedCash> peek() {
        List<Pieces> pieces = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Optional<Pieces> read = pieces(fields.get(i), values.get(i));
            if (read.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(read.get());
        }
        return Optional.of(CountedCash.of(pieces, currency));
    }

    /** What was counted; invalid fields show why. */
    Optional<CountedCash> read() {
        for (int i = 0; i < fields.size(); i++) {
            read(fields.get(i), values.get(i));
        }
        return peek();
    }

    private void read(TextField field, Money value) {
        if (pieces(field, value).isEmpty()) {
            field.setErrorMessage(context.errors()
                    .of(new InvalidInputException(Field.COUNT, Problem.NOT_A_NUMBER, field.getValue())));
            field.setInvalid(true);
        }
    }

    private static Optional<Pieces> pieces(TextField field, Money value) {
        String text = field.getValue().strip();
        return text.isEmpty() || text.matches("\\d{1," + MAX_DIGITS + "}")
                ? Optional.of(new Pieces(value, text.isEmpty() ? 0 : Integer.parseInt(text)))
                : Optional.empty();
    }

    private void showTotal() {
        total.setText(peek().map(cash -> context.format(cash.total())).orElse("–"));
    }
}
