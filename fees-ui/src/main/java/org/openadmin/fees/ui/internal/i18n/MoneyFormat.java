package org.openadmin.fees.ui.internal.i18n;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;

/** Amounts as written and read in the user's language. */
public final class MoneyFormat {

    private final Locale locale;
    private final NumberInput input;

    public MoneyFormat(Locale locale) {
        this.locale = locale;
        input = new NumberInput(locale, this::proposed);
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
        return new Money(input.amount(Field.AMOUNT, text, currency), currency).requireReceivable();
    }

    /** Whether the text is blank or zero. */
    public boolean isNothing(String text, Currency currency) {
        try {
            return text.isBlank() || input.amount(Field.AMOUNT, text, currency).signum() == 0;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    /**
     * Reads a percentage with its sign, or an amount with all its decimals; a blank text is no discount.
     *
     * @throws InvalidInputException if the text is neither, may be both, or is out of range
     */
    public Discount readDiscount(String text, Currency currency) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Discount.NONE;
        }
        boolean percent = typed.endsWith("%");
        BigDecimal number =
                percent ? input.percentage(Field.DISCOUNT, typed) : input.amount(Field.DISCOUNT, typed, currency);
        return Discount.of(number, percent, typed, currency);
    }

    /** A discount, such as {@code 12.5 %} or {@code 5.00}. */
    public String format(Discount discount) {
        return discount instanceof Discount.Amount off
                ? format(off.amount())
                : format(((Discount.Percent) discount).percent()) + "\u00a0%";
    }

    /** The discount as a user would type it; empty for none. */
    public String typed(Discount discount) {
        if (discount.isNone()) {
            return "";
        }
        return discount instanceof Discount.Amount off ? typed(off.amount()) : format(discount);
    }

    /** The number as a user would type it, with cents if it has any. */
    private String proposed(BigDecimal number) {
        DecimalFormat format = decimals(number.stripTrailingZeros().scale() > 0 ? 2 : 0, 2);
        format.setGroupingUsed(false);
        return format.format(number);
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
