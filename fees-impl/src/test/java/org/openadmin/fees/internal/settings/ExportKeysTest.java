package org.openadmin.fees.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.spi.InvalidSettingException;

class ExportKeysTest {

    @BeforeEach
    void aPortal() {
        System.setProperty("karaf.base", "/srv/portal");
        System.setProperty("karaf.etc", "/srv/portal/etc");
        System.setProperty("karaf.data", "/srv/portal/data");
    }

    @AfterEach
    void noPortal() {
        System.clearProperty("karaf.base");
        System.clearProperty("karaf.etc");
        System.clearProperty("karaf.data");
    }

    @Test
    void byDefaultTheFolderIsAmongThePortalsData() {
        assertThat(new ConfiguredSettings(Map.of()).exportFolder()).contains(Path.of("/srv/portal/data/fees-export"));

        System.clearProperty("karaf.data");
        assertThat(new ConfiguredSettings(Map.of()).exportFolder()).isEmpty();
    }

    @Test
    void theSchoolMayChooseAnother() {
        assertThat(new ConfiguredSettings(Map.of("export.folder", "/srv/school/exports")).exportFolder())
                .contains(Path.of("/srv/school/exports"));
    }

    @ParameterizedTest
    @CsvSource({
        "exports, FOLDER_ABSOLUTE",
        "/srv/portal/etc, FOLDER_OF_PORTAL",
        "/srv/portal/etc/fees, FOLDER_OF_PORTAL",
        "/srv/portal/data/../deploy, FOLDER_OF_PORTAL",
        "/srv/portal, FOLDER_OF_PORTAL",
        "/, FOLDER_OF_PORTAL"
    })
    void aFolderThatWouldConfigureThePortalIsRefused(String folder, InvalidSettingException.Problem problem) {
        assertThatThrownBy(() -> new ConfiguredSettings(Map.of("export.folder", folder)).exportFolder())
                .isInstanceOfSatisfying(InvalidSettingException.class, refused -> assertThat(refused.problem())
                        .isEqualTo(problem));
    }
}
