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

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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

    /** The module's password for the mail server. */
    static final String PASSWORD = "s3cr3t-p4ss";

    /** The system property with the port to read the mailboxes from. */
    static final String MAILBOXES = "fees.mailboxes";

    private static final String KARAF = System.getProperty("karaf.version");

    @Override
    public Option[] createConfiguration() {
        GreenMail mail = mailServer();
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
                settings(mail.getSmtp().getPort()),
                systemProperty(MAILBOXES).value(String.valueOf(mail.getPop3().getPort())),
                java(),
                // services are slow to appear on a busy machine
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

    /** Runs outside the container, on localhost only, and ends with this process. */
    private static GreenMail mailServer() {
        String here = "127.0.0.1";
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, here, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, here, ServerSetup.PROTOCOL_POP3)
        });
        server.setUser("fees", PASSWORD);
        server.start();
        return server;
    }

    private static Option settings(int mailPort) {
        try {
            Map<String, Map<String, String>> files =
                    new HashMap<>(SchoolPortal.settings(TestDatabase.asFeesUser(SchoolPortal.sampleSchool())));
            files.put("org.openadmin.fees", module(mailPort));
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

    private static Map<String, String> module(int mailPort) {
        Map<String, String> module = new HashMap<>(SchoolPortal.MODULE);
        module.putAll(Map.of(
                "mail.host", "127.0.0.1",
                "mail.port", String.valueOf(mailPort),
                "mail.security", "none",
                "mail.user", "fees",
                ".mail.password", PASSWORD,
                "mail.from", "fees@prairieview.example",
                "mail.per-minute", "6000"));
        return module;
    }

    private static String repository(String name) {
        return Path.of("target", name + "-repository").toAbsolutePath().toUri() + "@id=" + name + "@snapshots";
    }

    private static Option put(String pid, String key, String value) {
        return editConfigurationFilePut("etc/" + pid + ".cfg", key, value);
    }

    /** The options that Karaf's own start script passes to a modular Java. */
    private static Option java() {
        return composite(Stream.of(
                        // runs for seconds: the optimizing compiler would take longer than it saves
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
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
