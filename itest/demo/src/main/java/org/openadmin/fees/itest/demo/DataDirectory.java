package org.openadmin.fees.itest.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The files of one demo. The folder is locked while the demo is running, because two demos must not share a database.
 */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "demo.lock";

    private final Path root;
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    static DataDirectory open(Path given) {
        var root = real(given);
        refuseTemporary(root);
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new DemoException(root + " is not a directory: choose another with --data.");
        }
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new DemoException("The directory " + root + " cannot be created: choose another with --data.", e);
        }
        if (!Files.isWritable(root)) {
            throw new DemoException("The directory " + root + " is not writable: choose another with --data.");
        }
        refuseForeign(root);
        return new DataDirectory(root, lock(root));
    }

    /**
     * Returns the file with the address of the portal's shell, for use by another process. The file exists only while
     * the demo is running.
     */
    static Path shellFile(Path given) {
        return real(given).resolve("shell.properties");
    }

    Path shellFile() {
        return root.resolve("shell.properties");
    }

    Path database() {
        return root.resolve("database");
    }

    Path embeddedServer() {
        return root.resolve("mariadb");
    }

    Path portal() {
        return root.resolve("portal");
    }

    /** Returns the folder to which the shell's commands write their files. */
    Path exports() {
        return root.resolve("export");
    }

    Path logs() {
        return root.resolve("log");
    }

    @Override
    public String toString() {
        return root.toString();
    }

    /** Returns a password that is generated once and stored in a file that only the owner can read. */
    String secret(String name) {
        var file = root.resolve(name + ".password");
        try {
            if (!Files.exists(file)) {
                var random = new byte[12];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The password in " + file + " cannot be saved", e);
        }
    }

    /** Creates the file with permissions for its owner only, so that no other user can ever read it. */
    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }

    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the path with symbolic links resolved in its existing part, so that an alias of /tmp is recognized. */
    private static Path real(Path given) {
        var absolute = given.toAbsolutePath().normalize();
        for (var existing = absolute; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing)) {
                try {
                    return existing.toRealPath()
                            .resolve(existing.relativize(absolute))
                            .normalize();
                } catch (IOException e) {
                    throw new DemoException(
                            "The directory " + given + " cannot be used: choose another with --data.", e);
                }
            }
        }
        return absolute;
    }

    private static void refuseTemporary(Path root) {
        for (var temporary : new Path[] {Path.of(System.getProperty("java.io.tmpdir")), Path.of("/tmp")}) {
            if (root.startsWith(real(temporary))) {
                throw new DemoException("The data directory must not be in " + temporary
                        + ", where the system deletes files: choose another directory with --data.");
            }
        }
    }

    private static void refuseForeign(Path root) {
        try (Stream<Path> content = Files.list(root)) {
            if (content.findAny().isPresent() && !Files.exists(root.resolve(LOCK))) {
                throw new DemoException(
                        "The directory " + root + " holds other files: choose an empty one with --data.");
            }
        } catch (IOException e) {
            throw new DemoException("The directory " + root + " cannot be read: choose another with --data.", e);
        }
    }

    // the channel stays open as long as the lock is held
    @SuppressWarnings("resource")
    private static FileLock lock(Path root) {
        try {
            var channel = FileChannel.open(
                    root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                throw new DemoException("A demo is already running on " + root
                        + ": stop it first, or choose another directory with --data.");
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            throw new DemoException("A demo is running on " + root + " already.", e);
        } catch (IOException e) {
            throw new DemoException("The directory " + root + " cannot be locked: choose another with --data.", e);
        }
    }
}
