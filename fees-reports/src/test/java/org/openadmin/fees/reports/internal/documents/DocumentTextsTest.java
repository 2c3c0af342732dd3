package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DocumentTextsTest {

    @Test
    void eachTextIsThereInBothLanguagesWithTheSamePlacesToFill() throws IOException {
        Properties english = texts("");
        Properties french = texts("_fr");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(french.getProperty(key)).as(key).isNotBlank();
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            // an apostrophe would start a quoted part in a text with placeholders
            assertThat(english.getProperty(key) + french.getProperty(key))
                    .as(key)
                    .doesNotContain("'");
        }
    }

    private static String places(String text) {
        return text.replaceAll("[^{}0-9]", "")
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(
                DocumentTextsTest.class.getResourceAsStream(
                        "/org/openadmin/fees/reports/texts" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
