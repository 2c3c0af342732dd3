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
 * school are too large to keep in memory. The page never waits for one that is being made.
 */
final class TempPdf {

    private Path file;
    /** Grows whenever the document is forgotten: one that was begun before is not kept. */
    private int forgotten;

    /**
     * Replaces the last document with another one. If it is forgotten while it is being made, it is not kept.
     *
     * @throws DocumentException if it cannot be written to disk; then there is no document
     */
    <T> T write(Function<OutputStream, T> document) {
        int begun = begin();
        try {
            Path made = Files.createTempFile("fees-page-", ".pdf");
            boolean kept = false;
            try {
                T answer;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
                    answer = document.apply(out);
                }
                kept = keep(made, begun);
                return answer;
            } finally {
                if (!kept) {
                    delete(made);
                }
            }
        } catch (IOException e) {
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        }
    }

    private synchronized int begin() {
        forget();
        return forgotten;
    }

    /** @return whether it is still wanted */
    private synchronized boolean keep(Path made, int begun) {
        if (begun != forgotten) {
            return false;
        }
        file = made;
        return true;
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
        forgotten++;
        Path last = file;
        file = null;
        if (last != null) {
            delete(last);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
