package org.openadmin.fees.reports.internal.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which rows of a document stay on one page: a total and the line above it, the last line and the sums, and the whole last section when
 * it is short. So there is no page with nothing but a total.
 */
public final class KeepTogether {

    private static final int SHORT_SECTION = 4;

    private KeepTogether() {}

    /** The rows of one document in their order, each with what holds it to others. */
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

    /** Where the last line is. */
    private static int ending(List<Map<String, Object>> rows) {
        int ending = rows.size() - 1;
        while (ending > 0 && !isLine(rows.get(ending))) {
            ending--;
        }
        return ending;
    }

    /** Where the section of this line begins; the line itself when there is none. */
    private static int begin(Object section, int line, List<Map<String, Object>> rows) {
        int begin = line;
        while (section != null
                && begin > 0
                && section.equals(rows.get(begin - 1).get("section"))) {
            begin--;
        }
        return begin;
    }

    /** A total belongs to the lines above it. */
    private static boolean isLine(Map<String, Object> row) {
        return "LINE".equals(row.get("kind")) && !row.containsKey("strong");
    }
}
