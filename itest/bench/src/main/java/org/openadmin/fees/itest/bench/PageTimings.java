package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openadmin.fees.itest.bench.Stopwatch.Work;

/** Times the service calls of each page against a plain statement, in journals of several sizes, and finally reports them side by side. */
final class PageTimings {

    /** The time in milliseconds that a page may take, and by how much more from one size to one ten times as large. */
    private static final double LIMIT = 300;

    private static final double STEP = 1.3;
    /** Less than this in milliseconds is no step. */
    private static final double NOISE = 5;

    /** In milliseconds: a raw statement over ten million rows may take half a minute. */
    private static final double PATIENCE = 5_000;

    private final Map<String, List<Times>> pages = new LinkedHashMap<>();
    private final List<String> sizes = new ArrayList<>();
    private BenchSchool school;

    /** In milliseconds, the fastest of several. */
    private record Times(double service, double raw) {}

    /** The pages that follow are those of this school. */
    void begin(BenchSchool of, int rows) {
        school = of;
        sizes.add(String.format(Locale.ROOT, "%,d rows", rows));
    }

    void compare(String what, Work service, String raw) throws Exception {
        Stopwatch.Fastest fastest =
                Stopwatch.compare(what, "service", service, "raw JDBC", number -> read(raw), PATIENCE);
        pages.computeIfAbsent(what, none -> new ArrayList<>()).add(new Times(fastest.ours(), fastest.raw()));
    }

    /** A table of all pages in Markdown, and the pages that are slow or take longer in a larger journal. */
    String report() {
        StringBuilder table = new StringBuilder("| page |");
        sizes.forEach(size -> table.append(' ').append(size).append(" | raw SQL |"));
        table.append("\n|---|").append("--:|--:|".repeat(sizes.size())).append('\n');
        List<String> slow = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        pages.forEach((what, times) -> {
            table.append("| ").append(what).append(" |");
            times.forEach(
                    each -> table.append(String.format(Locale.ROOT, " %.1f | %.1f |", each.service(), each.raw())));
            table.append('\n');
            if (times.stream().anyMatch(each -> each.service() > LIMIT)) {
                slow.add(what);
            }
            for (int i = 1; i < times.size(); i++) {
                double before = times.get(i - 1).service();
                double after = times.get(i).service();
                if (after > before * STEP && after > before + NOISE) {
                    steps.add(what);
                    break;
                }
            }
        });
        return table + "\n" + verdict("over %.0f ms".formatted(LIMIT), slow) + "\n"
                + verdict("more than %.1f times as long from size to size".formatted(STEP), steps);
    }

    private String verdict(String limit, List<String> those) {
        return those.isEmpty()
                ? String.format(Locale.ROOT, "None of %d pages takes %s.", pages.size(), limit)
                : String.format(
                        Locale.ROOT,
                        "%d of %d pages take %s: %s.",
                        those.size(),
                        pages.size(),
                        limit,
                        String.join("; ", those));
    }

    private void read(String sql) throws SQLException {
        try (Connection connection = school.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getString(1);
            }
        }
    }

    int ask(String sql) throws SQLException {
        try (Connection connection = school.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
