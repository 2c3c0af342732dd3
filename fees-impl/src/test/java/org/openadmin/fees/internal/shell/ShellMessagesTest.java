package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.internal.settings.ConfiguredSettings;

class ShellMessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/openadmin/fees/internal/shell");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9._-]*)\"");
    private static final Pattern SAID =
            Pattern.compile("(?:\\bmessage\\(|new UsageException\\((?:e,)?)\\s*\"([^\"]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private final Properties english = ShellMessages.TEXTS.in(Locale.ENGLISH);
    private final Properties french = ShellMessages.TEXTS.in(Locale.FRENCH);

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(english).hasSizeGreaterThan(100);
        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void everyTextCanBeFormattedAndTakesTheSameArgumentsInBothLanguages() {
        for (String key : english.stringPropertyNames()) {
            assertThat(new MessageFormat(french.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(
                            new MessageFormat(english.getProperty(key), Locale.ROOT).getFormatsByArgumentIndex());
            assertThat(places(french, key)).as(key).isEqualTo(places(english, key));
        }
    }

    @Test
    void noTextHasAnApostropheThatItWouldSwallow() {
        assertThat(Stream.concat(english.values().stream(), french.values().stream()))
                .noneMatch(text -> text.toString().replace("''", "").contains("'"));
    }

    @Test
    void everyTextThatACommandAsksForIsThere() throws IOException {
        Set<String> said = found(SAID);
        said.removeIf(key -> key.endsWith("."));
        Set<String> chosen = found(LITERAL);
        chosen.removeIf(literal -> !literal.contains(".") || literal.endsWith(".") || literal.startsWith("messages."));

        assertThat(english.stringPropertyNames()).containsAll(chosen);
        assertThat(said).hasSizeGreaterThan(60);
        assertThat(english.stringPropertyNames()).containsAll(said);
    }

    @Test
    void everyColumnHasItsWord() throws IOException {
        Pattern headings = Pattern.compile("List\\.of\\(\\s*((?:\"[a-z_]*\"[,\\s]*){2,})\\)");
        for (String heading : found(headings)) {
            Matcher column = LITERAL.matcher(heading);
            while (column.find() && !heading.contains("invariant")) {
                assertThat(english).containsKey("column." + column.group(1));
            }
        }
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> literals = found(LITERAL);
        Set<String> used = new TreeSet<>(literals);
        literals.forEach(literal -> used.add("column." + literal));
        literals.forEach(literal -> used.add("student." + literal));

        assertThat(used).containsAll(english.stringPropertyNames());
    }

    @Test
    void figuresArePlainInBothLanguages() {
        assertThat(ShellMessages.ENGLISH.message("student.count", 1000)).isEqualTo("1000 students");
        assertThat(ShellMessages.FRENCH.message("student.count", 1000)).isEqualTo("1000 élèves");
        assertThat(ShellMessages.ENGLISH.message("student.count", 0)).isEqualTo("0 students");
        assertThat(ShellMessages.FRENCH.message("student.count", 0)).isEqualTo("0 élève");
        assertThat(ShellMessages.FRENCH.message("export.transactions", 12345, "1234.50 CAD"))
                .isEqualTo("Transactions 12345, total 1234.50 CAD");
    }

    @Test
    void theLanguageIsTheSchoolsAndEnglishUntilThatIsKnown() {
        assertThat(ShellMessages.of(null)).isSameAs(ShellMessages.ENGLISH);
        assertThat(ShellMessages.of(settings("en-CA"))).isSameAs(ShellMessages.ENGLISH);
        assertThat(ShellMessages.of(settings("fr-CA"))).isSameAs(ShellMessages.FRENCH);
        assertThat(ShellMessages.of(settings("no such language"))).isSameAs(ShellMessages.ENGLISH);
    }

    private static ConfiguredSettings settings(String locale) {
        return new ConfiguredSettings(Map.of("locale", locale));
    }

    private static Set<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                Matcher match = pattern.matcher(Files.readString(source));
                while (match.find()) {
                    found.add(match.group(1));
                }
            }
        }
        return found;
    }
}
