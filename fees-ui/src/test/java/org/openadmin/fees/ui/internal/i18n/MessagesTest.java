package org.openadmin.fees.ui.internal.i18n;

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
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.printing.RunLabels;

class MessagesTest {

    /** What is said outright, and every refusal, which is often chosen among several. */
    private static final Pattern KEY = Pattern.compile("(?:say\\(\\s*|(?=\"error\\.))\"([a-z.-]+[a-z])\"");

    private final Properties english = Messages.load("messages.properties");
    private final Properties french = Messages.load("messages_fr.properties");

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
        assertThat(words.say("student.number", "محمد")).isEqualTo("Number \u2068محمد\u2069");
        assertThat(words.say("student.number", "Tremblay")).isEqualTo("Number Tremblay");
    }

    @Test
    void aFrenchGradeIsAnOrdinalNumberAndAKindergartenIsNot() {
        Messages french = Messages.in(Locale.CANADA_FRENCH);
        assertThat(french.say("student.grade", 1)).isEqualTo("1re\u00a0année");
        assertThat(french.say("student.grade", 12)).isEqualTo("12e\u00a0année");
        assertThat(french.say("student.grade.named", "K")).isEqualTo("niveau\u00a0K");
        assertThat(Messages.in(Locale.CANADA).say("student.grade", 9)).isEqualTo("grade\u00a09");
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
                                + RunLabels.word((Enum<?>) each)));
    }

    @Test
    void whoReadsNeitherLanguageGetsEnglishWithItsOwnFigures() {
        Messages words = Messages.in(Locale.GERMANY);
        assertThat(words.locale()).isEqualTo(Locale.CANADA);
        assertThat(words.say("predefined.count", 1000, 2000)).isEqualTo("1,000 of 2,000");
    }

    @Test
    void everyRefusalOfTheServicesHasASentence() throws Exception {
        ErrorMessages sentences = new ErrorMessages(Messages.in(Locale.ENGLISH), new MoneyFormat(Locale.ENGLISH));
        List<Class<?>> refusals = refusals();
        assertThat(refusals).hasSizeGreaterThan(15);
        assertThat(refusals).allMatch(sentences::knows);
    }

    /** The exceptions of the api, read from where its classes are: a folder or a jar. */
    private static List<Class<?>> refusals() throws Exception {
        Class<?> root = org.openadmin.fees.api.FeesException.class;
        URI place = root.getProtectionDomain().getCodeSource().getLocation().toURI();
        if (Files.isDirectory(Path.of(place))) {
            return refusals(Path.of(place), root);
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
            return refusals(jar.getPath("/"), root);
        }
    }

    private static List<Class<?>> refusals(Path folder, Class<?> root) throws Exception {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Exception.class"))
                    .toList()) {
                String name = folder.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replace('/', '.');
                if (!name.equals(root.getName())) {
                    found.add(Class.forName(name));
                }
            }
        }
        return found;
    }
}
