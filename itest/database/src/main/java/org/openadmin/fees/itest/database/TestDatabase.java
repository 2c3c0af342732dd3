package org.openadmin.fees.itest.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of a JVM, started by the first that asks, below the module's {@code target}. */
public final class TestDatabase {
    private static final Path HOME =
            Path.of("target", "mariadb-" + ProcessHandle.current().pid());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** A new, empty database, for one test class or one test, seen by the administrator. */
    public static Database fresh() {
        return Server.RUNNING.database("test_" + COUNT.incrementAndGet());
    }

    /** The same database, seen by a user who has the module's rights and no more. */
    public static Database asFeesUser(Database database) {
        return FeesUser.create(database, "fees_" + database.name(), "fees");
    }

    /** Loaded by the first use, so that a JVM without database tests starts no server. */
    private static final class Server {
        private static final MariaDb RUNNING = start();

        private static MariaDb start() {
            var server = MariaDb.start(HOME, Path.of("target", "mariadb-embedded"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                delete(HOME);
            }));
            return server;
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
