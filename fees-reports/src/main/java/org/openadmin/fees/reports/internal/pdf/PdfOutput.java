package org.openadmin.fees.reports.internal.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/**
 * The output of a document, first written and then read. A receipt is kept in memory; an invoice run is written to a
 * temporary file, which is deleted on close.
 */
public final class PdfOutput extends OutputStream {

    private static final int MAX_BYTES_IN_MEMORY = 1 << 20;

    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream target = memory;
    private Path file;
    private int pages;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (file == null && memory.size() + length > MAX_BYTES_IN_MEMORY) {
            file = Files.createTempFile("fees-", ".pdf");
            target = Files.newOutputStream(file);
            memory.writeTo(target);
            memory = null;
        }
        target.write(bytes, from, length);
    }

    void addPages(int more) {
        pages += more;
    }

    public int pages() {
        return pages;
    }

    /** @throws DocumentException if the stream cannot be written */
    public void writeTo(OutputStream out) {
        try {
            target.flush();
            if (file == null) {
                memory.writeTo(out);
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
            out.flush();
        } catch (IOException e) {
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            target.close();
        } catch (IOException e) {
            // a full disk has already been reported, and the file is deleted anyway
        } finally {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
