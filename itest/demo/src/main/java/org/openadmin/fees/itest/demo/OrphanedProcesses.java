package org.openadmin.fees.itest.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Servers of an earlier demo that was killed. Their guards stop them; this class waits for that, and ends any that are
 * left.
 */
final class OrphanedProcesses {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final List<String> marks;

    OrphanedProcesses(DataDirectory data) {
        marks = List.of("--datadir=" + data.database(), "-Dkaraf.base=" + data.portal());
    }

    void stopAll(Consumer<String> report) {
        if (running().isEmpty()) {
            return;
        }
        report.accept("The last demo was killed: waiting for its portal and database to stop");
        await();
        running().forEach(ProcessHandle::destroy);
        await();
        var stubborn = running().stream().map(ProcessHandle::pid).toList();
        if (!stubborn.isEmpty()) {
            throw new DemoException(
                    "The last demo was killed and its servers are still running: end the processes " + stubborn + ".");
        }
    }

    private void await() {
        var deadline = Instant.now().plus(TIMEOUT);
        while (!running().isEmpty() && Instant.now().isBefore(deadline)) {
            PollInterval.sleep();
        }
    }

    private List<ProcessHandle> running() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().arguments().stream().flatMap(Stream::of).anyMatch(argument -> marks.stream()
                .anyMatch(mark -> argument.equals(mark) || argument.startsWith(mark + "/")));
    }
}
