package org.openadmin.fees.itest.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dumps and restores a database with MariaDB's own programs, as an administrator does. */
public final class Backup {
    private final Installation installation;

    Backup(Installation installation) {
        this.installation = installation;
    }

    /** Writes all tables and views of a database to a file while others work with them. */
    public void dump(Database database, Path file) {
        run("mariadb-dump", database, Redirect.PIPE, Redirect.to(file.toFile()), "--single-transaction");
    }

    /** Reads such a file into an empty database. */
    public void restore(Path file, Database database) {
        run("mariadb", database, Redirect.from(file.toFile()), Redirect.DISCARD);
    }

    private void run(String program, Database database, Redirect input, Redirect output, String... options) {
        var server = URI.create(database.url().replaceFirst("^jdbc:", ""));
        var command = new ArrayList<>(List.of(
                installation.program(program).toString(),
                "--no-defaults",
                "--protocol=tcp",
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--user=" + database.user(),
                "--skip-ssl"));
        command.addAll(Arrays.asList(options));
        command.add(database.name());
        var builder = new ProcessBuilder(command).redirectInput(input).redirectOutput(output);
        // an argument would be seen in the list of processes
        builder.environment().put("MYSQL_PWD", database.password());
        try {
            var process = builder.start();
            var message = new String(process.getErrorStream().readAllBytes()).strip();
            if (process.waitFor() != 0) {
                throw new DatabaseException(program + " failed: " + message);
            }
        } catch (IOException e) {
            throw new DatabaseException(program + " cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while " + program + " was running.", e);
        }
    }
}
