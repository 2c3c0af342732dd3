package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultConfigInstallerTest {

    @TempDir
    private Path etc;

    @Test
    void aPortalWithoutConfigurationGetsTheFileWithItsExplanations() throws IOException {
        new DefaultConfigInstaller(Map.of(), Optional.of(etc));

        assertThat(etc.resolve("org.openadmin.fees.cfg")).content().contains("school.name = School");
        try (var files = Files.list(etc)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void onlyThePortalsUserMayReadIt() throws IOException {
        Files.writeString(etc.resolve("org.openadmin.fees.cfg.new"), "of a start that was interrupted");

        new DefaultConfigInstaller(Map.of(), Optional.of(etc));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(etc.resolve("org.openadmin.fees.cfg"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theSchoolsOwnFileIsNeverTouched() throws IOException {
        var file = Files.writeString(etc.resolve("org.openadmin.fees.cfg"), "school.name = Ours");

        new DefaultConfigInstaller(Map.of(), Optional.of(etc));

        assertThat(file).hasContent("school.name = Ours");
    }

    @Test
    void aConfigurationFromElsewhereNeedsNoFile() {
        new DefaultConfigInstaller(Map.of("service.pid", "org.openadmin.fees"), Optional.of(etc));

        assertThat(etc).isEmptyDirectory();
    }

    @Test
    void aHostWithoutThatFolderIsLeftAlone() {
        new DefaultConfigInstaller(Map.of(), Optional.empty());
        new DefaultConfigInstaller(Map.of(), Optional.of(etc.resolve("none")));

        assertThat(etc).isEmptyDirectory();
    }
}
