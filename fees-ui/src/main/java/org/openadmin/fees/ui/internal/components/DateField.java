package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.Result;
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
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.ui.internal.UserContext;

/**
 * A date in the format of the user's language; other forms are read by {@link DateInput}. 2026-02-30 is rejected. Until the user
 * changes it, a proposed date of today follows the day, so that a page left open overnight does not propose yesterday.
 */
public final class DateField extends DatePicker {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** In the browser: reports the new day when the user returns to the page, so that an idle page sends nothing. */
    private static final String ON_THE_NEXT_DAY = """
            const due = Date.now() + $0;
            const events = ['focus', 'pointerdown', 'keydown'];
            const stop = () => events.forEach(each => window.removeEventListener(each, check, true));
            const check = () => {
              if (!this.isConnected) {
                stop();
              } else if (Date.now() >= due) {
                stop();
                this.$server.followDay();
              }
            };
            events.forEach(each => window.addEventListener(each, check, true));
            """;

    /** Makes a year of two digits one of this century in the date picker of the browser. */
    private static final LocalDate MIDDLE_OF_CENTURY = LocalDate.of(2050, 1, 1);

    private final UserContext context;
    private final String missing;
    private boolean following = true;

    public DateField(UserContext context, String label) {
        super(label);
        this.context = context;
        missing = context.inputError(Field.DATE, Problem.MISSING);
        setLocale(context.locale());
        String pattern = pattern(context.locale());
        setI18n(calendar(context, pattern));
        DateInput input = new DateInput(context.locale(), pattern);
        setFallbackParser(typed -> read(input, typed));
        // an open calendar would catch the Tab key of a user who types the date
        setAutoOpen(false);
        setMin(FIRST);
        setMax(LAST);
        setValue(context.today());
        addValueChangeListener(e -> following &= context.today().equals(e.getValue()) && !e.isFromClient());
        addAttachListener(e -> awaitNextDay());
    }

    private Result<LocalDate> read(DateInput input, String typed) {
        try {
            return Result.ok(input.read(typed, context.today()));
        } catch (InvalidInputException e) {
            return Result.error(context.errors().of(e));
        }
    }

    private void awaitNextDay() {
        if (following) {
            getElement()
                    .executeJs(ON_THE_NEXT_DAY, (double) context.untilTomorrow().toMillis());
        }
    }

    /** Proposes today if the user has not changed the date. */
    @ClientCallable
    void followDay() {
        if (following) {
            setValue(context.today());
            awaitNextDay();
        }
    }

    /** The date; if the field is empty or invalid, it shows why. */
    public Optional<LocalDate> read() {
        if (following) {
            setValue(context.today());
        }
        ValidationResult result = getDefaultValidator().apply(getValue(), null);
        if (result.isError() || getValue() == null) {
            setErrorMessage(result.isError() ? result.getErrorMessage() : missing);
            setInvalid(true);
            return Optional.empty();
        }
        return Optional.of(getValue());
    }

    /** Shows why the date was refused, until it is changed, and takes the cursor there. */
    public void refuse(String sentence) {
        setErrorMessage(sentence);
        setInvalid(true);
        focus();
    }

    /** Whether the field is empty or holds a valid date; if not, it shows an error. */
    public boolean isReadable() {
        ValidationResult result = getDefaultValidator().apply(getValue(), null);
        if (result.isError()) {
            setErrorMessage(result.getErrorMessage());
        }
        setInvalid(result.isError());
        return !result.isError();
    }

    private static DatePickerI18n calendar(UserContext context, String pattern) {
        Locale locale = context.locale();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setDateFormat(pattern)
                .setReferenceDate(MIDDLE_OF_CENTURY)
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
    static String pattern(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
        return pattern.replaceAll("[yu]+", "yyyy");
    }

    private static List<String> days(String[] sundayFirst) {
        return Arrays.asList(sundayFirst).subList(1, 8);
    }
}
