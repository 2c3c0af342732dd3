package org.openadmin.fees.internal.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a configuration file that holds a password and that other users of the machine can read. */
final class ExposedPassword {

    private static final String FILE = "felix.fileinstall.filename";

    private ExposedPassword() {}

    /** @param properties the configuration as read, including the key in which the portal names its file */
    static Optional<Path> in(Map<String, Object> properties) {
        boolean password = properties.entrySet().stream()
                .anyMatch(entry -> entry.getKey().endsWith("password")
                        && !String.valueOf(entry.getValue()).isBlank());
        return password ? files(properties).filter(OwnerOnly::isReadByOthers).findFirst() : Optional.empty();
    }

    private static Stream<Path> files(Map<String, Object> properties) {
        Stream<Path> named =
                Stream.ofNullable(properties.get(FILE)).flatMap(file -> path(String.valueOf(file)).stream());
        Stream<Path> usual = Stream.ofNullable(System.getProperty("karaf.etc"))
                .map(etc -> Path.of(etc, ConfiguredSettings.PID + ".cfg"));
        return Stream.concat(named, usual).filter(Files::isRegularFile);
    }

    private static Optional<Path> path(String file) {
        try {
            return Optional.of(file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
