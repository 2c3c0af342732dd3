package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.spi.ReaderWork;

class ConsoleWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(5);

    private final Connection connection = new Connection();
    private final Optional<PrintStream> console =
            Optional.of(new PrintStream(connection, true, StandardCharsets.UTF_8));

    @Test
    void aCommandStopsWhenItsConnectionIsLostAndTheThreadIsFreeForTheNext() {
        boolean stopped = new ConsoleWatch(console, OFTEN).during(() -> {
            assertThat(ReaderWork.isStopped()).isFalse();
            connection.lost = true;
            until(ReaderWork::isStopped);
            return ReaderWork.isStopped();
        });
        assertThat(stopped).isTrue();
        assertThat(ReaderWork.isStopped()).isFalse();
    }

    @Test
    void aCommandWithoutAConsoleGoesOn() {
        long watchers = new ConsoleWatch(Optional.empty(), OFTEN).during(ConsoleWatchTest::watchers);
        assertThat(watchers).isZero();
    }

    @Test
    void aConsoleThatFailedBeforeSaysNothing() {
        connection.lost = true;
        long watchers = new ConsoleWatch(console, OFTEN).during(ConsoleWatchTest::watchers);
        assertThat(watchers).isZero();
    }

    @Test
    void theWatchEndsWithTheCommand() {
        long watchers = new ConsoleWatch(console, OFTEN).during(ConsoleWatchTest::watchers);
        assertThat(watchers).isOne();
        until(() -> watchers() == 0);
    }

    /** Spins, because a thread that waits would be woken up with an exception. */
    private static void until(BooleanSupplier reached) {
        long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(limit);
            Thread.onSpinWait();
        }
    }

    private static long watchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("fees-console"))
                .count();
    }

    /** The output of a session, which is only noticed to be closed when something is sent. */
    private static final class Connection extends OutputStream {

        private volatile boolean lost;

        @Override
        public void write(int b) throws IOException {
            flush();
        }

        @Override
        public void flush() throws IOException {
            if (lost) {
                throw new IOException("The channel is closed");
            }
        }
    }
}
