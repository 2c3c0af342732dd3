package org.openadmin.fees.itest.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A MariaDB server that is started and stopped by this process and listens on 127.0.0.1 only.
 *
 * <p>Its home holds the data, the log and the password of its administrator; it is made at the first start and used
 * again at the next one. The port is a free one, another at each start, unless the caller names one.
 */
public final class MariaDb implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final GuardedProcess process;
    private final Installation installation;
    private final int port;
    private final String password;

    private MariaDb(GuardedProcess process, Installation installation, int port, String password) {
        this.process = process;
        this.installation = installation;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param home where its data is kept; made if absent. Never below the system's temporary folder: what is there
     *     may be swept away
     * @param unpacked where the embedded server is unpacked if the machine has none of its own
     */
    public static MariaDb start(Path home, Path unpacked) {
        try {
            return start(home, unpacked, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free for the database", e);
        }
    }

    /** The same on a port of the caller's choice, where clients that are running already expect it. */
    public static MariaDb start(Path home, Path unpacked, int port) {
        try {
            var folder = Files.createDirectories(home.toAbsolutePath().normalize());
            var installation = Installation.find(unpacked.toAbsolutePath().normalize(), writtenBy(folder));
            if (!Files.isDirectory(folder.resolve("data"))) {
                initialise(folder, installation);
            }
            Files.writeString(folder.resolve("version"), installation.version().toString());
            return launch(folder, installation, port, password(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The database's folder " + home + " cannot be used", e);
        }
    }

    public String version() {
        return installation.version().toString();
    }

    public int port() {
        return port;
    }

    /** Completed when the server has stopped, for whatever reason. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The administrator's view of a database, which is created if it is absent. */
    public Database database(String name) {
        if (!name.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException("Not a plain name for a database: " + name);
        }
        new Database("jdbc:mariadb://127.0.0.1:" + port + "/", "root", password)
                .execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return new Database("jdbc:mariadb://127.0.0.1:" + port + "/" + name, "root", password);
    }

    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
    }

    private static Optional<Installation.Version> writtenBy(Path home) throws IOException {
        var file = home.resolve("version");
        return Files.isRegularFile(file)
                ? Optional.of(Installation.Version.parse(Files.readString(file)))
                : Optional.empty();
    }

    /** Beside its place first, then moved: data that was made by half is never used. */
    private static void initialise(Path home, Installation installation) throws IOException {
        var beside = Files.createTempDirectory(home, "new");
        var command = new ArrayList<>(installation.installCommand());
        // options from /etc/mysql are for the machine's own server: --no-defaults must come first
        command.add(1, "--no-defaults");
        command.addAll(List.of("--datadir=" + beside, "--skip-test-db", "--auth-root-authentication-method=normal"));
        command.add(temporary(home));
        addUser(command);
        var log = home.resolve("install.log");
        try {
            var result = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new DatabaseException("The database could not be prepared: see " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while the database was being prepared.", e);
        }
        Files.move(beside, home.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static MariaDb launch(Path home, Installation installation, int port, String password) throws IOException {
        // run by the server at each start: the administrator has a password before anybody can connect
        var init = home.resolve("init.sql");
        Files.writeString(init, "ALTER USER root@localhost IDENTIFIED BY '" + password + "';\n");
        Files.setPosixFilePermissions(init, PosixFilePermissions.fromString("rw-------"));
        var command = new ArrayList<>(List.of(
                installation.server().toString(),
                "--no-defaults",
                "--datadir=" + home.resolve("data"),
                "--init-file=" + init,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data: the path of a socket must not be longer than 107 characters
                "--socket=server.sock",
                "--pid-file=" + home.resolve("server.pid"),
                temporary(home),
                "--skip-ssl",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--max-allowed-packet=64M"));
        if (installation.installCommand().size() > 1) {
            command.add(installation.installCommand().get(1));
        }
        addUser(command);
        var log = home.resolve("server.log");
        Files.deleteIfExists(log);
        var process = GuardedProcess.start(command, Map.of(), home, log);
        var server = new MariaDb(process, installation, port, password);
        server.awaitAnswer(log);
        return server;
    }

    /** A server that starts removes all temporary tables from this folder, those of other servers too: each has a folder of its own. */
    private static String temporary(Path home) throws IOException {
        return "--tmpdir=" + Files.createDirectories(home.resolve("tmp"));
    }

    /** MariaDB refuses to run as root by accident; in a container there is often nobody else. */
    private static void addUser(List<String> command) {
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
    }

    private void awaitAnswer(Path log) {
        var deadline = Instant.now().plus(START_PATIENCE);
        while (!answers()) {
            if (!process.isAlive()) {
                throw new DatabaseException("The database did not start: see " + log + ".");
            }
            if (Instant.now().isAfter(deadline)) {
                close();
                throw new DatabaseException("The database does not answer: see " + log + ".");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new DatabaseException("Interrupted while the database was starting.", e);
            }
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", password)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[16];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, HexFormat.of().formatHex(random));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
