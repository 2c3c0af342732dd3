package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month, written like 2026-09; what is no month is named beside the field. */
final class MonthField extends TextField {

    private static final Pattern MONTH = Pattern.compile("((?:19|2\\d)\\d\\d)-(0?[1-9]|1[0-2])");
    private static final int LONGEST_SHOWN = 40;

    private final Visit visit;

    MonthField(Visit visit, String label) {
        super(label);
        this.visit = visit;
        setManualValidation(true);
        setAutoselect(true);
        setWidth("9rem");
    }

    void show(YearMonth month) {
        setInvalid(false);
        setValue(month.toString());
    }

    /** Shows what cannot be read, with what is wrong with it. */
    void refuse(String text) {
        setValue(text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…");
        read();
    }

    /** The month; without one, the field says what is wrong. */
    Optional<YearMonth> read() {
        Optional<YearMonth> month = parse(getValue());
        setInvalid(month.isEmpty());
        if (month.isEmpty()) {
            setErrorMessage(
                    getValue().isBlank()
                            ? visit.say("error.missing.month")
                            : visit.say("error.month", getValue().strip()));
        }
        return month;
    }

    static Optional<YearMonth> parse(String text) {
        Matcher month = MONTH.matcher(text.strip());
        return month.matches()
                ? Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                : Optional.empty();
    }
}
