package org.openadmin.fees.ui.internal.i18n;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;

/**
 * Amounts as written in the user's language. Parsing is strict and rejects ambiguous input, so that 12,50 is 12.50 in French and
 * invalid in English.
 */
public final class MoneyFormat {

    private final Locale locale;
    private final Pattern number;
    private final Pattern grouping;
    private final String decimal;

    public MoneyFormat(Locale locale) {
        this.locale = locale;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char point = symbols.getDecimalSeparator();
        char group = symbols.getGroupingSeparator();
        // a number pad may type a point in any language; accept it unless it separates thousands
        decimal = group == '.' ? Pattern.quote(String.valueOf(point)) : "[." + point + "]";
        String groups = Character.isSpaceChar(group) ? "[ \u00a0\u202f]" : "[" + group + "]";
        grouping = Pattern.compile(groups);
        number = Pattern.compile("[-−]?(\\d+|\\d{1,3}(" + groups + "\\d{3})+)(" + decimal + "\\d+)?");
    }

    /** The amount without its currency, such as {@code 1,311.30}. */
    public String format(Money money) {
        int scale = money.amount().scale();
        return decimals(scale, scale).format(money.amount());
    }

    /** A percentage without its sign, such as {@code 9.975}. */
    public String format(BigDecimal percent) {
        return decimals(0, 4).format(percent);
    }

    /** The amount as a user would type it, without grouping. */
    public String typed(Money money) {
        int scale = money.amount().scale();
        DecimalFormat format = decimals(scale, scale);
        format.setGroupingUsed(false);
        return format.format(money.amount());
    }

    /** @throws InvalidInputException if the text is not an amount above zero that fits into one journal row */
    public Money read(String text, Currency currency) {
        return new Money(plain(Field.AMOUNT, text), currency).requireReceivable();
    }

    /** Whether the text is blank or zero. */
    public boolean isNothing(String text) {
        try {
            return text.isBlank() || plain(Field.AMOUNT, text).signum() == 0;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /** @throws InvalidInputException if the text is not a plain number; a blank text is zero */
    public BigDecimal readPercent(String text) {
        return text.isBlank() ? BigDecimal.ZERO : plain(Field.DISCOUNT, text);
    }

    private BigDecimal plain(Field field, String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            throw new InvalidInputException(field, Problem.MISSING, "");
        }
        if (typed.length() > 40 || !number.matcher(typed).matches()) {
            throw new InvalidInputException(field, Problem.NOT_A_NUMBER, typed);
        }
        String digits = grouping.matcher(typed).replaceAll("").replaceFirst(decimal, ".");
        return new BigDecimal(digits.replace('−', '-'));
    }

    private DecimalFormat decimals(int least, int most) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign('−');
        format.setDecimalFormatSymbols(symbols);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format;
    }
}
