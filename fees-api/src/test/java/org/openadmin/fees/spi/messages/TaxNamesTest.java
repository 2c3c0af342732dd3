package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxNamesTest {

    @ParameterizedTest
    @CsvSource({"GST,TPS", "PST,TVP", "QST,TVQ", "HST,TVH", "RST,TVD"})
    void aCanadianTaxHasANameInEachLanguage(String english, String french) {
        assertThat(TaxNames.in(Locale.CANADA_FRENCH, english)).isEqualTo(french);
        assertThat(TaxNames.in(Locale.FRENCH, " " + english.toLowerCase(Locale.ROOT)))
                .isEqualTo(french);
        assertThat(TaxNames.in(Locale.CANADA, french)).isEqualTo(english);
        assertThat(TaxNames.in(Locale.CANADA_FRENCH, french)).isEqualTo(french);
        assertThat(TaxNames.in(Locale.ENGLISH, english)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({"VAT", "Levy", "GST 2", "''"})
    void anotherTaxHasOneName(String name) {
        assertThat(TaxNames.in(Locale.FRENCH, name)).isEqualTo(name);
        assertThat(TaxNames.in(Locale.ENGLISH, name)).isEqualTo(name);
    }
}
