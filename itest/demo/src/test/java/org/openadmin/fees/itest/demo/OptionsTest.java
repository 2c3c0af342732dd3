package org.openadmin.fees.itest.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path USUAL = Path.of("/somewhere/.demo");

    @Test
    void withoutOptionsEverythingIsAsUsual() {
        var options = Options.parse(List.of(), USUAL);

        assertThat(options.port()).isEqualTo(8181);
        assertThat(options.data()).isEqualTo(USUAL);
        assertThat(options.server()).isEmpty();
        assertThat(options.empty()).isFalse();
    }

    @Test
    void valuesFollowASpaceOrAnEqualsSign() {
        var options = Options.parse(List.of("--port=9000", "--data", "/srv/demo", "--empty"), USUAL);

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
        refused("needs --db-user", "--db-url", "jdbc:mariadb://localhost/openadmin");
        refused("such as jdbc:mariadb://", "--db-url", "localhost", "--db-user", "me");
    }

    @Test
    void dataBelowTheTemporaryFolderIsRefused() {
        assertThatThrownBy(() -> DataDirectory.open(Path.of(System.getProperty("java.io.tmpdir"), "demo")))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("where the system deletes files");
    }

    private static void refused(String part, String... arguments) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments), USUAL))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining(part);
    }
}
