package org.openadmin.fees.itest.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.FeesUser;
import org.openadmin.fees.itest.database.MariaDb;

/** Starts the parts of the demo in order, prints its progress, and stops the parts in reverse order. */
final class Demo {
    private final Options options;
    private final Path build;
    private final PrintStream out;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private Optional<MariaDb> server = Optional.empty();
    private boolean stopping;

    /** @param build the folder in which the build has put Karaf and the module */
    Demo(Options options, Path build, PrintStream out) {
        this.options = options;
        this.build = build;
        this.out = out;
    }

    /** Returns only when one of the servers has ended unexpectedly. */
    void run() throws IOException {
        var data = keep(DataDirectory.open(options.data()));
        Files.deleteIfExists(data.shellFile());
        new OrphanedProcesses(data).stopAll(this::say);
        requireFree(options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));

        var database = openDatabase(data);
        var karaf = karaf();
        var shell = new PortalShell(freePort(), data.secret("shell"));
        var folder = new PortalFolder(data.portal());
        folder.prepare(karaf, values(database, shell, data.exports()));
        say("Starting the portal");
        var portal = keep(DemoPortal.start(karaf, folder, shell, options.port(), data.logs()));
        portal.awaitPages();
        say("Installing the fees module");
        portal.deploy(build.resolve("openadmin-fees.kar"));
        portal.deployNeighbours(build.resolve("openadmin-neighbours.jar"));
        shell.writeTo(data.shellFile());
        out.print(Welcome.text(portal.address(), data));
        awaitEnd(portal, data);
    }

    private void awaitEnd(DemoPortal portal, DataDirectory data) {
        var databaseEnd = server.map(MariaDb::onExit).orElseGet(CompletableFuture::new);
        CompletableFuture.anyOf(portal.onExit(), databaseEnd).join();
        throw databaseEnd.isDone()
                ? new DemoException("The database stopped unexpectedly: see " + data.database() + "/server.log.")
                : new DemoException("The portal stopped unexpectedly: see " + data.logs() + "/karaf.log.");
    }

    /** Stops everything that has been started, last first. */
    synchronized void stop() {
        stopping = true;
        var started = running.size() > 1;
        closeAll();
        if (started) {
            say("Stopped; all data is kept");
        }
    }

    /** Whether the demo is stopping; any failure is then only a consequence of that. */
    synchronized boolean isStopping() {
        return stopping;
    }

    private void closeAll() {
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private void close(AutoCloseable server) {
        try {
            if (server instanceof DemoPortal) {
                say("Stopping the portal");
            } else if (server instanceof MariaDb) {
                say("Stopping the database");
            } else if (server instanceof DataDirectory data) {
                Files.deleteIfExists(data.shellFile());
            }
            server.close();
        } catch (Exception e) {
            say("This failed: " + e.getMessage());
        }
    }

    /** Registers a server to be stopped at the end. If the demo is already stopping, the server is stopped at once. */
    private synchronized <T extends AutoCloseable> T keep(T server) {
        running.push(server);
        if (stopping) {
            closeAll();
            throw new DemoException("Stopped before it was ready.");
        }
        return server;
    }

    /** Returns the database with the module's log-in and with the host's tables. */
    private Database openDatabase(DataDirectory data) {
        if (options.server().isPresent()) {
            var given = options.server().get();
            say("Opening the database " + given);
            new HostSchool(given, this::say).prepare(!options.empty());
            return given;
        }
        say("Starting the database");
        server = Optional.of(keep(MariaDb.start(data.database(), data.embeddedServer())));
        var administrator = server.get().database("openadmin");
        new HostSchool(administrator, this::say).prepare(!options.empty());
        return FeesUser.create(administrator, "fees", data.secret("fees"));
    }

    private Map<String, String> values(Database database, PortalShell shell, Path exports) {
        return Map.of(
                "port", Integer.toString(options.port()),
                "shell.port", Integer.toString(shell.port()),
                "shell.user", PortalShell.USER,
                "shell.password", shell.password(),
                "export.folder", exports.toString(),
                "database.url", database.url(),
                "database.user", database.user(),
                "database.password", database.password());
    }

    private Path karaf() throws IOException {
        try (var folders = Files.newDirectoryStream(build, "apache-karaf-*")) {
            return folders.iterator().next();
        }
    }

    private static void requireFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new DemoException(
                    "Port " + port + " is taken or not allowed: stop what uses it, or choose another with --port.", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void say(String step) {
        out.println(step);
        out.flush();
    }
}
