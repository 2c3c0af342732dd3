package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Looks into the memory of a running JVM for class loaders of the module. */
record ModuleMemory(long pid) {

    /** A class that each generation of the module loads: its api is used by every other bundle. */
    private static final Pattern MODULE_CLASS = Pattern.compile("^.*\\borg\\.openadmin\\.fees\\.[\\w.$]+\\s*$");

    private static final Pattern LOADER = Pattern.compile("^[\\s|]*\\+--.*");

    /** How many class loaders with classes of the module are alive after a full collection. */
    int liveClassLoaders() {
        jcmd("GC.run");
        jcmd("GC.run");
        boolean counted = false;
        int loaders = 0;
        for (String line : jcmd("VM.classloaders", "show-classes=true").lines().toList()) {
            if (LOADER.matcher(line).matches()) {
                counted = false;
            } else if (!counted && MODULE_CLASS.matcher(line).matches()) {
                counted = true;
                loaders++;
            }
        }
        return loaders;
    }

    private String jcmd(String... command) {
        try {
            var all = new java.util.ArrayList<String>();
            all.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
            all.add(String.valueOf(pid));
            all.addAll(java.util.List.of(command));
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
