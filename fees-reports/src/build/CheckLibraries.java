import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Fails the build unless the libraries embedded in the bundle are exactly those of {@code THIRD-PARTY.md}: the same jars,
 * versions and checksums. So only jars that were reviewed can get into the bundle.
 */
public final class CheckLibraries {

    private static final Pattern ROW =
            Pattern.compile("^\\| `lib/([^`]+)` \\|[^|]+\\| ([^| ]+) \\|.+\\| `([0-9a-f]{64})` \\|$", Pattern.MULTILINE);

    private record Library(String version, String checksum) {}

    private CheckLibraries() {}

    /**
     * @param args the list, the bundle, and the folder of its jars; the class path consists of Maven's files, with versions in
     *     their names
     */
    public static void main(String[] args) throws Exception {
        Map<String, Library> listed = new TreeMap<>();
        ROW.matcher(section(Files.readString(Path.of(args[0])), args[1]))
                .results()
                .forEach(row -> listed.put(row.group(1), new Library(row.group(2), row.group(3))));
        Map<String, Library> packaged = packaged(Path.of(args[2]));
        List<String> problems = new ArrayList<>();
        packaged.forEach((jar, library) -> {
            if (!library.equals(listed.get(jar))) {
                problems.add("lib/" + jar + " is " + library + ", listed is " + listed.get(jar));
            }
        });
        listed.keySet().stream()
                .filter(jar -> !packaged.containsKey(jar))
                .forEach(jar -> problems.add("lib/" + jar + " is listed and not in the bundle"));
        if (!problems.isEmpty()) {
            problems.forEach(System.err::println);
            System.err.println("THIRD-PARTY.md does not list what the bundle contains: look at the licence and the origin of each, then correct it.");
            System.exit(1);
        }
    }

    /** The part of the list for one bundle. */
    private static String section(String list, String bundle) {
        String rest = list.split("(?m)^### In `" + bundle + "`$", 2)[1];
        return rest.split("(?m)^#", 2)[0];
    }

    private static Map<String, Library> packaged(Path folder) throws Exception {
        Map<String, String> versions = new TreeMap<>();
        for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
            Path file = Path.of(entry);
            if (Files.isRegularFile(file)) {
                versions.put(checksum(file), file.getParent().getFileName().toString());
            }
        }
        Map<String, Library> packaged = new TreeMap<>();
        try (var jars = Files.newDirectoryStream(folder)) {
            for (Path jar : jars) {
                String checksum = checksum(jar);
                packaged.put(jar.getFileName().toString(), new Library(versions.get(checksum), checksum));
            }
        }
        return packaged;
    }

    private static String checksum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
