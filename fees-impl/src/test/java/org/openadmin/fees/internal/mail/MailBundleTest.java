package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The contents of the bundle that sends e-mail, and its requirements on the container. */
class MailBundleTest {

    @Test
    void theLibraryIsInsideAndNothingOfItIsNeededFromOutside() throws IOException {
        Attributes headers = headers();

        assertThat(headers.getValue("Bundle-ClassPath"))
                .contains("lib/jakarta.mail.jar", "lib/jakarta.activation-api.jar", "lib/angus-activation.jar");
        assertThat(headers.getValue("Import-Package"))
                .contains("javax.net.ssl", "javax.persistence", "org.openadmin.fees.spi")
                .doesNotContain("jakarta.", "org.eclipse.angus", "com.sun.", "sun.security", "org.graalvm", "hk2");
        assertThat(headers.getValue("Require-Capability")).doesNotContain("serviceloader");
    }

    @Test
    void neitherTheLibraryNorTheMailServersSettingsAreExported() throws IOException {
        assertThat(headers().getValue("Export-Package")).isNull();
    }

    private static Attributes headers() throws IOException {
        try (InputStream manifest = Files.newInputStream(Path.of("target", "classes", "META-INF", "MANIFEST.MF"))) {
            return new Manifest(manifest).getMainAttributes();
        }
    }
}
