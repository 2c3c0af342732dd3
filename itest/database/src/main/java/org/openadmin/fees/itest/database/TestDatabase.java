package org.openadmin.fees.itest.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** One server for all tests of a JVM, started at the first use, with its data in the module's {@code target} folder. */
public final class TestDatabase {
    private static final Path HOME =
            Path.of("target", "mariadb-" + ProcessHandle.current().pid());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** Creates a new, empty database for a test class or a test, with the administrator's log-in. */
    public static Database fresh() {
        return Server.RUNNING.database("test_" + COUNT.incrementAndGet());
    }

    /** Returns the same database with the log-in of a user who has exactly the module's rights. */
    public static Database asFeesUser(Database database) {
        return FeesUser.create(database, "fees_" + database.name(), "fees");
    }

    public static Backup backup() {
        return Server.RUNNING.backup();
    }

    /** Loaded at the first use, so that a JVM without database tests starts no server. */
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
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
