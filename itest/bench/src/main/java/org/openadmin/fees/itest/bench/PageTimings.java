package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openadmin.fees.itest.bench.Stopwatch.Work;

/** Times the service calls of each page against a plain statement, and finally reports which pages are slow. */
final class PageTimings {

    /** The time in milliseconds that a user at the counter does not notice. */
    private static final double LIMIT = 500;

    private final BenchSchool school;
    private final List<String> slow = new ArrayList<>();
    private int timed;

    PageTimings(BenchSchool school) {
        this.school = school;
    }

    void compare(String what, Work service, String raw) throws Exception {
        timed++;
        if (time(what, service, raw) > LIMIT) {
            slow.add(what);
        }
    }

    /** Times work that no user waits for; it does not count as a slow page. */
    double time(String what, Work service, String raw) throws Exception {
        return Stopwatch.compare(what, "service", service, "raw JDBC", number -> read(raw));
    }

    /** Returns the result as one sentence. */
    String verdict() {
        return slow.isEmpty()
                ? String.format(Locale.ROOT, "None of %d pages takes over %.0f ms.", timed, LIMIT)
                : String.format(
                        Locale.ROOT,
                        "%d of %d pages take over %.0f ms: %s.",
                        slow.size(),
                        timed,
                        LIMIT,
                        String.join("; ", slow));
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
