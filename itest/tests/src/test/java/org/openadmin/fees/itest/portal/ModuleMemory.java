package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks into the memory of a running JVM for class loaders of the module. */
record ModuleMemory(long pid) {

    /** A class of the module, and its package below {@code org.openadmin.fees}. */
    private static final Pattern MODULE_CLASS =
            Pattern.compile("^.*\\borg\\.openadmin\\.fees\\.([a-z]+)\\.[\\w.$]+\\s*$");

    private static final Pattern LOADER = Pattern.compile("^[\\s|]*\\+--.*");

    /** After a full collection: for each class loader with classes of the module that is alive, the package of those. */
    List<String> liveClassLoaders() {
        collect();
        boolean counted = false;
        List<String> loaders = new ArrayList<>();
        for (String line : jcmd("VM.classloaders", "show-classes=true").lines().toList()) {
            Matcher module = MODULE_CLASS.matcher(line);
            if (LOADER.matcher(line).matches()) {
                counted = false;
            } else if (!counted && module.matches()) {
                counted = true;
                loaders.add(module.group(1));
            }
        }
        return loaders;
    }

    /** What keeps class loaders of the module alive, from a dump of the memory, which stays for a closer look if there is anything. */
    List<String> holders() {
        try {
            Path folder = Path.of("target", "memory-" + pid).toAbsolutePath();
            delete(folder);
            Path dump = Files.createDirectories(folder).resolve("portal.hprof");
            collect();
            jcmd("GC.heap_dump", dump.toString());
            List<String> holders = HeapDump.read(dump).holdersOfLoaders("org.openadmin.fees.");
            if (holders.isEmpty()) {
                delete(folder);
            }
            return holders;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** EclipseLink's session has a finalizer, which on a busy machine comes long after the collection that found it. */
    private void collect() {
        jcmd("GC.run");
        jcmd("GC.run_finalization");
        jcmd("GC.run");
    }

    /** With what the library has put beside the dump; otherwise it would read that again instead of the next dump. */
    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private String jcmd(String... command) {
        try {
            List<String> all = new ArrayList<>();
            all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
            all.add(String.valueOf(pid));
            all.addAll(List.of(command));
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
