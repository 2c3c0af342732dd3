package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;

class SchoolKeysTest {

    @Test
    void numbersComeInTheirOrderAndWithoutGaps() {
        School school = read(Map.of(
                        "school.number4", "QST 1234567890 TQ0001",
                        "school.number1", "GST 12345 6789 RT0001",
                        "school.number2", ""))
                .school();

        assertThat(school.numbers()).containsExactly("GST 12345 6789 RT0001", "QST 1234567890 TQ0001");
    }

    @Test
    void aMessageKeepsItsLineBreaksAndIsFoundByTheLanguageAlone() throws IOException {
        Properties file = new Properties();
        file.load(new StringReader("message.fr = Merci.\\nÀ bientôt.\nmessage.en = Thank you.\\r\\n\\nGoodbye.\n"));
        Map<String, Object> properties = new HashMap<>();
        file.forEach((key, value) -> properties.put(key.toString(), value));

        School school = read(properties).school();

        assertThat(school.message(Locale.CANADA_FRENCH)).isEqualTo("Merci.\nÀ bientôt.");
        assertThat(school.message(Locale.UK)).isEqualTo("Thank you.\n\nGoodbye.");
        assertThat(school.message(Locale.GERMAN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logo.png", "logo.JPG", "logo.jpeg", "/srv/the school/logo.svg"})
    void theLogoIsAPictureOrADrawing(String path) {
        assertThat(read(Map.of("school.logo", path)).school().logo()).contains(Path.of(path));
        assertRefused("school.logo", path + ".gz", ".png, .jpg, .jpeg or .svg");
    }

    @Test
    void withoutThemThereIsNothing() {
        Settings settings = read(Map.of("message.en", "", "templates", ""));

        assertThat(settings.school().numbers()).isEmpty();
        assertThat(settings.school().messages()).isEmpty();
        assertThat(settings.documents().templates()).isEmpty();
    }

    @Test
    void sixHundredCharactersAreTakenAndOneMoreIsRefused() {
        String longest = "\uD83C\uDF3B".repeat(600);

        assertThat(read(Map.of("message.de", longest)).school().message(Locale.GERMAN))
                .isEqualTo(longest);
        assertRefused("message.de", longest + "!", "is longer than 600 characters");
    }

    @Test
    void aMessageOfManyLinesIsRefused() {
        assertThat(read(Map.of("message.en", "a\n".repeat(9) + "z")).school().messages())
                .hasSize(1);
        assertRefused("message.en", "a\n".repeat(10) + "z", "has more than 10 lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message.", "message.english", "message.FR", "message.fr-CA", "message.zz"})
    void aMessageInNoLanguageIsRefusedByItsKey(String key) {
        assertRefused(key, "Hello", "the code of a language");
    }

    @Test
    void controlCharactersAreRefused() {
        assertRefused("message.en", "a\u0007b", "invisible character");
        assertRefused("school.number2", "a\nb", "line break");
        assertRefused("school.number1", "9".repeat(256), "longer than 255");
    }

    @Test
    void theFolderOfTemplatesIsOneThatCanBeRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("invoice-LETTER.jasper"), "");

        assertThat(read(Map.of("templates", folder.toString())).documents().templates())
                .contains(folder);
        assertRefused("templates", file.toString(), "is not a folder");
        assertRefused("templates", folder.resolve("none").toString(), "is not a folder");
    }

    @ParameterizedTest
    @CsvSource({"school.number5", "messages.en", "template"})
    void aKeyThatIsAlmostOneOfThemIsNamed(String key) {
        assertThat(new SettingsParser(Map.of(key, "x")).unknownKeys()).containsExactly(key);
    }

    @Test
    void noneOfThemIsUnknown() {
        assertThat(new SettingsParser(Map.of("school.number1", "1", "message.xx", "1", "templates", "1")).unknownKeys())
                .isEmpty();
    }

    private static Settings read(Map<String, Object> properties) {
        return new SettingsParser(properties).settings();
    }

    private static void assertRefused(String key, String value, String reason) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOfSatisfying(
                        InvalidSettingException.class, e -> assertThat(e.key()).isEqualTo(key))
                .extracting(EnglishRefusal::of)
                .asString()
                .contains(reason);
    }
}
