package org.openadmin.fees.itest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the manifests of the product's bundles. */
class BundlesTest {

    private static final String PREFIX = "org.openadmin.fees.";
    private static final Map<String, Attributes> BUNDLES = new TreeMap<>();

    @BeforeAll
    static void readManifests() throws IOException {
        for (URL url : Collections.list(BundlesTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                Attributes manifest = new Manifest(in).getMainAttributes();
                String name = Optional.ofNullable(manifest.getValue("Bundle-SymbolicName"))
                        .orElse("");
                if (name.startsWith(PREFIX)) {
                    BUNDLES.put(name.substring(PREFIX.length()), manifest);
                }
            }
        }
    }

    @Test
    void theProductIsFourBundles() {
        assertThat(BUNDLES.keySet()).containsExactly("api", "impl", "reports", "ui");
    }

    @Test
    void onlyTheApiIsExportedEachPackageWithItsVersion() {
        Attributes api = BUNDLES.get("api");
        assertThat(exports(api))
                .hasSizeGreaterThan(10)
                .allMatch(each -> each.matches(
                        "org\\.openadmin\\.fees\\.(api|spi)(\\.[a-z]+)?;.*version=\"\\d+\\.\\d+\\.\\d+\".*"));
        assertThat(BUNDLES.entrySet())
                .filteredOn(bundle -> !bundle.getKey().equals("api"))
                .allSatisfy(bundle ->
                        assertThat(bundle.getValue().getValue("Export-Package")).isNull());
    }

    @Test
    void whatOnlyOurBundlesShareCannotBeImportedByAccident() {
        assertThat(exports(BUNDLES.get("api")))
                .filteredOn(each -> each.startsWith("org.openadmin.fees.spi"))
                .isNotEmpty()
                .allMatch(each -> each.contains("fees=internal") && each.contains("mandatory:=fees"));
        for (String bundle : List.of("impl", "reports", "ui")) {
            assertThat(BUNDLES.get(bundle).getValue("Import-Package")).contains("org.openadmin.fees.spi;fees=internal");
        }
    }

    /** Each with its attributes, but without the packages that it uses. */
    private static List<String> exports(Attributes manifest) {
        String exports = manifest.getValue("Export-Package").replaceAll(";uses:=\"[^\"]*\"", "");
        return List.of(exports.split(",(?=org\\.)"));
    }

    @Test
    void theApiImportsNothing() {
        assertThat(BUNDLES.get("api").getValue("Import-Package")).isNull();
    }

    @Test
    void theScreensNeverWireToACommercialVaadin() {
        String imports = BUNDLES.get("ui").getValue("Import-Package");
        assertThat(imports).contains("com.vaadin.flow.component;version=\"[24.9,24.10)\"");
        assertThat(imports.split("com\\.vaadin\\.[\\w.]+;version=\"\\[24\\.9,24\\.10\\)\""))
                .noneMatch(rest -> rest.contains("com.vaadin"));
    }

    @Test
    void nothingIsImportedDynamically() {
        assertThat(BUNDLES.values()).allSatisfy(manifest -> assertThat(manifest.getValue("DynamicImport-Package"))
                .isNull());
    }
}
