package org.openadmin.fees.spi;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/** Formats dates and amounts in one language for documents and e-mail. Not thread-safe. */
public final class LocalFormat {

    private final Locale locale;
    private final DateTimeFormatter dates;
    private final DateTimeFormatter shortDates;
    private final DateTimeFormatter months;
    private final NumberFormat figures;
    private final NumberFormat amounts;

    public LocalFormat(Locale locale, Currency currency) {
        this.locale = locale;
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        shortDates = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        months = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
        int decimals = Math.max(currency.getDefaultFractionDigits(), 0);
        figures = NumberFormat.getNumberInstance(locale);
        amounts = amounts(currency);
        for (NumberFormat format : new NumberFormat[] {figures, amounts}) {
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            withDashAsMinus(format);
        }
    }

    /**
     * Java writes a hyphen, which is easily overlooked. Noto Sans has no U+2212, but its en dash looks the same before a number.
     */
    private static void withDashAsMinus(NumberFormat format) {
        if (format instanceof DecimalFormat decimal) {
            DecimalFormatSymbols symbols = decimal.getDecimalFormatSymbols();
            symbols.setMinusSign('–');
            decimal.setDecimalFormatSymbols(symbols);
        }
    }

    /** In its own country a dollar is written {@code $} in every language; Java would write {@code $ CA} in French. */
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

    /** Such as {@code September 8, 2026}. */
    public String date(LocalDate date) {
        return day(dates, date);
    }

    /** Such as {@code Sep. 8, 2026}, for columns. */
    public String shortDate(LocalDate date) {
        return day(shortDates, date);
    }

    /** In French the first of a month is an ordinal number, which Java does not support. */
    private String day(DateTimeFormatter format, LocalDate date) {
        String text = format.format(date);
        return locale.getLanguage().equals("fr") && text.startsWith("1 ") ? "1er" + text.substring(1) : text;
    }

    /** Such as {@code September 2026}. */
    public String month(YearMonth month) {
        return months.format(month);
    }

    /** The amount without a currency sign, for columns. */
    public String amountWithoutCurrency(Money money) {
        return figures.format(money.amount());
    }

    /** The amount with its currency sign. */
    public String amount(Money money) {
        return amounts.format(money.amount());
    }
}
