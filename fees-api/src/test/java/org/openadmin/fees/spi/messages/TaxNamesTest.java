package org.openadmin.fees.spi.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.spi.TaxRate;

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

    @Test
    void theConfiguredNameOfALanguageComesFirst() {
        TaxRate gst = new TaxRate("GST", BigDecimal.TEN, new TreeMap<>(), Map.of("fr", "TPS/TVH"));
        TaxRate levy = new TaxRate("Droit", BigDecimal.ONE, new TreeMap<>(), Map.of("en", "Levy"));
        List<TaxRate> taxes = List.of(gst, levy);

        assertThat(TaxNames.in(Locale.CANADA_FRENCH, "gst", taxes)).isEqualTo("TPS/TVH");
        assertThat(TaxNames.in(Locale.CANADA, "TPS/TVH", taxes)).isEqualTo("GST");
        assertThat(TaxNames.in(Locale.CANADA, "Droit", taxes)).isEqualTo("Levy");
        assertThat(TaxNames.in(Locale.CANADA_FRENCH, "Levy", taxes)).isEqualTo("Droit");
        assertThat(TaxNames.in(Locale.CANADA_FRENCH, "PST", taxes)).isEqualTo("TVP");
        assertThat(TaxNames.in(Locale.CANADA_FRENCH, "Other", taxes)).isEqualTo("Other");
    }
}
