package org.openadmin.fees.itest.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one portal. They are created again at each start, so that a new build is never mixed with the files of
 * an earlier run. Permanent data are in the database; the only file that the user can edit is the module's
 * configuration.
 */
record PortalFolder(Path base) {
    private static final String KEPT = "org.openadmin.fees.cfg";
    private static final Pattern PLACE = Pattern.compile("@([a-z]+(?:\\.[a-z]+)?)@");
    private static final List<String> OWN_FILES = List.of(
            "org.apache.karaf.features.cfg",
            "org.apache.karaf.shell.cfg",
            "org.ops4j.datasource-openadmin.cfg",
            "org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.web.cfg",
            "users.properties");

    /**
     * @param karaf an unpacked Karaf
     * @param values the replacements for {@code @name@} in the configuration files
     */
    void prepare(Path karaf, Map<String, String> values) throws IOException {
        var etc = Files.createDirectories(base.resolve("etc"));
        for (var old : List.of("data", "deploy", "instances")) {
            delete(base.resolve(old));
        }
        for (var needed : List.of("data/tmp", "deploy", "instances")) {
            Files.createDirectories(base.resolve(needed));
        }
        copy(karaf.resolve("etc"), etc);
        // the demo does not need JMX
        Files.deleteIfExists(etc.resolve("org.apache.karaf.management.cfg"));
        for (var name : OWN_FILES) {
            DataDirectory.writePrivately(etc.resolve(name), filled(name, values));
        }
        if (!Files.exists(etc.resolve(KEPT))) {
            DataDirectory.writePrivately(etc.resolve(KEPT), filled(KEPT, values));
        }
    }

    /**
     * Moves the file into the deploy folder, as administrators should, because Karaf could read a file while it is
     * being copied.
     */
    void deploy(Path kar) throws IOException {
        var beside = base.resolve(kar.getFileName());
        Files.copy(kar, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, base.resolve("deploy").resolve(kar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String filled(String name, Map<String, String> values) throws IOException {
        try (var resource = PortalFolder.class.getResourceAsStream("etc/" + name)) {
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            // in a single pass, because a value could contain the placeholder of another
            return PLACE.matcher(text)
                    .replaceAll(place -> Matcher.quoteReplacement(
                            values.containsKey(place.group(1)) ? escaped(values.get(place.group(1))) : place.group()));
        }
    }

    /**
     * Escapes backslashes and the start of variables, which have a meaning in these files and can occur in a password.
     */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("${", "$\\\\{");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
