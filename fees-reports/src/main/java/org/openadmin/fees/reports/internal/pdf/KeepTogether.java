package org.openadmin.fees.reports.internal.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Determines which rows of a document stay on the same page: a heading with the line below it, a total with the line above it, the last line with the
 * sums, and the whole last section if it is short. As a result, no page contains only a total.
 */
public final class KeepTogether {

    /** A row with this field is the heading of the line below it. */
    public static final String HEADING = "heading";

    private static final int SHORT_SECTION = 4;

    private final Map<String, Object> document;
    private final List<Map<String, Object>> rows;
    private final int lastLine;
    private final int ending;
    private final Object section;
    private final int lastSection;
    private int together;
    private boolean afterHeading;

    private KeepTogether(Map<String, Object> document, List<Map<String, Object>> rows) {
        this.document = document;
        this.rows = new ArrayList<>(rows);
        lastLine = ending(rows);
        section = rows.get(lastLine).get("section");
        ending = isBelowName(lastLine, rows) ? lastLine - 1 : lastLine;
        lastSection = begin(section, ending, rows);
    }

    /**
     * Returns the rows of one document in order, with the values that keep them together. A row that was taken is released: while
     * the pages of a long document grow, what is left of its rows shrinks.
     */
    public static Stream<DocumentRow> rows(Map<String, Object> document, List<Map<String, Object>> rows) {
        KeepTogether kept = new KeepTogether(document, rows);
        return IntStream.range(0, rows.size()).mapToObj(kept::take);
    }

    private DocumentRow take(int i) {
        Map<String, Object> own = new HashMap<>(rows.set(i, null));
        boolean headed = afterHeading;
        afterHeading = own.containsKey(HEADING);
        if (i <= lastLine && (afterHeading || isLine(own) && !headed)) {
            together++;
        }
        own.put("together", together);
        if (i >= ending) {
            own.put("ending", true);
            own.putIfAbsent("section", section);
        }
        if (i >= lastSection && ending - lastSection < SHORT_SECTION) {
            own.put("shortSection", true);
        }
        return new DocumentRow(document, own);
    }

    /** Returns the index of the last line. */
    private static int ending(List<Map<String, Object>> rows) {
        int ending = rows.size() - 1;
        while (ending > 0 && !isLine(rows.get(ending))) {
            ending--;
        }
        return ending;
    }

    /** Whether the row above this line is the first of its section, which then is not left alone. */
    private static boolean isBelowName(int line, List<Map<String, Object>> rows) {
        Object section = rows.get(line).get("section");
        return section != null
                && line > 0
                && rows.get(line - 1).containsKey("strong")
                && begin(section, line, rows) == line - 1;
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
