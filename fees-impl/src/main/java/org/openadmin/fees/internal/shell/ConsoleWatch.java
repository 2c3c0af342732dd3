package org.openadmin.fees.internal.shell;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.Session;
import org.openadmin.fees.spi.ModuleThread;
import org.openadmin.fees.spi.ReaderWork;

/**
 * Stops the work of the current command when the connection of its console is lost. A session that is closed interrupts its command,
 * and so does Ctrl+C; but a command that was passed to ssh with the log-in would go on, because its session only ends with it.
 */
final class ConsoleWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Optional<PrintStream> console;
    private final Duration every;

    /** @param console the output of the session; one that has failed before says nothing about its connection, and is not watched */
    ConsoleWatch(Optional<PrintStream> console, Duration every) {
        this.console = console.filter(output -> !output.checkError());
        this.every = every;
    }

    /** @param session the session of the command; null without a console */
    static ConsoleWatch of(Session session) {
        return new ConsoleWatch(Optional.ofNullable(session).map(Session::getConsole), EVERY);
    }

    /** Runs work that is stopped when the connection is lost. */
    <T> T during(Supplier<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        try (ReaderWork wanted = new ReaderWork()) {
            console.ifPresent(output -> ModuleThread.daemon(
                            "fees-console", ConsoleWatch.class.getClassLoader(), () -> watch(output, wanted, ended))
                    .start());
            return work.get();
        } finally {
            ended.countDown();
        }
    }

    private void watch(PrintStream output, ReaderWork wanted, CountDownLatch ended) {
        try {
            while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                if (output.checkError()) {
                    wanted.leave();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
