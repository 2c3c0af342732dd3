package org.openadmin.fees.ui.internal.printing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * A document that a page has made and offers until the user leaves the page. It is a file, because the invoices of a whole
 * school are too large to keep in memory.
 */
final class TempPdf {

    private Path file;

    /**
     * Replaces the last document with another one.
     *
     * @throws DocumentException if it cannot be written to disk; then there is no document
     */
    synchronized <T> T write(Function<OutputStream, T> document) {
        forget();
        try {
            file = Files.createTempFile("fees-page-", ".pdf");
            T answer;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                answer = document.apply(out);
            }
            return answer;
        } catch (IOException e) {
            forget();
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            forget();
            throw e;
        }
    }

    void copyTo(OutputStream out) throws IOException {
        Path kept;
        synchronized (this) {
            kept = file;
        }
        if (kept != null) {
            Files.copy(kept, out);
        }
    }

    synchronized void forget() {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            file = null;
        }
    }
}
