package org.openadmin.fees.itest.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.openadmin.fees.itest.database.GuardedProcess;

/** The running portal: a Karaf process. */
final class DemoPortal implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);
    private static final Duration MODULE_TIMEOUT = Duration.ofSeconds(60);

    private final GuardedProcess process;
    private final PortalFolder folder;
    private final PortalShell shell;
    private final URI address;
    private final Path log;

    private DemoPortal(GuardedProcess process, PortalFolder folder, PortalShell shell, URI address, Path log) {
        this.process = process;
        this.folder = folder;
        this.shell = shell;
        this.address = address;
        this.log = log;
    }

    static DemoPortal start(Path karaf, PortalFolder folder, PortalShell shell, int port, Path logs) {
        try {
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var base = folder.base().toString();
        var environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "KARAF_HOME",
                karaf.toString(),
                "KARAF_BASE",
                base,
                "KARAF_DATA",
                base + "/data",
                "KARAF_ETC",
                base + "/etc",
                "KARAF_LOG",
                logs.toString(),
                "JAVA_MAX_MEM",
                "1g",
                // only the quick compiler, which halves the time to start; UTF-8, so that names are correct whatever
                // the language of the terminal
                "KARAF_OPTS",
                "-XX:TieredStopAtLevel=1 -Dkaraf.instances=instances -Djava.awt.headless=true -Dfile.encoding=UTF-8"
                        + " -Dfelix.fileinstall.configEncoding=UTF-8",
                "CHECK_ROOT_INSTANCE_RUNNING",
                "false");
        var process = GuardedProcess.start(
                List.of(karaf.resolve("bin/karaf").toString(), "daemon"),
                environment,
                folder.base(),
                logs.resolve("portal.out"));
        var address = URI.create("http://127.0.0.1:" + port + "/");
        return new DemoPortal(process, folder, shell, address, logs.resolve("karaf.log"));
    }

    URI address() {
        return address;
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits for the log-in page. */
    void awaitPages() {
        var deadline = Instant.now().plus(START_TIMEOUT);
        while (!answers()) {
            requireAlive();
            if (Instant.now().isAfter(deadline)) {
                throw new DemoException("The portal does not answer: see " + log + ".");
            }
            PollInterval.sleep();
        }
    }

    /** Deploys the module and waits until its services are available. */
    void deploy(Path kar) {
        put(kar);
        awaitModule();
    }

    /** Deploys other modules, which use this one, without waiting for them. */
    void deployNeighbours(Path jar) {
        put(jar);
    }

    private void put(Path file) {
        try {
            folder.deploy(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " could not be installed in the portal", e);
        }
    }

    /** Upgrading an old journal takes time; any other state that persists requires action by the user. */
    private void awaitModule() {
        var last = "";
        var deadline = Instant.now().plus(MODULE_TIMEOUT);
        for (var state = moduleState(); !state.equals("ready"); state = moduleState()) {
            requireAlive();
            if (!state.equals(last) || state.contains("preparing the database")) {
                last = state;
                deadline = Instant.now().plus(MODULE_TIMEOUT);
            }
            if (Instant.now().isAfter(deadline)) {
                throw new DemoException(state.isEmpty() ? "The fees module does not start: see " + log + "." : state);
            }
            PollInterval.sleep();
        }
    }

    @Override
    public void close() {
        process.stop(STOP_TIMEOUT);
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new DemoException("The portal has stopped: see " + log + ".");
        }
    }

    private boolean answers() {
        try {
            var connection =
                    (HttpURLConnection) address.resolve("/login").toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the status that the module reports; empty if the module is not available. */
    private String moduleState() {
        try {
            return shell.run("fees:status")
                    .output()
                    .lines()
                    .filter(line -> line.startsWith("State:"))
                    .map(line -> line.substring("State:".length()).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
