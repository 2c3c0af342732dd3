package org.openadmin.fees.api.billing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;

/** What is taken off the amount of a fee: a percentage or an amount. */
public sealed interface Discount {

    /** No discount. */
    Discount NONE = new Percent(BigDecimal.ZERO);

    /** The most decimals of a percentage. */
    int MAX_DECIMALS = 4;

    /** Whether nothing is taken off. */
    boolean isNone();

    /** The discount as {@link #parse} reads it, such as {@code 12.5%} or {@code 5.00}. */
    String text();

    /**
     * A percentage; the reduced amount is rounded half up.
     *
     * @param percent 0 to 100, at most 4 decimals; of 100, nothing is left to charge
     */
    record Percent(BigDecimal percent) implements Discount {

        private static final BigDecimal MAX = BigDecimal.valueOf(100);
        private static final int USUAL_DECIMALS = 2;

        /** @throws InvalidInputException if it is outside the limits above */
        public Percent {
            if (percent.signum() < 0 || percent.compareTo(MAX) > 0) {
                throw new InvalidInputException(Field.DISCOUNT, Problem.OUT_OF_RANGE, percent.toPlainString());
            }
            int scale = percent.stripTrailingZeros().scale();
            if (scale > MAX_DECIMALS) {
                throw new InvalidInputException(Field.DISCOUNT, Problem.TOO_MANY_DECIMALS, percent.toPlainString());
            }
            percent = percent.setScale(Math.max(scale, USUAL_DECIMALS));
        }

        @Override
        public boolean isNone() {
            return percent.signum() == 0;
        }

        @Override
        public String text() {
            return (isNone() ? "0" : percent.stripTrailingZeros().toPlainString()) + "%";
        }
    }

    /**
     * An amount.
     *
     * @param amount above zero; if it is not less than the amount of the fee, nothing is left to charge
     */
    record Amount(Money amount) implements Discount {

        /** @throws InvalidInputException if it is zero or less */
        public Amount {
            Objects.requireNonNull(amount, "amount");
            if (!amount.isPositive()) {
                throw new InvalidInputException(Field.DISCOUNT, Problem.NOT_POSITIVE, amount.toPlainString());
            }
        }

        @Override
        public boolean isNone() {
            return false;
        }

        @Override
        public String text() {
            return amount.toPlainString();
        }
    }

    /**
     * Parses a percentage with its sign, such as {@code 12.5%}, or an amount with all decimals of the currency, such as {@code 5.00}.
     * A blank text and zero are none. A number such as {@code 10} may be either and is refused, not guessed.
     *
     * @throws InvalidInputException if the text is anything else, or out of range
     */
    static Discount parse(String text, Currency currency) {
        String typed = text.strip();
        boolean percent = typed.endsWith("%");
        String number = percent ? typed.substring(0, typed.length() - 1).strip() : typed;
        if (number.isEmpty() && !percent) {
            return NONE;
        }
        if (!Pattern.matches("\\d{1,9}(\\.\\d{1,9})?", number)) {
            throw new InvalidInputException(Field.DISCOUNT, Problem.NOT_A_NUMBER, typed);
        }
        return of(new BigDecimal(number), percent, typed, currency);
    }

    /**
     * The discount that somebody typed.
     *
     * @param number the number, with the decimals that were typed
     * @param percent whether it has a percent sign
     * @param typed the whole text
     * @throws InvalidInputException if it may be a percentage or an amount, or is out of range
     */
    static Discount of(BigDecimal number, boolean percent, String typed, Currency currency) {
        int decimals = Math.max(currency.getDefaultFractionDigits(), 0);
        if (percent) {
            return new Percent(number);
        }
        if (number.signum() == 0) {
            return NONE;
        }
        if (number.signum() < 0) {
            throw new InvalidInputException(Field.DISCOUNT, Problem.OUT_OF_RANGE, typed);
        }
        if (number.scale() > decimals) {
            throw new InvalidInputException(Field.DISCOUNT, Problem.NOT_A_NUMBER, typed);
        }
        if (number.scale() < decimals) {
            throw new InvalidInputException(Field.DISCOUNT, Problem.PERCENT_OR_AMOUNT, typed);
        }
        return new Amount(Money.of(number, currency));
    }
}
