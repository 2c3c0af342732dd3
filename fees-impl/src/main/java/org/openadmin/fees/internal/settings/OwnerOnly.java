package org.openadmin.fees.internal.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The permissions of files that hold families' data or a password: only the portal's own user may read them. */
public final class OwnerOnly {

    private OwnerOnly() {}

    public static FileAttribute<?>[] file(Path path) {
        return attributes(path, "rw-------");
    }

    public static FileAttribute<?>[] folder(Path path) {
        return attributes(path, "rwx------");
    }

    /** Returns whether users other than the owner may read the file; false on file systems without such permissions. */
    static boolean isReadByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** None on file systems without such permissions. */
    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
