package org.openadmin.fees.spi.imports;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.imports.ImportProblem.Reason;

/** Reads the amounts of a file: plain numbers, with one decimal sign and nothing else. */
final class ImportAmount {

    private static final Pattern PLAIN = Pattern.compile("([+-]?)(\\d{1,12})(?:([.,])(\\d{1,12}))?");

    private final char decimal;
    private final Currency currency;

    ImportAmount(char decimal, Currency currency) {
        this.decimal = decimal;
        this.currency = currency;
    }

    /** @param problem receives why the text is no amount */
    Optional<Money> read(String text, BiConsumer<Reason, String> problem) {
        Matcher number = PLAIN.matcher(text);
        if (!number.matches() || number.group(3) != null && number.group(3).charAt(0) != decimal) {
            problem.accept(Reason.NOT_AN_AMOUNT, text);
            return Optional.empty();
        }
        String decimals = number.group(4) == null ? "" : number.group(4);
        if (decimals.length() > Math.max(currency.getDefaultFractionDigits(), 0)) {
            problem.accept(Reason.DECIMALS, text);
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number.group(2) + (decimals.isEmpty() ? "" : "." + decimals));
        if (value.signum() == 0) {
            problem.accept(Reason.ZERO, text);
            return Optional.empty();
        }
        try {
            Money amount = Money.of(value, currency).requireReceivable();
            return Optional.of(number.group(1).equals("-") ? amount.negated() : amount);
        } catch (InvalidInputException e) {
            problem.accept(Reason.TOO_LARGE, text);
            return Optional.empty();
        }
    }
}
