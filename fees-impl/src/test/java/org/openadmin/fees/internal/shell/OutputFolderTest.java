package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

class OutputFolderTest {

    @TempDir
    private Path portal;

    private Path folder;
    private Path users;

    @BeforeEach
    void aPortalWithItsListOfUsers() throws IOException {
        portal = portal.toRealPath();
        folder = portal.resolve("data/fees-export");
        users = Files.writeString(Files.createDirectory(portal.resolve("etc")).resolve("users.properties"), "ann");
    }

    @Test
    void theFolderAndItsFilesAreForThePortalsOwnUserOnly() throws IOException {
        write("2026-09.csv", false);

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("2026-09.csv"))).isEqualTo("rw-------");
        assertThat(folder.resolve("2026-09.csv")).hasContent("new");
    }

    @Test
    void aFullPathBelowTheFolderWorksAndSoDoesAFolderNamedThroughALink() throws IOException {
        write(folder.resolve("a.csv").toString(), false);
        Path link = Files.createSymbolicLink(portal.resolve("link"), folder);

        assertThat(new OutputFolder(link).file("b.csv", false))
                .hasToString(folder.resolve("b.csv").toString());
        assertThat(new OutputFolder(link).file(link.resolve("c.csv").toString(), false))
                .hasToString(folder.resolve("c.csv").toString());
        assertThat(new OutputFolder(link).file(folder.resolve("d.csv").toString(), false))
                .hasToString(folder.resolve("d.csv").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/users.properties",
                "a/../../../etc/new",
                "/etc/cron.d/fees",
                "../fees-export-2/x",
                ".."
            })
    void whateverLeadsOutOfTheFolderIsRefused(String name) {
        OutputFolder exports = new OutputFolder(folder);

        assertThatThrownBy(() -> exports.file(name, true)).satisfies(OutputFolderTest::isOutside);
        assertThatThrownBy(() -> exports.subfolder(name)).satisfies(OutputFolderTest::isOutside);
        assertThat(users).hasContent("ann");
    }

    @Test
    void theListOfUsersIsNotReachedThroughALinkToItsFolder() throws IOException {
        OutputFolder exports = new OutputFolder(folder);
        Files.createSymbolicLink(folder.resolve("etc"), portal.resolve("etc"));

        assertThatThrownBy(() -> exports.file("etc/users.properties", true)).satisfies(OutputFolderTest::isOutside);
        assertThatThrownBy(() -> exports.subfolder("etc")).satisfies(OutputFolderTest::isOutside);
        assertThatThrownBy(() -> exports.subfolder("etc/new")).satisfies(OutputFolderTest::isOutside);
        assertThat(portal.resolve("etc/new")).doesNotExist();
    }

    @Test
    void theListOfUsersIsNotReachedThroughALinkToIt() throws IOException {
        OutputFolder exports = new OutputFolder(folder);
        Path link = Files.createSymbolicLink(folder.resolve("x.csv"), users);

        assertThatThrownBy(() -> exports.file("x.csv", false)).hasMessage("file.exists");
        write("x.csv", true);

        assertThat(users).hasContent("ann");
        assertThat(link).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    @Test
    void aLinkToNowhereCountsAsAFile() throws IOException {
        OutputFolder exports = new OutputFolder(folder);
        Files.createSymbolicLink(folder.resolve("x.csv"), portal.resolve("etc/new"));

        assertThatThrownBy(() -> exports.file("x.csv", false)).hasMessage("file.exists");
        assertThat(portal.resolve("etc/new")).doesNotExist();
    }

    @Test
    void aFileThatAppearsWhileTheDocumentIsMadeIsNotReplaced() throws IOException {
        AtomicFile file = new OutputFolder(folder).file("x.csv", false);

        assertThatThrownBy(() -> file.write(out -> {
                    try {
                        return Files.writeString(folder.resolve("x.csv"), "somebody else's");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }))
                .hasMessage("file.exists");

        assertThat(folder.resolve("x.csv")).hasContent("somebody else's");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aCommandThatIsStoppedWritesNoFile() throws IOException {
        AtomicFile file = new OutputFolder(folder).file("x.csv", false);

        assertThatThrownBy(() -> file.write(out -> {
                    Thread.currentThread().interrupt();
                    try {
                        out.write(new byte[100_000]);
                        return out;
                    } catch (IOException e) {
                        throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
                    }
                }))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STOPPED));

        assertThat(Thread.interrupted()).isTrue();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void anInvalidNameIsRefused() {
        OutputFolder exports = new OutputFolder(folder);

        assertThatThrownBy(() -> exports.file("", false)).hasMessage("file.folder");
        assertThatThrownBy(() -> exports.file(".", false)).hasMessage("file.folder");
        assertThatThrownBy(() -> exports.file("none/x.csv", false)).hasMessage("file.no-folder");
        assertThatThrownBy(() -> exports.file("x\u001b[2J.csv", false)).hasMessage("file.no-path");
        assertThatThrownBy(() -> exports.file("vsc.\u202ex", false)).hasMessage("file.no-path");
    }

    private void write(String name, boolean replace) {
        new OutputFolder(folder).file(name, replace).write(out -> {
            try {
                out.write("new".getBytes(StandardCharsets.UTF_8));
                return name;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static void isOutside(Throwable failure) {
        assertThat(failure).isInstanceOf(UsageException.class).hasMessage("file.outside");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
