package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;

/**
 * The settings of the drawers and deposits.
 *
 * @param denominations the values of notes and coins that are counted, largest first
 * @param verify whether another person verifies each deposit
 * @param account the bank account as printed on the deposit slip, a line each; may be empty
 */
public record TillSettings(List<Money> denominations, boolean verify, List<String> account) {

    private static final String USUAL = "100 50 20 10 5 2 1 0.50 0.20 0.10 0.05";
    private static final Map<String, String> BY_CURRENCY = Map.of(
            "CAD", "100 50 20 10 5 2 1 0.25 0.10 0.05",
            "USD", "100 50 20 10 5 2 1 0.25 0.10 0.05 0.01",
            "EUR", "200 100 50 20 10 5 2 1 0.50 0.20 0.10 0.05 0.02 0.01");

    public TillSettings {
        denominations = List.copyOf(denominations);
        account = List.copyOf(account);
    }

    /** The default settings of a currency. */
    public static TillSettings of(Currency currency) {
        List<Money> denominations = Stream.of(BY_CURRENCY
                        .getOrDefault(currency.getCurrencyCode(), USUAL)
                        .split(" "))
                .map(BigDecimal::new)
                .filter(value -> value.stripTrailingZeros().scale() <= Math.max(currency.getDefaultFractionDigits(), 0))
                .map(value -> Money.of(value, currency))
                .toList();
        return new TillSettings(denominations, true, List.of());
    }

    /** The same settings, with or without verification by another person. */
    public TillSettings withVerify(boolean wanted) {
        return new TillSettings(denominations, wanted, account);
    }
}
