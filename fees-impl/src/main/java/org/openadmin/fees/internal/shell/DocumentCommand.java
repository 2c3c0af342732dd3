package org.openadmin.fees.internal.shell;

import java.io.OutputStream;
import java.util.function.BiConsumer;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.openadmin.fees.api.documents.FeeReports;

/** The common part of the commands that write one document of the journal as PDF. */
abstract class DocumentCommand extends FileCommand {

    @Reference(optional = true)
    FeeReports reports;

    @Option(name = "--out", description = "The file to write, in the export folder")
    String out;

    DocumentCommand() {}

    DocumentCommand(ShellUser user, Output output) {
        super(user, output);
    }

    /**
     * Writes a document to the file.
     *
     * @param written the key of the sentence that names the document's number and the file
     */
    final void write(String written, Object number, BiConsumer<FeeReports, OutputStream> document, Output output) {
        AtomicFile file = file(out);
        FeeReports documents = require(reports);
        write(file, stream -> {
            document.accept(documents, stream);
            return number;
        });
        output.line(message(written, number, file));
    }
}
