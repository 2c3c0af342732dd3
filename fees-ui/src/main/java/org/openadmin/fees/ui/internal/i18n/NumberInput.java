package org.openadmin.fees.ui.internal.i18n;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * Reads numbers as people write them in a language: with a currency sign, with groups of thousands, without digits on one side of
 * the decimal sign. A number that only another language writes this way is not guessed but refused with a proposal: in French 12,50
 * is 12.50, and in English it may be that or a mistyped 1,250.
 */
final class NumberInput {

    private static final int MAX_LENGTH = 40;
    private static final String SPACES = "[ \u00a0\u202f\u2009]";
    private static final Pattern GROUPED_BY_SPACES = Pattern.compile("^\\d{1,3}(" + SPACES + "\\d{3})+(?!\\d)");

    private final Locale locale;
    private final Function<BigDecimal, String> proposal;
    private final char decimal;
    /** The one of point and comma that is not the decimal sign. */
    private final char other;

    private final Pattern own;
    private final Pattern numberPad;
    private final Pattern elsewhere;
    private final Pattern groupedElsewhere;

    /** @param proposal writes a number as a user of this language would */
    NumberInput(Locale locale, Function<BigDecimal, String> proposal) {
        this.locale = locale;
        this.proposal = proposal;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        decimal = symbols.getDecimalSeparator();
        other = decimal == ',' ? '.' : ',';
        boolean otherGroups = symbols.getGroupingSeparator() == other;
        String d = "[" + decimal + "]";
        String o = "[" + other + "]";
        String groups = "\\d{1,3}(" + o + "\\d{3})+";
        own = Pattern.compile(
                "\\d+" + d + "?|\\d*" + d + "\\d+" + (otherGroups ? "|" + groups + "(" + d + "\\d*)?" : ""));
        // a number pad types a point in any language
        numberPad = Pattern.compile(otherGroups ? "(?!)" : "\\d+" + o + "\\d{0,2}|" + o + "\\d{1,2}");
        elsewhere = Pattern.compile("\\d*" + o + "\\d{1,2}|\\d{1,3}(" + d + "\\d{3})+" + o + "\\d*");
        groupedElsewhere = Pattern.compile(groups + "(" + d + "\\d*)?");
    }

    /**
     * Reads an amount, with or without the sign or code of its currency.
     *
     * @throws InvalidInputException if the text is not a number, is a percentage, or is unclear
     */
    BigDecimal amount(Field field, String text, Currency currency) {
        String typed = required(field, text);
        if (typed.endsWith("%")) {
            throw new InvalidInputException(field, Problem.PERCENTAGE, typed);
        }
        String sign = Stream.of("$", currency.getSymbol(locale), currency.getCurrencyCode())
                .map(Pattern::quote)
                .reduce((a, b) -> a + "|" + b)
                .map(all -> "(?i:" + all + ")")
                .orElseThrow();
        String number = typed.replaceFirst("^([-−]?)" + SPACES + "*" + sign + SPACES + "*", "$1")
                .replaceFirst(SPACES + "*" + sign + "$", "");
        return number(field, typed, number);
    }

    /**
     * Reads a percentage, with or without its sign.
     *
     * @throws InvalidInputException if the text is not a number or is unclear
     */
    BigDecimal percentage(Field field, String text) {
        String typed = required(field, text);
        return number(field, typed, typed.replaceFirst(SPACES + "*%$", ""));
    }

    private static String required(Field field, String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            throw new InvalidInputException(field, Problem.MISSING, "");
        }
        if (typed.length() > MAX_LENGTH) {
            throw new InvalidInputException(field, Problem.NOT_A_NUMBER, typed);
        }
        return typed;
    }

    private BigDecimal number(Field field, String typed, String number) {
        boolean negative = number.startsWith("-") || number.startsWith("−");
        String digits = GROUPED_BY_SPACES
                .matcher(negative ? number.substring(1) : number)
                .replaceFirst(group -> group.group().replaceAll(SPACES, ""));
        if (own.matcher(digits).matches()) {
            return value(digits, decimal, negative);
        }
        if (numberPad.matcher(digits).matches()) {
            return value(digits, other, negative);
        }
        if (elsewhere.matcher(digits).matches()) {
            throw unclear(field, typed, value(digits, other, negative));
        }
        if (groupedElsewhere.matcher(digits).matches()) {
            throw unclear(field, typed, value(digits, decimal, negative));
        }
        throw new InvalidInputException(field, Problem.NOT_A_NUMBER, typed);
    }

    private InvalidInputException unclear(Field field, String typed, BigDecimal meant) {
        return new InvalidInputException(field, Problem.AMBIGUOUS, typed, proposal.apply(meant));
    }

    private static BigDecimal value(String digits, char decimal, boolean negative) {
        String[] parts = digits.split(Pattern.quote(String.valueOf(decimal)), 2);
        String whole = parts[0].replaceAll("[.,]", "");
        String fraction = parts.length == 2 ? parts[1] : "";
        BigDecimal value = new BigDecimal((whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction));
        return negative ? value.negate() : value;
    }
}
