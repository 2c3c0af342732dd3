package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.ValidationResult;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.ui.internal.UserContext;

/** A date in the format of the user's language. 2026-09-08 is accepted in every language; 2026-02-30 is rejected. */
public final class DateField extends DatePicker {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private final String missing;

    public DateField(UserContext context, String label) {
        super(label);
        missing = context.inputError(Field.DATE, Problem.MISSING);
        setLocale(context.locale());
        setI18n(calendar(context));
        // an open calendar would catch the Tab key of a user who types the date
        setAutoOpen(false);
        setMin(FIRST);
        setMax(LAST);
        setValue(context.today());
    }

    /** The date; if the field is empty or invalid, it shows why. */
    public Optional<LocalDate> read() {
        ValidationResult result = getDefaultValidator().apply(getValue(), null);
        if (result.isError() || getValue() == null) {
            setErrorMessage(result.isError() ? result.getErrorMessage() : missing);
            setInvalid(true);
            return Optional.empty();
        }
        return Optional.of(getValue());
    }

    /** Whether the field is empty or holds a valid date; if not, it shows an error. */
    boolean isReadable() {
        ValidationResult result = getDefaultValidator().apply(getValue(), null);
        if (result.isError()) {
            setErrorMessage(result.getErrorMessage());
        }
        setInvalid(result.isError());
        return !result.isError();
    }

    private static DatePickerI18n calendar(UserContext context) {
        Locale locale = context.locale();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setDateFormats(pattern(locale), "yyyy-MM-dd")
                .setMonthNames(List.of(symbols.getMonths()).subList(0, 12))
                .setWeekdays(days(symbols.getWeekdays()))
                .setWeekdaysShort(days(symbols.getShortWeekdays()))
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(context.text("calendar.today"))
                .setCancel(context.text("calendar.cancel"))
                .setBadInputErrorMessage(context.inputError(Field.DATE, Problem.NOT_A_DATE))
                .setMinErrorMessage(context.inputError(Field.DATE, Problem.OUT_OF_RANGE))
                .setMaxErrorMessage(context.inputError(Field.DATE, Problem.OUT_OF_RANGE));
    }

    /** The short format of the language with a four-digit year, because 26 could be 1926. */
    private static String pattern(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.replaceAll("[yu]+", "yyyy");
    }

    private static List<String> days(String[] sundayFirst) {
        return Arrays.asList(sundayFirst).subList(1, 8);
    }
}
