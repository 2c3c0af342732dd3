package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.ui.internal.UserContext;

/** A month such as 2026-09 or 2026-9; an error message appears beside the field for anything else. */
public final class MonthField extends TextField {

    private static final Pattern ONE_DIGIT = Pattern.compile("-(\\d)$");
    private static final int MAX_SHOWN_LENGTH = 40;

    private final UserContext context;

    public MonthField(UserContext context, String label) {
        super(label);
        this.context = context;
        setManualValidation(true);
        setAutoselect(true);
        setWidth("9rem");
    }

    public void show(YearMonth month) {
        setInvalid(false);
        setValue(month.toString());
    }

    /** Shows a text that may not be a month, such as one from the address, and reads it. */
    public Optional<YearMonth> take(String text) {
        setValue(text.length() <= MAX_SHOWN_LENGTH ? text : text.substring(0, MAX_SHOWN_LENGTH) + "…");
        return read();
    }

    /** The month; if the field is empty or invalid, it shows why. */
    public Optional<YearMonth> read() {
        setInvalid(false);
        if (getValue().isBlank()) {
            refuse(context.inputError(Field.MONTH, Problem.MISSING));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Dates.parseMonth(ONE_DIGIT.matcher(getValue().strip()).replaceFirst("-0$1")));
        } catch (InvalidInputException e) {
            refuse(context.errors().of(e));
            return Optional.empty();
        }
    }

    private void refuse(String why) {
        setErrorMessage(why);
        setInvalid(true);
    }
}
