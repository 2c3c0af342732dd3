package org.openadmin.fees.internal.settings;

import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.TillSettings;

/** Reads the settings of the drawers and deposits: {@code cash.denominations}, {@code deposit.verify} and {@code deposit.account}. */
final class TillKeys {

    private static final String DENOMINATIONS = "cash.denominations";
    private static final int MAX_DENOMINATIONS = 20;
    private static final int ACCOUNT_LINES = 3;

    private TillKeys() {}

    /** @throws InvalidSettingException for the first value that is not valid */
    static TillSettings read(ConfigValues values, Currency currency) {
        return new TillSettings(
                denominations(values.value(DENOMINATIONS), currency),
                values.flag("deposit.verify"),
                values.lines("deposit.account", ACCOUNT_LINES));
    }

    private static List<Money> denominations(String text, Currency currency) {
        if (text.isEmpty()) {
            return TillSettings.of(currency).denominations();
        }
        try {
            List<Money> given = Stream.of(text.split("\\s+"))
                    .map(value -> Money.parse(value, currency).requireReceivable())
                    .sorted(Comparator.reverseOrder())
                    .toList();
            if (given.size() <= MAX_DENOMINATIONS && given.stream().distinct().count() == given.size()) {
                return given;
            }
        } catch (InvalidInputException e) {
            // thrown below in both cases
        }
        throw new InvalidSettingException(DENOMINATIONS, text, Problem.DENOMINATIONS);
    }
}
