package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.spi.WaiverReasons;

class WaiverKeysTest {

    private static final ReasonCode HARDSHIP = new ReasonCode("hardship");

    @Test
    void byDefaultThereAreNone() {
        assertThat(read(Map.of("waiver.reason.hardship", ""))).isEqualTo(WaiverReasons.none());
    }

    @Test
    void aSchoolHasCodesWithNamesInItsLanguages() {
        WaiverReasons reasons = read(Map.of(
                "waiver.reason.hardship", "Hardship",
                "waiver.reason.hardship.fr", "Difficultés financières",
                "waiver.reason.bursary-2026", "Bursary of 2026"));

        assertThat(reasons.codes()).extracting(ReasonCode::value).containsExactly("bursary-2026", "hardship");
        assertThat(reasons.name(HARDSHIP, Locale.CANADA)).isEqualTo("Hardship");
        assertThat(reasons.name(HARDSHIP, Locale.CANADA_FRENCH)).isEqualTo("Difficultés financières");
        assertThat(reasons.name(new ReasonCode("bursary-2026"), Locale.CANADA_FRENCH))
                .isEqualTo("Bursary of 2026");
        assertThat(reasons.name(new ReasonCode("gone"), Locale.CANADA)).isEqualTo("gone");
    }

    @ParameterizedTest
    @CsvSource({
        "waiver.reason.Hard Ship, x, 'needs a code of small letters, digits and hyphens'",
        "waiver.reason., x, 'needs a code of small letters, digits and hyphens'",
        "waiver.reason.hardship.xx9, x, needs the code of a language after the reason code",
        "waiver.reason.hardship, Lost\tjob, must be a name of 1 to 60 characters in one line"
    })
    void otherKeysAndNamesAreRefused(String key, String value, String problem) {
        Map<String, Object> given = Map.of(key, value);

        assertThat(EnglishRefusal.of(catchThrowable(() -> read(given)))).contains(key, problem);
    }

    @Test
    void aNameInALanguageNeedsTheNameItself() {
        assertThat(EnglishRefusal.of(catchThrowable(() -> read(Map.of("waiver.reason.hardship.fr", "Difficultés")))))
                .contains("waiver.reason.hardship", "is missing, but waiver.reason.hardship.fr is set");
    }

    @Test
    void theKeysAreKnown() {
        assertThat(new SettingsParser(Map.of("waiver.reason.hardship", "Hardship")).unknownKeys())
                .isEmpty();
    }

    private static WaiverReasons read(Map<String, Object> properties) {
        return new SettingsParser(properties).settings().waivers();
    }
}
