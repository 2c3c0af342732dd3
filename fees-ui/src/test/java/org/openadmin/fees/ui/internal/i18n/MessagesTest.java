package org.openadmin.fees.ui.internal.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.students.GroupKind;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("\\btext\\(\\s*\"([a-z-]+\\.[a-z.-]*[a-z])\"");

    private final Properties english = Messages.TEXTS.in(Locale.CANADA);
    private final Properties french = Messages.TEXTS.in(Locale.CANADA_FRENCH);

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void everyTextCanBeFormattedAndTakesTheSameArgumentsInBothLanguages() {
        for (String key : english.stringPropertyNames()) {
            int taken = new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex().length;
            assertThat(new MessageFormat(french.getProperty(key)).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSize(taken);
        }
    }

    @Test
    void noTextHasTheApostropheThatIsAQuoteInAPattern() {
        assertThat(Stream.concat(english.values().stream(), french.values().stream()))
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void aNameFromRightToLeftStaysByItselfInASentence() {
        Messages words = Messages.in(Locale.CANADA);
        assertThat(words.text("student.number", "محمد")).isEqualTo("Number \u2068محمد\u2069");
        assertThat(words.text("student.number", "Tremblay")).isEqualTo("Number Tremblay");
    }

    @Test
    void aFrenchGradeIsAnOrdinalNumberAndAKindergartenIsNot() {
        Messages french = Messages.in(Locale.CANADA_FRENCH);
        assertThat(french.text("student.grade", 1)).isEqualTo("1re\u00a0année");
        assertThat(french.text("student.grade", 12)).isEqualTo("12e\u00a0année");
        assertThat(french.text("student.grade.named", "K")).isEqualTo("niveau\u00a0K");
        assertThat(Messages.in(Locale.CANADA).text("student.grade", 9)).isEqualTo("grade\u00a09");
    }

    @Test
    void everyTextThatAScreenAsksForIsThere() throws IOException {
        List<String> asked = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/openadmin/fees/ui/internal"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher key = KEY.matcher(Files.readString(source));
                while (key.find()) {
                    asked.add(key.group(1));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(80);
        assertThat(english.stringPropertyNames()).containsAll(asked);
    }

    @Test
    void everyKindOfGroupHasItsExample() {
        for (GroupKind kind : GroupKind.values()) {
            assertThat(english).containsKey("audience.example." + kind.keyword());
        }
    }

    @Test
    void whoReadsNeitherLanguageGetsEnglishWithItsOwnFigures() {
        Messages words = Messages.in(Locale.GERMANY);
        assertThat(words.locale()).isEqualTo(Locale.CANADA);
        assertThat(words.text("predefined.count", 1000, 2000)).isEqualTo("1,000 of 2,000");
    }

    @Test
    void aNameCannotReorderOrHideThePartOfAMessageAfterIt() {
        assertThat(Messages.isolated("Adams\u202e")).isEqualTo("Adams<U+202E>");
        assertThat(Messages.isolated("שלום\u2069\u202e")).isEqualTo("\u2068שלום<U+2069><U+202E>\u2069");
        assertThat(Messages.isolated(Messages.isolated("שלום"))).doesNotContain("<U+");
    }
}
