package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmailTextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @Test
    void eachTextIsThereInBothLanguagesWithTheSamePlacesToFill() throws IOException {
        Properties english = texts("");
        Properties french = texts("_fr");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(places(french.getProperty(key)))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(places(english.getProperty(key)));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                EmailTextsTest.class.getResourceAsStream("email" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
