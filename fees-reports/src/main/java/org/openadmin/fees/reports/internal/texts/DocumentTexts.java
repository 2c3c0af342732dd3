package org.openadmin.fees.reports.internal.texts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.Settings;

/** Words, dates and amounts as one document writes them, in the school's language. For one thread. */
public final class DocumentTexts {

    /** What stands for something that old data do not know. */
    public static final String UNKNOWN = "–";

    /** Between things that stand in one line and are no sentence. */
    public static final String BESIDE = "  ·  ";

    private static final String TEXTS = "org.openadmin.fees.reports.texts";

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter shortDates;
    private final DateTimeFormatter months;
    private final DateTimeFormatter times;
    private final NumberFormat figures;
    private final NumberFormat amounts;

    public DocumentTexts(Settings settings, ZoneId zone) {
        this(settings, settings.locale(), zone);
    }

    /** In a language that may not be the school's. */
    public DocumentTexts(Settings settings, Locale locale, ZoneId zone) {
        this.locale = locale;
        texts = texts(locale);
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        shortDates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        months = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
        times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        int decimals = Math.max(settings.currency().getDefaultFractionDigits(), 0);
        figures = NumberFormat.getNumberInstance(locale);
        amounts = amounts(settings.currency());
        for (NumberFormat format : new NumberFormat[] {figures, amounts}) {
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            withSignOfMinus(format);
        }
    }

    /** Java writes a hyphen, which is easily overlooked. Noto Sans has no U+2212; its en dash looks the same before a figure. */
    private static void withSignOfMinus(NumberFormat format) {
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign('–');
            decimal.setDecimalFormatSymbols(symbols);
        }
    }

    /** Without the fallback to the machine's own language: a school in English may run on a French server. */
    public static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                TEXTS,
                locale,
                DocumentTexts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** At home a dollar is {@code $} in each of the country's languages; Java would write {@code $ CA} in French. */
    private NumberFormat amounts(Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        if (homeCurrency().filter(currency::equals).isPresent() && format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setCurrencySymbol(currency.getSymbol(new Locale("en", locale.getCountry())));
            decimal.setDecimalFormatSymbols(symbols);
        }
        return format;
    }

    private Optional<Currency> homeCurrency() {
        boolean country = List.of(Locale.getISOCountries()).contains(locale.getCountry());
        return country ? Optional.ofNullable(Currency.getInstance(locale)) : Optional.empty();
    }

    public Locale locale() {
        return locale;
    }

    public ResourceBundle texts() {
        return texts;
    }

    public String text(String key, Object... arguments) {
        String text = texts.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** Such as {@code September 8, 2026}. */
    public String date(LocalDate date) {
        return day(dates, date);
    }

    /** Such as {@code Sep. 8, 2026}, for columns. */
    public String shortDate(LocalDate date) {
        return day(shortDates, date);
    }

    /** In French the first of a month is an ordinal number, which Java does not know. */
    private String day(DateTimeFormatter format, LocalDate date) {
        String text = format.format(date);
        return locale.getLanguage().equals("fr") && text.startsWith("1 ") ? "1er" + text.substring(1) : text;
    }

    /** Such as {@code September 2026}. */
    public String month(YearMonth month) {
        return months.format(month);
    }

    /** Such as {@code Grade 9}; French makes an ordinal number of it. */
    public String grade(String grade) {
        if (grade.equals("1")) {
            return text("gradeFirst");
        }
        return text(grade.matches("[1-9]\\d?") ? "grade" : "gradeNamed", grade);
    }

    public String count(int number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String time(Instant instant) {
        return times.format(instant);
    }

    /** The bare figure, for columns. */
    public String figure(Money money) {
        return figures.format(money.amount());
    }

    /** The figure with the sign of the currency, where it stands alone. */
    public String amount(Money money) {
        return amounts.format(money.amount());
    }
}
