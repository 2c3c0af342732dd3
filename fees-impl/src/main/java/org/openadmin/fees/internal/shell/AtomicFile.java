package org.openadmin.fees.internal.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Function;

/**
 * A file written by a command. It is written to a temporary file in the same folder and renamed when complete, so that
 * an incomplete document never appears under its final name.
 */
final class AtomicFile {

    private final Path path;

    /** @throws UsageException if the name is not a valid path, or is a folder */
    AtomicFile(String name) {
        try {
            this.path = Path.of(UsageException.required("--out", name))
                    .toAbsolutePath()
                    .normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(e, "file.no-path", name);
        }
        if (Files.isDirectory(path) || path.getFileName() == null) {
            throw new UsageException("file.folder", path);
        }
    }

    /** @throws UsageException if the file cannot be written */
    <T> T write(Function<OutputStream, T> document) {
        Path beside = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                T answer;
                try (OutputStream out = new BufferedOutputStream(
                        Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
                    answer = document.apply(out);
                }
                Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return answer;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (NoSuchFileException e) {
            throw new UsageException(e, "file.no-folder", path.getParent());
        } catch (AccessDeniedException e) {
            throw new UsageException(e, "file.forbidden", path.getParent());
        } catch (IOException e) {
            throw new UsageException(e, "file.failed", path, e.getMessage());
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
