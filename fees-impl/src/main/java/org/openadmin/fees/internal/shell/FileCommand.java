package org.openadmin.fees.internal.shell;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.openadmin.fees.internal.settings.ExportConfiguration;

/** The common part of the commands that write files. */
abstract class FileCommand extends ShellCommand {

    @Reference(optional = true)
    ExportConfiguration files;

    @Reference(optional = true)
    Session session;

    @Option(name = "--replace", description = "Replaces a file that exists")
    boolean replace;

    FileCommand() {}

    FileCommand(ShellUser user, Output output) {
        super(user, output);
    }

    /**
     * Returns the file to write.
     *
     * @param name the value of {@code --out}
     * @throws UsageException if the file must not be written
     */
    final AtomicFile file(String name) {
        UsageException.required("--out", name);
        return folder().file(name, replace);
    }

    /**
     * Writes the file while the user waits for it: it stops when the connection of the user's console is lost.
     *
     * @return the answer of the document
     * @throws UsageException if the file cannot be written
     */
    final <T> T write(AtomicFile file, Function<OutputStream, T> document) {
        return ConsoleWatch.of(session).during(() -> file.write(document));
    }

    /** Returns the folder below which files may be written. */
    final OutputFolder folder() {
        Path configured = require(files).exportFolder().orElseThrow(() -> new UsageException("file.not-configured"));
        return new OutputFolder(configured);
    }
}
