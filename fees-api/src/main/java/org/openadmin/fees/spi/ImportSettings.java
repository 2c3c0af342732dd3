package org.openadmin.fees.spi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * How the bank's CSV files are read, and what its transfers are recorded as.
 *
 * @param day the heading of the column with the day
 * @param amount the heading of the column with the money received; a negative amount, or none, is money paid out
 * @param texts the headings of the columns with the sender, the message and the like, at least one
 * @param dayFormat the format of a day, as in {@code yyyy-MM-dd}
 * @param decimal the decimal sign of amounts: a point or a comma
 * @param charset the encoding of CSV files; OFX files name their own
 * @param method the method of the payments
 */
public record ImportSettings(
        String day,
        String amount,
        List<String> texts,
        String dayFormat,
        char decimal,
        Charset charset,
        PaymentMethod method) {

    public ImportSettings {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(amount, "amount");
        texts = List.copyOf(texts);
        Objects.requireNonNull(dayFormat, "dayFormat");
        Objects.requireNonNull(charset, "charset");
        Objects.requireNonNull(method, "method");
    }

    /** The default settings of a school with this language. */
    public static ImportSettings usual(Locale locale) {
        return new ImportSettings(
                "Date",
                "Amount",
                List.of("Description"),
                "yyyy-MM-dd",
                usualDecimal(locale),
                StandardCharsets.UTF_8,
                PaymentMethod.TRANSFER);
    }

    /** Whether this is the format of a day: each of year, month and day once, such as {@code dd/MM/yyyy}. */
    public static boolean isDayFormat(String text) {
        return text.matches("[yMd/. -]{6,12}")
                && text.contains("yyyy")
                && text.replaceAll("[^yMd]", "").matches("yyyyMM?dd?|dd?MM?yyyy|MM?dd?yyyy");
    }

    /** The decimal sign where nothing else is configured: a comma in French. */
    public static char usualDecimal(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? ',' : '.';
    }
}
