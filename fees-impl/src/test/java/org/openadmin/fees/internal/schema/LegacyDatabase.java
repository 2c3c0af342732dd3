package org.openadmin.fees.internal.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openadmin.fees.itest.database.Database;

/** The database of an old system, and the expected facts about it. */
public final class LegacyDatabase {

    private static final Pattern ENTRY = Pattern.compile("\"(\\d+)\": \"(-?[\\d.]+)\"");

    private LegacyDatabase() {}

    /** Loads it into an empty database. */
    public static void load(Database database) {
        new Database(database.url() + "?allowMultiQueries=true", database.user(), database.password())
                .execute(resource("/legacy/oa-sample.sql"));
    }

    /** {@code balance} or {@code outstanding} of each student. */
    public static Map<Integer, BigDecimal> amounts(String name) {
        String text = resource("/legacy/oa-sample.json");
        int start = text.indexOf("\"" + name + "\": {");
        Map<Integer, BigDecimal> amounts = new TreeMap<>();
        ENTRY.matcher(text.substring(start, text.indexOf('}', start)))
                .results()
                .forEach(entry ->
                        amounts.put(Integer.valueOf(entry.group(1)), new BigDecimal(entry.group(2)).setScale(2)));
        return amounts;
    }

    /** The subjects of its faults: the ids of rows and, with a #, the numbers of students. */
    public static List<String> faults() {
        String text = resource("/legacy/oa-sample.json");
        return Pattern.compile("\"(id|studnum)\": (\\d+),\\s*\"fault\"")
                .matcher(text)
                .results()
                .map(fault -> (fault.group(1).equals("id") ? "" : "#") + fault.group(2))
                .toList();
    }

    private static String resource(String path) {
        try (var in = LegacyDatabase.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
