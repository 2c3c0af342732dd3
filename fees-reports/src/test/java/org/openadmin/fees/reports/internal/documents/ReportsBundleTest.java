package org.openadmin.fees.reports.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;

/** The contents and the manifest of the bundle, as seen by the container. */
class ReportsBundleTest {

    private final Path classes = Path.of("target", "classes");

    @Test
    void theBundleNeedsNothingThatAPlainContainerLacks() throws IOException {
        String[] imports = headers().getValue("Import-Package").split(",(?=[a-z])");

        assertThat(Arrays.stream(imports).filter(each -> !each.contains("resolution:=optional")))
                .allSatisfy(
                        each -> assertThat(each.split(";")[0])
                                .matches(
                                        "org\\.openadmin\\.fees\\.(api|spi)(\\..*)?|org\\.slf4j|org\\.apache\\.commons\\.logging"
                                                + "|javax\\.(accessibility|imageio|print|swing|xml)(\\..*)?|org\\.(w3c\\.dom|xml\\.sax)(\\..*)?"));
    }

    @Test
    void theBundleExportsNothingAndOffersTheDocuments() throws IOException {
        assertThat(headers().getValue("Export-Package")).isNull();
        assertThat(headers().getValue("Provide-Capability"))
                .contains(
                        "org.openadmin.fees.api.documents.FeeReports",
                        "org.openadmin.fees.api.documents.FeeExports",
                        "org.openadmin.fees.api.documents.DocumentTemplates",
                        "org.openadmin.fees.spi.InvoiceRenderer",
                        "org.openadmin.fees.spi.ReceiptRenderer");
    }

    @Test
    void eachTemplateIsCompiledForEachPaper() {
        Path templates = classes.resolve("org/openadmin/fees/reports/templates");

        for (String template : List.of("invoice", "receipt", "refund", "account", "letter", "list", "reminder")) {
            assertThat(templates)
                    .isDirectoryContaining("glob:**/" + template + "-LETTER.jasper")
                    .isDirectoryContaining("glob:**/" + template + "-A4.jasper")
                    .isDirectoryContaining("glob:**/" + template + "-LETTER.jrxml")
                    .isDirectoryContaining("glob:**/" + template + "-A4.jrxml");
        }
    }

    @Test
    void theFontsComeWithTheirLicence() {
        assertThat(classes.resolve("org/openadmin/fees/reports/fonts"))
                .isDirectoryContaining("glob:**/NotoSans-LICENSE.txt")
                .isDirectoryContaining("glob:**/DroidSansFallback-LICENSE.txt");
    }

    private Attributes headers() throws IOException {
        try (InputStream manifest = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(manifest).getMainAttributes();
        }
    }
}
