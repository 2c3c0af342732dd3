package org.openadmin.fees.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * An amount in the school's one currency, always at the currency's scale (two decimals for CAD).
 *
 * <p>Nothing in this class rounds. What a student owes is positive, what the school owes or has received is negative; each
 * method that takes or gives an amount says which sign it means.
 *
 * @param amount the amount, its scale is the currency's number of decimals
 * @param currency the school's currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
    private static final BigDecimal LARGEST_ROW = new BigDecimal("99999999.99");

    /**
     * @throws InvalidInputException when the amount has more decimals than the currency
     */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        int scale = Math.max(currency.getDefaultFractionDigits(), 0);
        if (amount.scale() > scale && amount.stripTrailingZeros().scale() > scale) {
            throw new InvalidInputException(Field.AMOUNT, Problem.TOO_MANY_DECIMALS, amount.toPlainString());
        }
        amount = amount.setScale(scale);
    }

    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Reads a plain decimal with a point, such as {@code 1234.5}: no exponent, no grouping, no comma, no currency sign.
     *
     * @throws InvalidInputException when the text is anything else, or has more decimals than the currency
     */
    public static Money parse(String text, Currency currency) {
        String trimmed = text == null ? "" : text.trim();
        if (trimmed.isEmpty()) {
            throw new InvalidInputException(Field.AMOUNT, Problem.MISSING, "");
        }
        if (!PLAIN.matcher(trimmed).matches()) {
            throw new InvalidInputException(Field.AMOUNT, Problem.NOT_A_NUMBER, trimmed);
        }
        return new Money(new BigDecimal(trimmed), currency);
    }

    /**
     * This amount, when one journal row can hold it as something to charge or to receive: above zero, at most 99,999,999.99.
     *
     * @throws InvalidInputException otherwise
     */
    public Money requireReceivable() {
        if (amount.signum() <= 0) {
            throw new InvalidInputException(Field.AMOUNT, Problem.NOT_POSITIVE, plain());
        }
        if (amount.compareTo(LARGEST_ROW) > 0) {
            throw new InvalidInputException(Field.AMOUNT, Problem.TOO_LARGE, plain());
        }
        return this;
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public Money times(int count) {
        return new Money(amount.multiply(BigDecimal.valueOf(count)), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** The amount as a plain decimal with a point, such as {@code -1234.50}, for exports and scripts. */
    public String plain() {
        return amount.toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** The amount and the currency's code, such as {@code 12.50 CAD}. */
    @Override
    public String toString() {
        return plain() + " " + currency.getCurrencyCode();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "The school has one currency: " + currency + " and " + other.currency + " cannot be put together");
        }
        return other;
    }
}
