package org.openadmin.fees.internal.shell;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.openadmin.fees.internal.settings.ExportConfiguration;

/** The common part of the commands that write files. */
abstract class FileCommand extends ShellCommand {

    @Reference(optional = true)
    ExportConfiguration files;

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

    /** Returns the folder below which files may be written. */
    final OutputFolder folder() {
        Path configured = require(files).exportFolder().orElseThrow(() -> new UsageException("file.not-configured"));
        return new OutputFolder(configured);
    }
}
