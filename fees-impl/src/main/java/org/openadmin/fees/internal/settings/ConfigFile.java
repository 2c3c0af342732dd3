package org.openadmin.fees.internal.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file that the configuration was read from. The portal hands over its keys and values, and of a repeated key the last value. */
final class ConfigFile {

    private static final String FILE = "felix.fileinstall.filename";
    private static final Pattern KEY = Pattern.compile("\\s*([^#!=:\\s][^=:\\s]*)\\s*[=:\\s].*");

    private ConfigFile() {}

    /** @param properties the configuration as read, including the key in which the portal names its file */
    static Stream<Path> files(Map<String, Object> properties) {
        Stream<Path> usual = Stream.ofNullable(System.getProperty("karaf.etc"))
                .map(etc -> Path.of(etc, ConfiguredSettings.PID + ".cfg"));
        return Stream.concat(named(properties), usual).filter(Files::isRegularFile);
    }

    private static Stream<Path> named(Map<String, Object> properties) {
        return Stream.ofNullable(properties.get(FILE)).flatMap(file -> path(String.valueOf(file)).stream());
    }

    private static Optional<Path> path(String file) {
        try {
            return Optional.of(file.startsWith("file:") ? Path.of(URI.create(file)) : Path.of(file));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The keys that the file has more than once; none if the portal names no file, or it cannot be read. */
    static Set<String> repeatedKeys(Map<String, Object> properties) {
        Set<String> repeated = new HashSet<>();
        named(properties).filter(Files::isRegularFile).forEach(file -> repeated.addAll(repeatedKeys(file)));
        return repeated;
    }

    private static Set<String> repeatedKeys(Path file) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        boolean continued = false;
        // keys are plain ASCII, whatever the encoding of the values
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                Matcher key = KEY.matcher(line);
                if (!continued && key.matches() && !seen.add(key.group(1))) {
                    repeated.add(key.group(1));
                }
                continued = line.matches(".*(?<!\\\\)(\\\\\\\\)*\\\\");
            }
        } catch (IOException e) {
            return Set.of();
        }
        return repeated;
    }
}
