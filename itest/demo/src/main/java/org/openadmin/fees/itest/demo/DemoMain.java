package org.openadmin.fees.itest.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.itest.database.DatabaseException;

/** The main class of {@code ./fees demo} and {@code ./fees shell}. */
public final class DemoMain {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private DemoMain() {}

    /** @param arguments {@code demo} or {@code shell}, followed by the arguments of that command */
    public static void main(String[] arguments) {
        var checkout = Path.of(System.getProperty("fees.checkout", ""));
        var rest = List.of(arguments).subList(1, arguments.length);
        int status;
        try {
            status = arguments[0].equals("shell") ? shell(rest, checkout) : demo(rest, checkout);
        } catch (DemoException | DatabaseException | UncheckedIOException e) {
            ERR.println(e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static int demo(List<String> arguments, Path checkout) {
        var demo = new Demo(
                Options.parse(arguments, usualData(checkout), System.getenv()),
                checkout.resolve("itest/demo/target"),
                OUT);
        try {
            demo.run();
            return 0;
        } catch (DemoException | DatabaseException | UncheckedIOException e) {
            complain(demo, e.getMessage());
        } catch (IOException e) {
            complain(demo, "The demo could not start: " + e.getMessage() + ".");
        } finally {
            demo.stop();
        }
        return 1;
    }

    private static void complain(Demo demo, String sentence) {
        if (!demo.isStopping()) {
            ERR.println(sentence);
        }
    }

    private static int shell(List<String> arguments, Path checkout) {
        var rest = new ArrayList<>(arguments);
        var data = usualData(checkout);
        if (!rest.isEmpty() && rest.get(0).equals("--data") && rest.size() > 1) {
            data = Path.of(rest.get(1));
            rest.subList(0, 2).clear();
        } else if (!rest.isEmpty() && rest.get(0).startsWith("--data=")) {
            data = Path.of(rest.remove(0).substring("--data=".length()));
        }
        var command = command(rest);
        if (command.isBlank()) {
            throw new DemoException("Which command? For example: ./fees shell 'fees:balance 100'");
        }
        var shell = PortalShell.of(data);
        try {
            var answer = shell.run(command);
            OUT.print(answer.output());
            ERR.print(answer.errors());
            return answer.status();
        } catch (IOException e) {
            throw PortalShell.noDemo(data, e);
        }
    }

    /**
     * Returns the command line. A single argument is a complete command line; if there are several, those with spaces
     * are quoted again.
     */
    private static String command(List<String> words) {
        return words.size() == 1
                ? words.get(0)
                : words.stream().map(DemoMain::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w.,:/@+=-]+") ? word : "\"" + word.replaceAll("([\\\\\"$])", "\\\\$1") + "\"";
    }

    private static Path usualData(Path checkout) {
        return checkout.resolve(".demo");
    }
}
