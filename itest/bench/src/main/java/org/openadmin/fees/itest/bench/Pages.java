package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openadmin.fees.itest.bench.Stopwatch.Work;

/** Times what each page of the module asks of its service beside a plain statement, and says at the end which pages are slow. */
final class Pages {

    /** What nobody who waits at a counter notices, in milliseconds. */
    private static final double LIMIT = 500;

    private final BenchSchool school;
    private final List<String> slow = new ArrayList<>();
    private int timed;

    Pages(BenchSchool school) {
        this.school = school;
    }

    void compare(String what, Work service, String raw) throws Exception {
        timed++;
        if (time(what, service, raw) > LIMIT) {
            slow.add(what);
        }
    }

    /** The same for what nobody waits for. */
    double time(String what, Work service, String raw) throws Exception {
        return Stopwatch.compare(what, "service", service, "raw JDBC", number -> read(raw));
    }

    /** One plain line. */
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
