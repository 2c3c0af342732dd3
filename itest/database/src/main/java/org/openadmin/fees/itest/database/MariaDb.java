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
 * A MariaDB server that is started and stopped by this process and listens only on 127.0.0.1.
 *
 * <p>Its home folder contains the data, the log and the administrator's password. It is created at the first start and
 * reused afterwards. Each start uses a different free port, unless the caller specifies one.
 */
public final class MariaDb implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

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
     * Starts a server and waits until it accepts connections.
     *
     * @param home the folder of the data; created if absent. It must not be in the system's temporary folder, which may
     *     be cleaned up at any time
     * @param unpacked the folder for the embedded server, which is unpacked if no server is installed on the machine
     */
    public static MariaDb start(Path home, Path unpacked) {
        try {
            return start(home, unpacked, freePort());
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free for the database", e);
        }
    }

    /** Starts a server on this port, where running clients expect it, and waits until it accepts connections. */
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

    /** Completes when the server has ended for any reason. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Returns a database with the administrator's log-in, and creates it if it is absent. */
    public Database database(String name) {
        if (!name.matches("[A-Za-z0-9_]+")) {
            throw new IllegalArgumentException("Not a plain name for a database: " + name);
        }
        new Database("jdbc:mariadb://127.0.0.1:" + port + "/", "root", password)
                .execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        return new Database("jdbc:mariadb://127.0.0.1:" + port + "/" + name, "root", password);
    }

    public Backup backup() {
        return new Backup(installation);
    }

    @Override
    public void close() {
        process.stop(STOP_TIMEOUT);
    }

    private static Optional<Installation.Version> writtenBy(Path home) throws IOException {
        var file = home.resolve("version");
        return Files.isRegularFile(file)
                ? Optional.of(Installation.Version.parse(Files.readString(file)))
                : Optional.empty();
    }

    /** Initializes a temporary folder and renames it when complete, so that incomplete data are never used. */
    private static void initialise(Path home, Installation installation) throws IOException {
        var beside = Files.createTempDirectory(home, "new");
        var command = new ArrayList<>(installation.installCommand());
        // --no-defaults must come first; the options in /etc/mysql are for the server installed on the machine
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
        // the server runs this at each start, so that the administrator has a password before the first connection
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
                // relative to the data, because the path of a socket must not be longer than 107 characters
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

    /**
     * Returns a separate temporary folder, because a server deletes all temporary tables in its folder at the start,
     * including those of other servers.
     */
    private static String temporary(Path home) throws IOException {
        return "--tmpdir=" + Files.createDirectories(home.resolve("tmp"));
    }

    /** MariaDB refuses to run as root unless told to; containers often have no other user. */
    private static void addUser(List<String> command) {
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
    }

    private void awaitAnswer(Path log) {
        var deadline = Instant.now().plus(START_TIMEOUT);
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
