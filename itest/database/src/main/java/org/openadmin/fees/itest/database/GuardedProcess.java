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
 * A server that this process starts, in a session of its own, and that never outlives it.
 *
 * <p>A session of its own, because Ctrl-C in a terminal reaches every process in the foreground: the portal and its
 * database would stop at the same moment, in no order. And a small shell stands guard over it: when this process is
 * gone, be it by {@code kill -9}, its end of the pipe closes, and the guard asks the server to stop.
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

    /** Starts a command; what it prints goes to the end of a log file. */
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

    /** Finds a program the way a shell does, and in the folders of servers, which are not on everybody's path. */
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

    /** Asks the server to stop and waits for it; after the patience is over, it is ended the hard way. */
    public void stop(Duration patience) {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            // the guard has gone: then the server has, too
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
