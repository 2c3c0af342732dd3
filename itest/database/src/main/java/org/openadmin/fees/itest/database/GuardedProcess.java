package org.openadmin.fees.itest.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server process in its own session that never outlives this process.
 *
 * <p>It has its own session because Ctrl-C in a terminal is sent to all processes in the foreground, which would stop
 * the portal and its database at the same time and in no particular order. A small shell guards the server: when this
 * process ends, even through {@code kill -9}, its end of the pipe is closed, and the guard stops the server.
 */
public final class GuardedProcess {
    private static final String GUARD = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            { read -r _ <&3; kill -TERM "$server"; } 2>/dev/null >&2 &
            guard=$!
            exec 3<&-
            wait "$server"
            result=$?
            kill "$guard" 2>/dev/null
            exit "$result"
            """;

    private final Process guard;

    private GuardedProcess(Process guard) {
        this.guard = guard;
    }

    /** Starts a command and appends its output to a log file. */
    public static GuardedProcess start(List<String> command, Map<String, String> environment, Path folder, Path log) {
        var guarded = new ArrayList<String>();
        onPath("setsid").ifPresent(setsid -> guarded.add(setsid.toString()));
        guarded.addAll(List.of("sh", "-c", GUARD, "guard"));
        guarded.addAll(command);
        var builder = new ProcessBuilder(guarded)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new GuardedProcess(builder.start());
        } catch (IOException e) {
            throw new DatabaseException("Cannot start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    /** Finds a program on the PATH, or in the folders of server programs, which are often not on the PATH. */
    public static Optional<Path> onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public boolean isAlive() {
        return guard.isAlive();
    }

    public CompletableFuture<Process> onExit() {
        return guard.onExit();
    }

    /** Stops the server and waits for it to end. If it has not ended within this time, it is killed. */
    public void stop(Duration patience) {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // the guard has ended, and the server with it
        }
        try {
            if (!guard.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
