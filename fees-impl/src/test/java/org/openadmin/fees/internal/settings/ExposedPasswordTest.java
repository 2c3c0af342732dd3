package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposedPasswordTest {

    private static final String PASSWORD = ".mail.password";

    @TempDir
    private Path etc;

    private Path file;

    @BeforeEach
    void aConfigurationFile() throws IOException {
        file = Files.writeString(etc.resolve("org.openadmin.fees.cfg"), "");
    }

    @ParameterizedTest
    @CsvSource({"rw-------, false", "rw-r-----, true", "rw----r--, true", "rw-r--r--, true", "rwx--x--x, false"})
    void aPasswordThatOthersCanReadIsReported(String permissions, boolean reported) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        assertThat(settings(PASSWORD, "secret").exposedFile().isPresent()).isEqualTo(reported);
    }

    @Test
    void aFileWithoutAPasswordMayBeReadByAnybody() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(settings("school.name", "Ours").exposedFile()).isEmpty();
        assertThat(settings(PASSWORD, " ").exposedFile()).isEmpty();
        // a key that is misspelled, but holds a password all the same
        assertThat(settings("mail.password", "secret").exposedFile()).contains(file);
    }

    @Test
    void theReportFollowsThePermissions() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        ConfiguredSettings settings = settings(PASSWORD, "secret");
        assertThat(settings.exposedFile()).contains(file);

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(settings.exposedFile()).isEmpty();
    }

    private ConfiguredSettings settings(String key, String value) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(key, value);
        properties.put("felix.fileinstall.filename", file.toUri().toString());
        return new ConfiguredSettings(properties);
    }
}
