package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.openadmin.fees.itest.database.Database;

/** A freshly unpacked Karaf that installs the stand-in portal at its first start, from files of this build only. */
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

    void configure(Ports ports, Database database) throws IOException {
        put(
                "org.ops4j.pax.web",
                Map.of(
                        "org.osgi.service.http.port",
                        String.valueOf(ports.http()),
                        "org.ops4j.pax.web.listening.addresses",
                        "127.0.0.1"));
        put(
                "org.apache.karaf.management",
                Map.of(
                        "rmiRegistryHost",
                        "127.0.0.1",
                        "rmiRegistryPort",
                        String.valueOf(ports.registry()),
                        "rmiServerHost",
                        "127.0.0.1",
                        "rmiServerPort",
                        String.valueOf(ports.management())));
        put("org.apache.karaf.shell", Map.of("sshHost", "127.0.0.1", "sshPort", String.valueOf(ports.shell())));
        put("org.ops4j.datasource-openadmin", dataSource(database));
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

    static Map<String, String> dataSource(Database database) {
        return Map.of(
                "osgi.jdbc.driver.name", "mariadb",
                "dataSourceName", "openadmin",
                "url", database.url() + "?socketTimeout=60000",
                "user", database.user(),
                // with the dot it is not published as a property of the service
                ".password", database.password(),
                "pool", "hikari",
                "hikari.initializationFailTimeout", "-1");
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

    /** The last value of a key is the one that counts. */
    private void put(String pid, Map<String, String> values) throws IOException {
        StringBuilder lines = new StringBuilder("\n");
        values.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        Files.writeString(file(pid), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path file(String pid) {
        return folder.resolve("etc").resolve(pid + ".cfg");
    }

    Path log() {
        return folder.resolve("data/log/karaf.log");
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("karaf.pid")).strip());
    }
}
