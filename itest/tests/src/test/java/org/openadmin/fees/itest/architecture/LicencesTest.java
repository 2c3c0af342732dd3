package org.openadmin.fees.itest.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks that the product is shipped with its licences, an SBOM and checksums, and that these are consistent. */
class LicencesTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path SHIPPED = ROOT.resolve("features/target");
    private static final Pattern BUNDLE = Pattern.compile("repository/.+/(fees-\\w+)-[^/]+\\.jar");
    private static final Pattern ROW = Pattern.compile(
            "^\\| `(lib/[^`]+)` \\|[^|]+\\| (\\S+) \\| ([^|]+) \\|.+\\| `([0-9a-f]{64})` \\|$", Pattern.MULTILINE);
    /** The bundles with libraries inside. */
    private static final List<String> FULL = List.of("fees-impl", "fees-reports");

    private static final Pattern LINK = Pattern.compile("\\]\\((licenses/[^)]+|LICENSE)\\)");

    private static String name;
    private static String version;
    private static Map<String, byte[]> kar;
    private static Map<String, byte[]> bundles;
    private static String list;

    @BeforeAll
    static void open() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            List<String> kars = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".kar"))
                    .toList();
            assertThat(kars).hasSize(1);
            name = kars.get(0).substring(0, kars.get(0).length() - ".kar".length());
        }
        version = name.substring("openadmin-fees-".length());
        kar = entries(Files.readAllBytes(SHIPPED.resolve(name + ".kar")));
        bundles = new TreeMap<>();
        kar.forEach((entry, content) -> {
            Matcher bundle = BUNDLE.matcher(entry);
            if (bundle.matches()) {
                bundles.put(bundle.group(1), content);
            }
        });
        list = Files.readString(ROOT.resolve("THIRD-PARTY.md"));
    }

    @Test
    void theKarAndEachBundleHaveLicenceAndNotice() throws IOException {
        assertThat(bundles).containsOnlyKeys("fees-api", "fees-impl", "fees-reports", "fees-ui");
        for (byte[] jar : bundles.values()) {
            assertSameFile(entries(jar), "LICENSE");
            assertSameFile(entries(jar), "NOTICE");
        }
        assertSameFile(kar, "LICENSE");
        assertSameFile(kar, "NOTICE");
    }

    @Test
    void theListOfLibrariesIsShippedWithEveryTextItNames() throws IOException {
        List<String> texts = LINK.matcher(list)
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
        assertThat(texts).hasSizeGreaterThan(7);
        for (Map<String, byte[]> archive :
                List.of(kar, entries(bundles.get("fees-impl")), entries(bundles.get("fees-reports")))) {
            assertSameFile(archive, "THIRD-PARTY.md");
            for (String text : texts) {
                assertSameFile(archive, text);
            }
            assertThat(archive.keySet().stream().filter(entry -> entry.startsWith("META-INF/licenses/")))
                    .allSatisfy(entry -> assertThat(texts).contains(entry.substring("META-INF/".length())));
        }
    }

    @Test
    void eachEmbeddedJarIsListedAsItIs() throws IOException {
        for (String bundle : FULL) {
            Map<String, String> listed = ROW.matcher(section(bundle))
                    .results()
                    .collect(Collectors.toMap(row -> row.group(1), row -> row.group(4)));
            Map<String, String> embedded = new TreeMap<>();
            entries(bundles.get(bundle)).forEach((entry, content) -> {
                if (entry.endsWith(".jar")) {
                    embedded.put(entry, checksum(content));
                }
            });
            assertThat(embedded).as(bundle).isNotEmpty().containsExactlyInAnyOrderEntriesOf(listed);
        }
    }

    @Test
    void noOtherBundleEmbedsAnything() throws IOException {
        for (Map.Entry<String, byte[]> bundle : bundles.entrySet()) {
            if (!FULL.contains(bundle.getKey())) {
                assertThat(entries(bundle.getValue()).keySet())
                        .as(bundle.getKey())
                        .noneMatch(entry -> entry.endsWith(".jar"));
                assertThat(licences(bundle.getValue())).as(bundle.getKey()).containsExactly("Apache-2.0");
            }
        }
    }

    @Test
    void eachBundleNamesTheLicencesOfItsLibrariesAndFonts() throws IOException {
        for (String bundle : FULL) {
            Stream<String> ofLibraries = ROW.matcher(section(bundle)).results().map(row -> row.group(3)
                    .split(" OR ")[0]);
            Stream<String> others =
                    bundle.equals("fees-reports") ? Stream.of("Apache-2.0", "OFL-1.1") : Stream.of("Apache-2.0");
            assertThat(licences(bundles.get(bundle)))
                    .as(bundle)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(ofLibraries, others).collect(Collectors.toSet()));
        }
    }

    /** The part of the list that is about one bundle. */
    private static String section(String bundle) {
        return list.split("(?m)^### In `" + bundle + "`$", 2)[1].split("(?m)^#", 2)[0];
    }

    @Test
    void theSbomListsTheBundlesAndTheLibraries() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        bundles.forEach((bundle, content) -> expected.put(checksum(content), version));
        ROW.matcher(list).results().forEach(row -> expected.put(row.group(4), row.group(2)));

        Path file = SHIPPED.resolve(name + "-sbom.json");
        assertThat(file)
                .as("the SBOM, which Maven makes only when it is online")
                .exists();
        JsonObject sbom = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertThat(sbom.get("bomFormat").getAsString()).isEqualTo("CycloneDX");
        Map<String, String> named = new TreeMap<>();
        for (JsonElement each : sbom.getAsJsonArray("components")) {
            JsonObject component = each.getAsJsonObject();
            named.put(
                    sha256(component.getAsJsonArray("hashes")),
                    component.get("version").getAsString());
            assertThat(component.getAsJsonArray("licenses"))
                    .as(component.get("name").getAsString())
                    .isNotEmpty();
        }
        assertThat(named).isEqualTo(expected);
    }

    @Test
    void theChecksumBesideTheKarIsItsOwn() throws IOException {
        assertThat(Files.readString(SHIPPED.resolve(name + ".kar.sha256")).strip())
                .isEqualTo(checksum(Files.readAllBytes(SHIPPED.resolve(name + ".kar"))) + "  " + name + ".kar");
    }

    private static void assertSameFile(Map<String, byte[]> archive, String file) throws IOException {
        assertThat(archive).containsKey("META-INF/" + file);
        assertThat(new String(archive.get("META-INF/" + file), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(ROOT.resolve(file)));
    }

    private static List<String> licences(byte[] bundle) throws IOException {
        InputStream manifest = new ByteArrayInputStream(entries(bundle).get("META-INF/MANIFEST.MF"));
        String header = new Manifest(manifest).getMainAttributes().getValue("Bundle-License");
        return Arrays.stream(header.split(","))
                .map(licence -> licence.split(";")[0].strip())
                .toList();
    }

    private static String sha256(Iterable<JsonElement> hashes) {
        for (JsonElement hash : hashes) {
            if (hash.getAsJsonObject().get("alg").getAsString().equals("SHA-256")) {
                return hash.getAsJsonObject().get("content").getAsString();
            }
        }
        return "none";
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static String checksum(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
