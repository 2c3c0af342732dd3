package org.openadmin.fees.itest.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
    private static final String URL = "jdbc:mariadb://localhost/openadmin";
    private static final Path USUAL = Path.of("/somewhere/.demo");

    @Test
    void withoutOptionsEverythingIsAsUsual() {
        var options = Options.parse(List.of(), USUAL, Map.of());

        assertThat(options.port()).isEqualTo(8181);
        assertThat(options.data()).isEqualTo(USUAL);
        assertThat(options.server()).isEmpty();
        assertThat(options.empty()).isFalse();
    }

    @Test
    void valuesFollowASpaceOrAnEqualsSign() {
        var options = Options.parse(List.of("--port=9000", "--data", "/srv/demo", "--empty"), USUAL, Map.of());

        assertThat(options.port()).isEqualTo(9000);
        assertThat(options.data()).isEqualTo(Path.of("/srv/demo"));
        assertThat(options.empty()).isTrue();
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedInASentence() {
        refused("Unknown option --prot", "--prot", "1");
        refused("needs a value", "--port");
        refused("from 1 to 65535", "--port", "0");
        refused("from 1 to 65535", "--port", "65536");
        refused("need --db-url", "--db-user", "me");
        refused("need --db-url", "--db-password-file", "x");
        refused("needs --db-user", "--db-url", "jdbc:mariadb://localhost/openadmin");
        refused("such as jdbc:mariadb://", "--db-url", "localhost", "--db-user", "me");
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedBecauseOthersCouldReadIt() {
        refused("FEES_DB_PASSWORD", "--db-url", URL, "--db-user", "me", "--db-password", "secret");
        refused("FEES_DB_PASSWORD", "--db-password=secret");
    }

    @Test
    void aPasswordComesFromTheEnvironmentOrAFile(@TempDir Path folder) throws IOException {
        var arguments = List.of("--db-url", URL, "--db-user", "me");
        var environment = Map.of("FEES_DB_PASSWORD", "of the environment");
        var file =
                Files.writeString(folder.resolve("password"), "of the file\n").toString();

        assertThat(password(Options.parse(arguments, USUAL, environment))).isEqualTo("of the environment");
        assertThat(password(Options.parse(arguments, USUAL, Map.of()))).isEmpty();
        assertThat(password(Options.parse(
                        List.of("--db-url", URL, "--db-user", "me", "--db-password-file", file), USUAL, environment)))
                .isEqualTo("of the file");
        refused("cannot be read", "--db-url", URL, "--db-user", "me", "--db-password-file", file + "2");
    }

    private static String password(Options options) {
        return options.server().orElseThrow().password();
    }

    @Test
    void dataBelowTheTemporaryFolderIsRefused() {
        assertThatThrownBy(() -> DataDirectory.open(Path.of(System.getProperty("java.io.tmpdir"), "demo")))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("where the system deletes files");
    }

    private static void refused(String part, String... arguments) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments), USUAL, Map.of()))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining(part);
    }
}
