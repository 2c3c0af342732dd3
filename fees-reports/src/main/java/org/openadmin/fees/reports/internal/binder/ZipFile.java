package org.openadmin.fees.reports.internal.binder;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;

/** A ZIP file whose last entry has the SHA-256 of all others, in the form of {@code sha256sum}. */
final class ZipFile {

    private final ZipOutputStream zip;
    private final Instant at;
    private final StringBuilder checksums = new StringBuilder();
    private int files;

    /** @param at the time of all entries */
    ZipFile(OutputStream out, Instant at) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
    }

    /** Adds a file. */
    void add(String name, Consumer<OutputStream> content) {
        MessageDigest digest = sha256();
        entry(name, out -> content.accept(new Digested(out, digest)));
        checksums
                .append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    /** Adds the checksums, and completes the file. The stream stays open. */
    void end() {
        entry(BinderFiles.CHECKSUMS, out -> {
            try {
                out.write(checksums.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw failed(e);
            }
        });
        try {
            zip.finish();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    int files() {
        return files;
    }

    private void entry(String name, Consumer<OutputStream> content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(at.toEpochMilli());
            zip.putNextEntry(entry);
            content.accept(zip);
            zip.closeEntry();
            files++;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static DocumentException failed(IOException e) {
        return new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Passes on what is written, and never the end of the entry. */
    private static final class Digested extends FilterOutputStream {

        private final MessageDigest digest;

        Digested(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int b) throws IOException {
            digest.update((byte) b);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }

        @Override
        public void flush() {
            // the entry is complete only when it is closed
        }
    }
}
