package org.openadmin.fees.internal.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.internal.settings.OwnerOnly;

/**
 * The one folder below which commands write files. The portal may write to more than its users should: to its own list
 * of users, for example. A name is therefore resolved below the folder, and the real path is checked, because a
 * symbolic link could lead out of it.
 */
final class OutputFolder {

    private final Path folder;
    private final Path real;

    /** @throws UsageException if the folder cannot be used; it is created if it does not exist */
    OutputFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.real = open(this.folder);
    }

    /**
     * Returns the file with this name.
     *
     * @param name a path relative to the folder, or a full path below it
     * @param replace whether the file may exist already
     * @throws UsageException if the file is outside the folder, exists already, or is a folder
     */
    AtomicFile file(String name, boolean replace) {
        Path path = below(name);
        if (path.equals(folder) || Files.isDirectory(path)) {
            throw new UsageException("file.folder", path);
        }
        return new AtomicFile(real(path.getParent()).resolve(path.getFileName()), replace);
    }

    /**
     * Returns the folder with this name, which is created if it does not exist.
     *
     * @throws UsageException if it is outside this folder, or cannot be written to
     */
    Path subfolder(String name) {
        Path path = below(name);
        if (!path.equals(folder)) {
            real(path.getParent());
        }
        return real(open(path));
    }

    /**
     * Returns the file with this name.
     *
     * @throws UsageException if there is none, or it is outside this folder
     */
    Path existing(String name) {
        Path path = below(name);
        if (!Files.isRegularFile(path)) {
            throw new UsageException("import.no-file", path);
        }
        return real(path);
    }

    private Path below(String name) {
        Path path;
        try {
            path = folder.resolve(UsageException.required("--out", name)).normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(e, "file.no-path", name);
        }
        if (!VisibleText.isVisible(name)) {
            throw new UsageException("file.no-path", name);
        }
        // the folder may have been named through a link, and its files by their real paths
        if (path.startsWith(real)) {
            path = folder.resolve(real.relativize(path)).normalize();
        }
        if (!path.startsWith(folder)) {
            throw new UsageException("file.outside", path, folder);
        }
        return path;
    }

    /** Returns the path with all symbolic links resolved. */
    private Path real(Path path) {
        try {
            Path target = path.toRealPath();
            if (!target.startsWith(real)) {
                throw new UsageException("file.outside", path, folder);
            }
            return target;
        } catch (NoSuchFileException e) {
            throw new UsageException(e, "file.no-folder", path);
        } catch (IOException e) {
            throw new UsageException(e, "file.failed", path, e.getMessage());
        }
    }

    private static Path open(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder.getParent());
                Files.createDirectory(folder, OwnerOnly.folder(folder));
            }
        } catch (FileAlreadyExistsException e) {
            // checked below: another command may have created it, or it is a link to nowhere
        } catch (IOException e) {
            throw new UsageException(e, "file.no-folder-there", folder);
        }
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real) && Files.isWritable(real)) {
                return real;
            }
        } catch (IOException e) {
            throw new UsageException(e, "file.no-folder-there", folder);
        }
        throw new UsageException("file.no-folder-there", folder);
    }
}
