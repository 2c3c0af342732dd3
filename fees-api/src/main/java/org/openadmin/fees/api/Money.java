package org.openadmin.fees.api;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * An amount in the school's only currency, always with the currency's number of decimals (two for CAD).
 *
 * <p>No method of this class rounds. On a student's account, what the student owes is positive; what the school owes or
 * has received is negative. Each method that takes or returns an amount documents its sign.
 *
 * @param amount the amount; its scale is the currency's number of decimals
 * @param currency the school's currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,18})?");
    private static final BigDecimal MAX_RECEIVABLE = new BigDecimal("99999999.99");

    /** @throws InvalidInputException if the amount has more decimals than the currency */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(currency, "currency");
        int scale = Math.max(currency.getDefaultFractionDigits(), 0);
        if (amount.scale() > scale && amount.stripTrailingZeros().scale() > scale) {
            throw new InvalidInputException(Field.AMOUNT, Problem.TOO_MANY_DECIMALS, amount.toPlainString());
        }
        amount = amount.setScale(scale);
    }

    /** @throws InvalidInputException if the amount has more decimals than the currency */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * Parses a plain decimal with a point, such as {@code 1234.5}. Exponents, grouping, commas and currency signs are
     * not accepted.
     *
     * @throws InvalidInputException if the text is anything else, or has more decimals than the currency
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
     * Returns this amount if a single charge or payment can have it: more than zero, and at most 99,999,999.99.
     *
     * @throws InvalidInputException if it is not in this range
     */
    public Money requireReceivable() {
        if (amount.signum() <= 0) {
            throw new InvalidInputException(Field.AMOUNT, Problem.NOT_POSITIVE, toPlainString());
        }
        if (amount.compareTo(MAX_RECEIVABLE) > 0) {
            throw new InvalidInputException(Field.AMOUNT, Problem.TOO_LARGE, toPlainString());
        }
        return this;
    }

    /** @throws IllegalArgumentException if the currencies are different */
    public Money plus(Money other) {
        return new Money(amount.add(requireSameCurrency(other).amount), currency);
    }

    /** @throws IllegalArgumentException if the currencies are different */
    public Money minus(Money other) {
        return new Money(amount.subtract(requireSameCurrency(other).amount), currency);
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

    /** Returns the amount as a plain decimal with a point, such as {@code -1234.50}, for exports and scripts. */
    public String toPlainString() {
        return amount.toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(requireSameCurrency(other).amount);
    }

    /** Returns the amount and the currency code, such as {@code 12.50 CAD}. */
    @Override
    public String toString() {
        return toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "The school has one currency: " + currency + " and " + other.currency + " cannot be put together");
        }
        return other;
    }
}
