package org.openadmin.fees.itest.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.itest.database.Database;

/**
 * The command-line options.
 *
 * @param server a running database to use instead of the embedded one
 * @param empty whether to omit the sample students
 */
record Options(int port, Path data, Optional<Database> server, boolean empty) {
    static final int USUAL_PORT = 8181;

    private enum Name {
        PORT,
        DATA,
        DB_URL,
        DB_USER,
        DB_PASSWORD,
        DB_PASSWORD_FILE;

        private String text() {
            return "--" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** The variable with the password of the database's user. */
    static final String PASSWORD_VARIABLE = "FEES_DB_PASSWORD";

    /**
     * @param usualData the data folder to use if no option specifies one
     * @param environment the variables of the process
     */
    static Options parse(List<String> arguments, Path usualData, Map<String, String> environment) {
        var given = new EnumMap<Name, String>(Name.class);
        var empty = false;
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var argument = rest.pop();
            if (argument.equals("--empty")) {
                empty = true;
            } else {
                var name = name(argument.replaceFirst("=.*", ""));
                given.put(name, value(argument, rest));
            }
        }
        return new Options(
                port(given.get(Name.PORT)), path(given.get(Name.DATA), usualData), server(given, environment), empty);
    }

    private static Name name(String text) {
        for (var name : Name.values()) {
            if (name.text().equals(text)) {
                return name;
            }
        }
        throw new DemoException("Unknown option " + text + ": see ./fees demo --help.");
    }

    private static String value(String argument, Deque<String> rest) {
        var equals = argument.indexOf('=');
        if (equals >= 0) {
            return argument.substring(equals + 1);
        }
        if (rest.isEmpty()) {
            throw new DemoException("The option " + argument + " needs a value.");
        }
        return rest.pop();
    }

    private static int port(String text) {
        if (text == null) {
            return USUAL_PORT;
        }
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new DemoException("--port takes a number from 1 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }

    private static Path path(String text, Path usual) {
        try {
            return text == null ? usual : Path.of(text);
        } catch (InvalidPathException e) {
            throw new DemoException("--data takes the name of a directory, not " + text + ".", e);
        }
    }

    private static Optional<Database> server(Map<Name, String> given, Map<String, String> environment) {
        if (given.containsKey(Name.DB_PASSWORD)) {
            throw new DemoException(
                    "Every user of this machine could read a password on the command line: put it into the"
                            + " variable " + PASSWORD_VARIABLE + " or into a file, with --db-password-file.");
        }
        var url = given.get(Name.DB_URL);
        if (url == null) {
            if (given.containsKey(Name.DB_USER) || given.containsKey(Name.DB_PASSWORD_FILE)) {
                throw new DemoException("--db-user and --db-password-file need --db-url.");
            }
            return Optional.empty();
        }
        if (!url.matches("jdbc:mariadb://[^/]+/[^/?]+(\\?.*)?")) {
            throw new DemoException(
                    "--db-url takes an address such as jdbc:mariadb://host:3306/openadmin, not " + url + ".");
        }
        if (!given.containsKey(Name.DB_USER)) {
            throw new DemoException("--db-url needs --db-user and, if the user has a password, --db-password-file.");
        }
        return Optional.of(new Database(url, given.get(Name.DB_USER), password(given, environment)));
    }

    private static String password(Map<Name, String> given, Map<String, String> environment) {
        var file = given.get(Name.DB_PASSWORD_FILE);
        if (file == null) {
            return environment.getOrDefault(PASSWORD_VARIABLE, "");
        }
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\R$", "");
        } catch (IOException | InvalidPathException e) {
            throw new DemoException("The password cannot be read from " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
