package org.openadmin.fees.itest.container;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.itest.portal.SchoolPortal;
import org.ops4j.pax.exam.ConfigurationFactory;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption.LogLevel;

/** The one container of all container tests: Karaf with the host's features, the module and a sample school. */
public final class ContainerConfiguration implements ConfigurationFactory {

    private static final String KARAF = System.getProperty("karaf.version");

    @Override
    public Option[] createConfiguration() {
        return options(
                karafDistributionConfiguration()
                        .frameworkUrl(maven("org.apache.karaf", "apache-karaf")
                                .versionAsInProject()
                                .type("tar.gz"))
                        .unpackDirectory(new File("target/container"))
                        .useDeployFolder(false),
                keepRuntimeFolder(),
                logLevel(LogLevel.INFO),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                settings(),
                java(),
                // services come late on a busy machine
                systemProperty("pax.exam.service.timeout").value("180000"),
                systemProperty("java.awt.headless").value("true"),
                features(
                        maven("org.openadmin.fees.itest", "portal-features")
                                .versionAsInProject()
                                .type("xml")
                                .classifier("features"),
                        "openadmin-host"),
                features(
                        maven("org.openadmin.fees", "openadmin-fees")
                                .versionAsInProject()
                                .type("xml")
                                .classifier("features"),
                        "openadmin-fees"));
    }

    private static Option settings() {
        try {
            Map<String, Map<String, String>> files =
                    new HashMap<>(SchoolPortal.settings(TestDatabase.asFeesUser(SchoolPortal.sampleSchool())));
            files.put("org.openadmin.fees", SchoolPortal.MODULE);
            return composite(Stream.concat(
                            files.entrySet().stream().flatMap(file -> file.getValue().entrySet().stream()
                                    .map(line -> put(file.getKey(), line.getKey(), line.getValue()))),
                            Stream.of(put(
                                    "org.ops4j.pax.url.mvn",
                                    "org.ops4j.pax.url.mvn.defaultRepositories",
                                    "${karaf.home.uri}${karaf.default.repository}@id=system@snapshots,"
                                            + repository("host") + "," + repository("module"))))
                    .toArray(Option[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repository(String name) {
        return Path.of("target", name + "-repository").toAbsolutePath().toUri() + "@id=" + name + "@snapshots";
    }

    private static Option put(String pid, String key, String value) {
        return editConfigurationFilePut("etc/" + pid + ".cfg", key, value);
    }

    /** What Karaf's own start script gives to a modular Java. */
    private static Option java() {
        return composite(Stream.of(
                        "--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module",
                        "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar",
                        "--patch-module",
                        "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.net=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
                        "--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
                        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
                        "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
                        "-classpath",
                        "lib/jdk9plus/*:lib/boot/*:lib/endorsed/*")
                .map(option -> (Option) vmOption(option))
                .toArray(Option[]::new));
    }
}
