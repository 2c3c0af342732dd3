package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

class TaxKeysTest {

    @TempDir
    private Path folder;

    @Test
    void aRateHasTheDayFromWhichItApplies() {
        Settings settings = settings(Map.of(
                "tax1.name", "GST",
                "tax1.rate", "5",
                "tax1.rate.2026-10-01", "6",
                "tax1.rate.2026-04-01", "5.5",
                "tax3.name", "LEVY",
                "tax3.rate", "0",
                "tax3.rate.2027-01-01", "1.2345"));

        assertThat(percents(settings, "2026-03-31")).containsExactly("5", "0");
        assertThat(percents(settings, "2026-04-01")).containsExactly("5.5", "0");
        assertThat(percents(settings, "2026-09-30")).containsExactly("5.5", "0");
        assertThat(percents(settings, "2026-10-01")).containsExactly("6", "0");
        assertThat(percents(settings, "2999-12-31")).containsExactly("6", "1.2345");
        assertThat(settings.taxesOn(LocalDate.of(2026, 10, 1))).noneMatch(TaxRate::isChanging);
    }

    private static List<String> percents(Settings settings, String day) {
        return settings.taxesOn(LocalDate.parse(day)).stream()
                .map(TaxRate::percent)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void aTaxHasANameInEachLanguage() {
        Settings settings =
                settings(Map.of("tax2.name", "GST", "tax2.rate", "5", "tax2.name.fr", "TPS", "tax2.name.en", "GST"));

        assertThat(settings.taxes().get(0).names()).isEqualTo(Map.of("fr", "TPS", "en", "GST"));
    }

    @Test
    void aBlankValueIsNone() {
        Settings settings = settings(Map.of(
                "tax1.name",
                "GST",
                "tax1.rate",
                "5",
                "tax1.rate.soon",
                "",
                "tax1.name.fr",
                "",
                "tax2.rate.2026-10-01",
                ""));

        assertThat(settings.taxes()).containsExactly(new TaxRate("GST", new BigDecimal("5")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tax1.rate.2026-10-1|6|needs the first day of the rate after \"rate.\", such as tax1.rate.2026-10-01",
                "tax1.rate.2026-02-30|6|needs the first day",
                "tax1.rate.1026-10-01|6|needs the first day",
                "tax1.rate.+2026-10-01|6|needs the first day",
                "tax1.rate.oct|6|needs the first day",
                "tax1.rate.|6|needs the first day",
                "tax1.rate.2026-10-01|six|percentage",
                "tax1.rate.2026-10-01|101|percentage",
                "tax1.rate.2026-10-01|6 %|percentage",
                "tax1.name.xx|TPS|needs the code of a language after \"name.\", such as tax1.name.fr",
                "tax1.name.|TPS|needs the code of a language",
                "tax1.name.fr|T PS|without spaces",
                "tax1.name.fr|PST|used for two taxes",
                "tax2.name.fr|gst|used for two taxes",
            })
    void aWrongKeyOrValueIsRefusedWithTheKey(String key, String value, String expected) {
        Map<String, Object> properties = twoTaxes();
        properties.put(key, value);

        assertThat(refusal(properties))
                .startsWith("etc/org.openadmin.fees.cfg: "
                        + (expected.startsWith("used") ? "" : key + " = \"" + value + "\" "))
                .contains(expected);
    }

    @Test
    void aRateFromADayNeedsTheRateBeforeAndAName() {
        assertThat(refusal(Map.of("tax1.name", "GST", "tax1.rate.2026-10-01", "6")))
                .contains("tax1.rate = \"\" is missing, but tax1.rate.2026-10-01 is set");
        assertThat(refusal(Map.of("tax4.rate.2026-10-01", "6")))
                .contains("tax4.name = \"\" is missing, but tax4.rate.2026-10-01 is set");
        assertThat(refusal(Map.of("tax4.name.fr", "TPS")))
                .contains("tax4.name = \"\" is missing, but tax4.name.fr is set");
    }

    @Test
    void aKeyThatTheFileHasTwiceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("org.openadmin.fees.cfg"), """
                # tax1.rate.2026-10-01 = 4
                message.en = one \\
                  tax1.rate = 3
                tax1.name = GST
                tax1.rate=5
                tax1.rate.2026-10-01 = 6
                  tax1.rate.2026-10-01: 7
                """);
        Map<String, Object> properties = twoTaxes();
        properties.put("tax1.rate.2026-10-01", "7");
        assertThat(settings(properties).taxes()).hasSize(2);
        properties.put("felix.fileinstall.filename", file.toUri().toString());

        assertThat(refusal(properties)).contains("tax1.rate.2026-10-01 = \"7\" is in the file more than once");

        Files.writeString(file, Files.readString(file).replace("2026-10-01:", "2026-11-01:"));
        assertThat(settings(properties).taxes()).hasSize(2);
    }

    @Test
    void theirKeysAreKnown() {
        assertThat(new SettingsParser(Map.of("tax1.rate.2026-10-01", "6", "tax4.name.de", "x", "tax2.name.fr", "y"))
                        .unknownKeys())
                .isEmpty();
        assertThat(new SettingsParser(Map.of("tax5.rate.2026-10-01", "6")).unknownKeys())
                .containsExactly("tax5.rate.2026-10-01");
    }

    private static Map<String, Object> twoTaxes() {
        return new HashMap<>(Map.of("tax1.name", "GST", "tax1.rate", "5", "tax2.name", "PST", "tax2.rate", "6"));
    }

    private static Settings settings(Map<String, Object> properties) {
        return new SettingsParser(properties).settings();
    }

    private static String refusal(Map<String, Object> properties) {
        return EnglishRefusal.of(catchThrowable(() -> settings(properties)));
    }
}
