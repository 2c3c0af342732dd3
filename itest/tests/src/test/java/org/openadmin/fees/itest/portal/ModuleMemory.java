package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openadmin.fees.itest.database.Folders;

/** Inspects the memory of a running JVM for class loaders of the module. */
record ModuleMemory(long pid) {

    /** Matches a class of the module, with its package below {@code org.openadmin.fees}. */
    private static final Pattern MODULE_CLASS =
            Pattern.compile("^.*\\borg\\.openadmin\\.fees\\.([a-z]+)\\.[\\w.$]+\\s*$");

    private static final Pattern LOADER = Pattern.compile("^[\\s|]*\\+--.*");

    /**
     * Returns, after a full garbage collection, a package name for each class loader of the module that is still alive.
     */
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

    /**
     * Returns what keeps class loaders of the module in memory, from a heap dump. The dump is deleted only if nothing
     * was found.
     */
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

    /** Runs finalizers, too: EclipseLink's session has one, which on a busy machine runs long after the collection. */
    private void collect() {
        jcmd("GC.run");
        jcmd("GC.run_finalization");
        jcmd("GC.run");
    }

    /** Also deletes the files that the library writes next to the dump; it would read them again for the next dump. */
    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Folders.delete(folder);
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
