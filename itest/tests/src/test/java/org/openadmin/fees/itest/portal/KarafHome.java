package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.openadmin.fees.itest.database.Database;

/** A freshly unpacked Karaf that installs the stand-in portal at its first start, using only files of this build. */
record KarafHome(Path folder) {

    private static final Path ARCHIVE = Path.of("target", "karaf", "karaf.tar.gz");
    private static final Path HOST_REPOSITORY = Path.of("target", "host-repository");

    static KarafHome unpack(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = List.of(
                "tar", "xzf", ARCHIVE.toAbsolutePath().toString(), "--strip-components=1", "-C", folder.toString());
        int result = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (result != 0) {
            throw new IOException("Karaf could not be unpacked: " + ARCHIVE);
        }
        return new KarafHome(folder.toAbsolutePath());
    }

    void configure(FreePorts ports, Database database) throws IOException {
        for (var file : SchoolPortal.settings(ports, database).entrySet()) {
            put(file.getKey(), file.getValue());
        }
        put(
                "org.ops4j.pax.url.mvn",
                Map.of(
                        "org.ops4j.pax.url.mvn.localRepository",
                        folder.resolve("m2").toString(),
                        "org.ops4j.pax.url.mvn.repositories",
                        "",
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots,"
                                + "${karaf.data.uri}kar@id=kars@multi@snapshots,"
                                + HOST_REPOSITORY.toAbsolutePath().toUri() + "@id=host@snapshots"));
        put("org.apache.karaf.features", boot());
        Files.writeString(folder.resolve("etc/users.properties"), PortalUser.realm());
    }

    /** Writes the configuration that the module reads at its first start. */
    void configureModule() {
        try {
            put("org.openadmin.fees", SchoolPortal.MODULE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> boot() throws IOException {
        Properties shipped = read("org.apache.karaf.features");
        String version = System.getProperty("fees.version");
        return Map.of(
                "featuresRepositories",
                shipped.getProperty("featuresRepositories") + ",mvn:org.openadmin.fees.itest/portal-features/" + version
                        + "/xml/features",
                "featuresBoot",
                shipped.getProperty("featuresBoot") + ",openadmin-host/" + version);
    }

    private Properties read(String pid) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file(pid))) {
            properties.load(reader);
        }
        return properties;
    }

    /** Adds values to a file, in which the last value of a key is used. */
    void put(String pid, Map<String, String> values) throws IOException {
        StringBuilder lines = new StringBuilder("\n");
        values.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        Files.writeString(file(pid), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Whether these values are in the configuration already. */
    boolean has(String pid, Map<String, String> values) throws IOException {
        Properties found = new Properties();
        try (Reader file = Files.newBufferedReader(file(pid))) {
            found.load(file);
        }
        return values.entrySet().stream().allMatch(value -> value.getValue().equals(found.getProperty(value.getKey())));
    }

    private Path file(String pid) {
        return folder.resolve("etc").resolve(pid + ".cfg");
    }

    Path log() {
        return folder.resolve("data/log/karaf.log");
    }

    /** Returns the public key of the ssh server, which Karaf generates at its first start. */
    PublicKey shellKey() {
        try {
            String pem = Files.readString(folder.resolve("etc/host.key.pub"));
            byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*-----", ""));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The portal has no key for its shell", e);
        }
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("karaf.pid")).strip());
    }
}
