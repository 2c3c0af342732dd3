package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.ui.internal.UserContext;

/** When a charge is due, in one field: a date, or a number of days after the date of the charge; blank is the usual number. */
final class DueField extends TextField {

    private static final Pattern DAYS = Pattern.compile("[-−]?\\d{1,3}");

    private final UserContext context;
    private final int usualDays;
    private final DateInput dates;

    DueField(UserContext context, int usualDays) {
        super(context.text("fee.due"));
        this.context = context;
        this.usualDays = usualDays;
        dates = new DateInput(context.locale(), DateField.pattern(context.locale()));
        setManualValidation(true);
        setAutocomplete(Autocomplete.OFF);
        setValueChangeMode(ValueChangeMode.EAGER);
        addValueChangeListener(e -> setInvalid(false));
        hint(Optional.empty());
    }

    void show(Optional<Due> due) {
        setValue(due.map(this::typed).orElse(""));
    }

    private String typed(Due due) {
        return due instanceof Due.On on ? on.day().toString() : String.valueOf(((Due.After) due).days());
    }

    /**
     * When the charge is due; empty if the field is.
     *
     * @throws InvalidInputException if it is neither a date nor a number of days
     */
    Optional<Due> due() {
        String typed = getValue().strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                DAYS.matcher(typed).matches() ? Due.parseDays(typed.replace('−', '-')) : new Due.On(day(typed)));
    }

    private LocalDate day(String typed) {
        try {
            return dates.read(typed, context.today());
        } catch (InvalidInputException e) {
            throw new InvalidInputException(Field.DUE, e.problem(), e.value(), e.proposal());
        }
    }

    /** Shows what a charge of this date would be due on, and what may be entered. */
    void hint(Optional<LocalDate> charged) {
        String usual = context.text("fee.due.helper", usualDays);
        setHelperText(charged.flatMap(this::dueDate)
                .map(day -> context.text("fee.due.on", context.format(day)) + " " + usual)
                .orElse(usual));
    }

    private Optional<LocalDate> dueDate(LocalDate charged) {
        try {
            return Optional.of(due().orElse(new Due.After(usualDays)).of(charged));
        } catch (org.openadmin.fees.api.FeesException e) {
            return Optional.empty();
        }
    }
}
