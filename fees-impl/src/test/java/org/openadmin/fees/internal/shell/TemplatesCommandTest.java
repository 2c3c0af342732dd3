package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.documents.DocumentTemplates;
import org.openadmin.fees.internal.settings.ConfiguredSettings;

class TemplatesCommandTest {

    private final ConsoleOutput console = new ConsoleOutput();

    @TempDir
    private Path folder;

    @Test
    void eachTemplateIsListedWithWhereItComesFrom() throws Exception {
        command(Map.of("templates", folder.toString())).execute();

        assertThat(console.lines())
                .containsExactly(
                        "invoice-LETTER: the school's own, /srv/invoice-LETTER.jasper",
                        "invoice-A4: built-in",
                        "receipt-LETTER: cannot be used, so its documents cannot be made: /srv/receipt-LETTER.jasper is empty",
                        "invoice-letter: not used, as no document has a template with this name: /srv/invoice-letter.jasper");
    }

    @Test
    void aSchoolWithoutAFolderHearsOfTheKey() throws Exception {
        command(Map.of("locale", "fr-CA")).execute();

        assertThat(console.lines())
                .contains("invoice-A4\u00a0: modèle d’origine")
                .endsWith("La clé templates de la configuration n’indique aucun dossier.");
    }

    @Test
    void ourSourcesAreWrittenToAFolder() throws Exception {
        TemplatesCommand command = command(Map.of());
        command.out = folder.toString();

        command.execute();

        assertThat(folder.resolve("invoice-LETTER.jrxml")).hasContent("<é/>");
        assertThat(folder.resolve("invoice-A4.jrxml")).hasContent("<a4/>");
        assertThat(console.lines()).containsExactly("2 sources: " + folder);
    }

    @Test
    void somebodysWorkIsNeverReplacedAndNothingHalfWritten() throws IOException {
        Path work = Files.writeString(folder.resolve("invoice-A4.jrxml"), "mine");
        TemplatesCommand command = command(Map.of());
        command.out = folder.toString();

        assertThatThrownBy(command::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage(work + " already exists. Nothing was written. Use --replace to replace it.");
        assertThat(work).hasContent("mine");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(work);
        }
    }

    @Test
    void aFolderBelowTheExportFolderIsCreated() throws Exception {
        TemplatesCommand command = command(Map.of());
        command.out = "ours";

        command.execute();

        assertThat(folder.resolve("ours/invoice-A4.jrxml")).hasContent("<a4/>");
    }

    @Test
    void aFileOrAFolderElsewhereIsRefused() throws IOException {
        TemplatesCommand command = command(Map.of());
        command.out = Files.writeString(folder.resolve("file"), "mine").toString();
        assertThatThrownBy(command::execute)
                .hasMessage(folder.resolve("file") + " is not a folder that the portal can write to.");

        command.out = folder.resolveSibling("templates-elsewhere").toString();
        assertThatThrownBy(command::execute).hasMessageContaining("is outside the export folder");
        assertThat(folder.resolveSibling("templates-elsewhere")).doesNotExist();
    }

    @Test
    void onlyAnAdminSees() {
        Subject biller = new Subject(true, Set.of(new RolePrincipal("fees-bill")), Set.of(), Set.of());
        TemplatesCommand command = new TemplatesCommand(new ShellUser(() -> biller), console.output());
        command.templates = new FakeTemplates();

        assertThatThrownBy(command::execute).isExactlyInstanceOf(CommandException.class);
        assertThat(console.lines()).isEmpty();
    }

    private TemplatesCommand command(Map<String, Object> configuration) {
        TemplatesCommand command = new TemplatesCommand(ShellUsers.admin(), console.output());
        command.templates = new FakeTemplates();
        command.settings = new ConfiguredSettings(configuration);
        command.files = () -> Optional.of(folder);
        return command;
    }

    private static final class FakeTemplates implements DocumentTemplates {

        @Override
        public List<Template> inUse(Actor reader) {
            return List.of(
                    new Template("invoice-LETTER", Origin.SCHOOL, "/srv/invoice-LETTER.jasper"),
                    new Template("invoice-A4", Origin.MODULE, ""),
                    new Template("receipt-LETTER", Origin.REFUSED, "/srv/receipt-LETTER.jasper is empty"),
                    new Template("invoice-letter", Origin.UNUSED, "/srv/invoice-letter.jasper"));
        }

        @Override
        public Map<String, String> sources(Actor reader) {
            return Map.of("invoice-LETTER.jrxml", "<é/>", "invoice-A4.jrxml", "<a4/>");
        }
    }
}
