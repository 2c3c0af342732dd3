package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.TillSettings;

class TillKeysTest {

    @Test
    void theDefaultsAreTheNotesAndCoinsOfTheCurrencyAndAVerifiedDeposit() {
        TillSettings till = read(Map.of());

        assertThat(till.denominations())
                .extracting(Money::toPlainString)
                .containsExactly("100.00", "50.00", "20.00", "10.00", "5.00", "2.00", "1.00", "0.25", "0.10", "0.05");
        assertThat(till.verify()).isTrue();
        assertThat(till.account()).isEmpty();
    }

    @Test
    void aSchoolHasItsOwn() {
        TillSettings till = read(Map.of(
                "cash.denominations", "5 20 0.25",
                "deposit.verify", "false",
                "deposit.account1", "Prairie Credit Union",
                "deposit.account3", "Account 100-200-3"));

        assertThat(till.denominations()).extracting(Money::toPlainString).containsExactly("20.00", "5.00", "0.25");
        assertThat(till.verify()).isFalse();
        assertThat(till.account()).containsExactly("Prairie Credit Union", "Account 100-200-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 5.00", "0 5", "-5", "5,10", "gold", "1e2", "0.005"})
    void otherValuesAreRefused(String text) {
        Map<String, Object> given = Map.of("cash.denominations", text);

        assertThat(EnglishRefusal.of(catchThrowable(() -> read(given))))
                .startsWith(
                        "etc/org.openadmin.fees.cfg: cash.denominations = \"" + text + "\" must be different amounts");
    }

    private static TillSettings read(Map<String, Object> properties) {
        return new SettingsParser(properties).settings().till();
    }
}
