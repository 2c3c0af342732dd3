package org.openadmin.fees.internal.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What commands have printed. Each command must flush its output. */
final class ConsoleOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output output = new Output(bytes);

    /** The output to construct a command with. */
    Output output() {
        return output;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return text().lines().toList();
    }

    void clear() {
        bytes.reset();
    }
}
