package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.PaymentMethod;
import org.openadmin.fees.api.Role;

class WordsTest {

    /** What is said outright, and every refusal, which is often chosen among several. */
    private static final Pattern KEY = Pattern.compile("(?:say\\(\\s*|(?=\"error\\.))\"([a-z.-]+[a-z])\"");

    private final Properties english = Words.load("words.properties");
    private final Properties french = Words.load("words_fr.properties");

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
        Words words = Words.in(Locale.CANADA);
        assertThat(words.say("student.number", "محمد")).isEqualTo("Number \u2068محمد\u2069");
        assertThat(words.say("student.number", "Tremblay")).isEqualTo("Number Tremblay");
    }

    @Test
    void everyTextThatAScreenAsksForIsThere() throws IOException {
        List<String> asked = new ArrayList<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/openadmin/fees/ui/internal"))) {
            for (Path source : sources.toList()) {
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
    void everyKindMethodAndRoleHasItsWord() {
        for (GroupKind kind : GroupKind.values()) {
            assertThat(english).containsKeys("kind." + kind.word(), "error.group-value." + kind.word());
            assertThat(english).containsKey("audience.example." + kind.word());
        }
        for (EntryKind kind : EntryKind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(english).containsKey("entry." + word);
        }
        for (PaymentMethod method : PaymentMethod.values()) {
            assertThat(english).containsKey("method." + method.word());
        }
        for (Role role : Role.values()) {
            assertThat(english).containsKey("role." + role.roleName());
        }
        Stream.of(InvoiceRun.Outcome.values(), InvoiceRun.State.values(), InvoiceRun.Channel.values())
                .flatMap(Stream::of)
                .forEach(each -> assertThat(english)
                        .containsKey("run." + each.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                                + RunText.word((Enum<?>) each)));
    }

    @Test
    void whoReadsNeitherLanguageGetsEnglishWithItsOwnFigures() {
        Words words = Words.in(Locale.GERMANY);
        assertThat(words.locale()).isEqualTo(Locale.CANADA);
        assertThat(words.say("predefined.count", 1000, 2000)).isEqualTo("1,000 of 2,000");
    }

    @Test
    void everyRefusalOfTheServicesHasASentence() throws Exception {
        Sentences sentences = new Sentences(Words.in(Locale.ENGLISH), new MoneyText(Locale.ENGLISH));
        List<Class<?>> refusals = refusals();
        assertThat(refusals).hasSizeGreaterThan(15);
        assertThat(refusals).allMatch(sentences::knows);
    }

    /** The exceptions of the api, read from where its classes are: a folder or a jar. */
    private static List<Class<?>> refusals() throws Exception {
        Class<?> root = org.openadmin.fees.api.FeesException.class;
        URI place = root.getProtectionDomain().getCodeSource().getLocation().toURI();
        String folder = root.getPackageName().replace('.', '/');
        if (Files.isDirectory(Path.of(place))) {
            return refusals(Path.of(place).resolve(folder), root);
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
            return refusals(jar.getPath(folder), root);
        }
    }

    private static List<Class<?>> refusals(Path folder, Class<?> root) throws Exception {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("Exception.class") && !name.startsWith(root.getSimpleName())) {
                    found.add(Class.forName(root.getPackageName() + "." + name.replace(".class", "")));
                }
            }
        }
        return found;
    }
}
