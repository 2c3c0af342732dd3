package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.spi.ReturnSettings;

class ReturnKeysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);

    @Test
    void byDefaultThereIsNoFeeAndCashOnlyForNinetyDays() {
        ReturnSettings returns = read(Map.of());

        assertThat(returns).isEqualTo(ReturnSettings.none());
        assertThat(returns.cashOnlyUntil(DAY)).contains(DAY.plusDays(90));
    }

    @Test
    void aSchoolHasItsOwn() {
        ReturnSettings returns = read(Map.of(
                "bounce.fee", "25.00",
                "bounce.fee-name", "NSF charge",
                "bounce.fee-taxes", "gst",
                "bounce.cash-only-days", "0",
                "tax1.name", "GST",
                "tax1.rate", "5"));

        assertThat(returns.fee().orElseThrow().toPlainString()).isEqualTo("25.00");
        assertThat(returns.feeName()).isEqualTo("NSF charge");
        assertThat(returns.taxes()).containsExactly("GST");
        assertThat(returns.cashOnlyUntil(DAY)).isEmpty();
    }

    @Test
    void theUsualNameIsInTheSchoolsLanguage() {
        assertThat(read(Map.of("locale", "fr-CA")).feeName()).isEqualTo("Frais de paiement retourné");
    }

    @ParameterizedTest
    @CsvSource({
        "bounce.fee, 0, must be an amount above zero",
        "bounce.fee, gold, must be an amount above zero",
        "bounce.fee-taxes, HST, must contain the short names of configured taxes",
        "bounce.cash-only-days, -1, must be a whole number 0 to 3650",
        "bounce.cash-only-days, soon, must be a whole number 0 to 3650"
    })
    void otherValuesAreRefused(String key, String value, String problem) {
        Map<String, Object> given = Map.of(key, value);

        assertThat(EnglishRefusal.of(catchThrowable(() -> read(given))))
                .startsWith("etc/org.openadmin.fees.cfg: " + key + " = \"" + value + "\" " + problem);
    }

    private static ReturnSettings read(Map<String, Object> properties) {
        return new SettingsParser(properties).settings().returns();
    }
}
