package org.openadmin.fees.reports.internal.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Determines which rows of a document stay on the same page: a total with the line above it, the last line with the
 * sums, and the whole last section if it is short. As a result, no page contains only a total.
 */
public final class KeepTogether {

    private static final int SHORT_SECTION = 4;

    private KeepTogether() {}

    /** Returns the rows of one document in order, with the values that keep them together. */
    public static Stream<DocumentRow> rows(Map<String, Object> document, List<Map<String, Object>> rows) {
        int ending = ending(rows);
        Object section = rows.get(ending).get("section");
        int lastSection = begin(section, ending, rows);
        boolean isShort = ending - lastSection < SHORT_SECTION;
        List<DocumentRow> all = new ArrayList<>();
        int together = 0;
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> own = new HashMap<>(rows.get(i));
            if (i <= ending && isLine(own)) {
                together++;
            }
            own.put("together", together);
            if (i >= ending) {
                own.put("ending", true);
                own.putIfAbsent("section", section);
            }
            if (i >= lastSection && isShort) {
                own.put("shortSection", true);
            }
            all.add(new DocumentRow(document, own));
        }
        return all.stream();
    }

    /** Returns the index of the last line. */
    private static int ending(List<Map<String, Object>> rows) {
        int ending = rows.size() - 1;
        while (ending > 0 && !isLine(rows.get(ending))) {
            ending--;
        }
        return ending;
    }

    /** Returns the index of the first line of this line's section, or of the line itself if it has no section. */
    private static int begin(Object section, int line, List<Map<String, Object>> rows) {
        int begin = line;
        while (section != null
                && begin > 0
                && section.equals(rows.get(begin - 1).get("section"))) {
            begin--;
        }
        return begin;
    }

    /** A total is not a line of its own: it belongs to the lines above it. */
    private static boolean isLine(Map<String, Object> row) {
        return "LINE".equals(row.get("kind")) && !row.containsKey("strong");
    }
}
