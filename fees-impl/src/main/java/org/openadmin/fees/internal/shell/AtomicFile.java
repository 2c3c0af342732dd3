package org.openadmin.fees.internal.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.internal.settings.OwnerOnly;
import org.openadmin.fees.spi.ReaderWork;

/**
 * A file written by a command. It is written to a temporary file in the same folder and renamed when complete, so that
 * an incomplete document never appears under its final name. Only the portal's own user may read it.
 */
final class AtomicFile {

    private final Path path;
    private final boolean replace;

    /**
     * @param replace whether a file with this name is replaced
     * @throws UsageException if there is one and it is not to be replaced
     */
    AtomicFile(Path path, boolean replace) {
        this.path = path;
        this.replace = replace;
        if (!replace && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException("file.exists", path);
        }
    }

    /** @throws UsageException if the file cannot be written */
    <T> T write(Function<OutputStream, T> document) {
        Path beside = path.resolveSibling("." + path.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                T answer;
                try (OutputStream out = open(beside)) {
                    answer = document.apply(out);
                }
                rename(beside);
                return answer;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (ClosedByInterruptException e) {
            throw new DocumentException(Problem.STOPPED, "", e);
        } catch (DocumentException e) {
            // an interrupted thread cannot write
            throw e.problem() == Problem.OUTPUT && ReaderWork.isStopped()
                    ? new DocumentException(Problem.STOPPED, "", e)
                    : e;
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(e, "file.exists", path);
        } catch (NoSuchFileException e) {
            throw new UsageException(e, "file.no-folder", path.getParent());
        } catch (AccessDeniedException e) {
            throw new UsageException(e, "file.forbidden", path.getParent());
        } catch (IOException e) {
            throw new UsageException(e, "file.failed", path, e.getMessage());
        }
    }

    private static OutputStream open(Path file) throws IOException {
        return new BufferedOutputStream(Channels.newOutputStream(Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(file))));
    }

    /** A symbolic link with the final name is replaced itself: the rename does not follow it. */
    private void rename(Path complete) throws IOException {
        if (replace) {
            Files.move(complete, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            // unlike a rename, a second name is refused if another command has used it in the meantime
            Files.createLink(path, complete);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            // a file system without hard links
            Files.move(complete, path);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
