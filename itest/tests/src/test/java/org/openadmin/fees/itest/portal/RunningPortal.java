package org.openadmin.fees.itest.portal;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.FeesUser;
import org.openadmin.fees.itest.database.GuardedProcess;

/** The stand-in portal of a school in a separate Karaf process. The module is not installed until it is deployed. */
public final class RunningPortal implements AutoCloseable {

    static final Path MODULE = Path.of("target", "karaf", "openadmin-fees.kar");

    private static final String MODULE_PID = "org.openadmin.fees";
    private static final Path NEIGHBOURS = Path.of("target", "karaf", "openadmin-neighbours.jar");
    /** The portal runs for minutes only: the optimizing compiler would take longer than it saves. */
    private static final String QUICK_START = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofMinutes(1);

    private final KarafHome home;
    private final FreePorts ports;
    private final Database school;
    private final PortalConsole shell;
    private GuardedProcess process;

    private RunningPortal(KarafHome home, FreePorts ports, Database school) {
        this.home = home;
        this.ports = ports;
        this.school = school;
        this.shell = new PortalConsole(ports.shell(), home);
    }

    /** Unpacks, configures and starts a portal, and waits until users can log in. */
    public static RunningPortal start(String name) {
        return start(name, SchoolPortal.sampleSchool());
    }

    /** Starts a portal with the module, configured for the sample school. */
    static RunningPortal withModule(String name, Database school) {
        RunningPortal portal = start(name, school);
        portal.home.configureModule();
        portal.deployModule();
        portal.awaitModule();
        return portal;
    }

    private static RunningPortal start(String name, Database school) {
        try {
            KarafHome home = KarafHome.unpack(
                    Path.of("target", name + "-" + ProcessHandle.current().pid()));
            FreePorts ports = FreePorts.find();
            home.configure(ports, FeesUser.create(school, "fees_" + school.name(), "fees"));
            RunningPortal portal = new RunningPortal(home, ports, school);
            portal.launch();
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the URL of a page such as {@code fees/payments}. */
    public String address(String path) {
        return "http://127.0.0.1:" + ports.http() + "/" + path;
    }

    /** Returns the school's database with the administrator's log-in. */
    public Database school() {
        return school;
    }

    public void restart() {
        stop();
        launch();
    }

    /** Waits until the module and its database are ready. */
    void awaitModule() {
        await("the module").atMost(START_TIMEOUT).until(() -> {
            PortalConsole.CommandResult answer = shell().tryRun("fees:status");
            return answer.done() && answer.output().contains("State:           ready");
        });
    }

    /** Returns the portal's shell with an administrator's log-in. */
    PortalConsole shell() {
        return shell;
    }

    /** Moves the module to the folder that Karaf watches. */
    public void deployModule() {
        deploy(MODULE);
    }

    /** Changes these values and waits until they are in force. The portal takes no notice of a file that changes nothing. */
    void configureAndWait(Map<String, String> values) {
        try {
            if (home.has(MODULE_PID, values)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long before = timesConfigured();
        configureModule(values);
        await("the configuration").atMost(Duration.ofMinutes(1)).until(() -> timesConfigured() > before);
    }

    private long timesConfigured() {
        return log().lines()
                .filter(line -> line.contains("Configuration of Open Admin Fees in force"))
                .count();
    }

    /** Changes the configuration of the running module. */
    void configureModule(Map<String, String> values) {
        try {
            home.put(MODULE_PID, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void removeModule() {
        remove(MODULE);
    }

    /** Deploys the module by other developers. */
    void deployNeighbours() {
        deploy(NEIGHBOURS);
    }

    void removeNeighbours() {
        remove(NEIGHBOURS);
    }

    private void deploy(Path file) {
        try {
            // moved, not copied, so that Karaf never reads an incomplete file
            Path beside = Files.copy(file, home.folder().resolve("data/dropping"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, deployed(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Path file) {
        try {
            Files.deleteIfExists(deployed(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file that a command of the shell has written. */
    Path exported(String name) {
        return home.folder().resolve("data/fees-export").resolve(name);
    }

    public String log() {
        try {
            return Files.exists(home.log()) ? Files.readString(home.log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the processor time that the portal has used on all processors since its start. */
    Duration processorTime() {
        try {
            return ProcessHandle.of(home.pid())
                    .flatMap(portal -> portal.info().totalCpuDuration())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ModuleMemory moduleMemory() {
        try {
            return new ModuleMemory(home.pid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
        shell.close();
    }

    private void stop() {
        process.stop(STOP_TIMEOUT);
    }

    private Path deployed(Path file) {
        return home.folder().resolve("deploy").resolve(file.getFileName());
    }

    private void launch() {
        process = GuardedProcess.start(
                List.of(home.folder().resolve("bin/karaf").toString(), "server"),
                Map.of(
                        "KARAF_EXEC",
                        "exec",
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "EXTRA_JAVA_OPTS",
                        QUICK_START),
                home.folder(),
                home.folder().resolve("console.log"));
        await("the log-in page").atMost(START_TIMEOUT).until(this::letsPeopleIn);
    }

    private boolean letsPeopleIn() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The portal stopped: see " + home.log());
        }
        try {
            HttpURLConnection visit =
                    (HttpURLConnection) URI.create(address("login")).toURL().openConnection();
            return visit.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
