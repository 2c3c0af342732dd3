package org.openadmin.fees.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.openadmin.fees.itest.database.Database;

/**
 * Counts the rows that the server reads for a piece of work. This measure does not depend on the load of the machine. The count
 * is per database user, and each test's database has its own user.
 */
public final class RowsRead {

    private final Database administrator;
    private final String user;

    public RowsRead(Database administrator, String user) {
        this.administrator = administrator;
        this.user = user;
        administrator.execute("SET GLOBAL userstat = 1");
    }

    /** Work that may throw an exception. */
    public interface Work {
        void run() throws Exception;
    }

    public long during(Work work) throws Exception {
        long before = total();
        work.run();
        return total() - before;
    }

    private long total() throws SQLException {
        try (var connection = administrator.connect();
                var query = connection.prepareStatement(
                        "SELECT COALESCE(SUM(rows_read), 0) FROM information_schema.user_statistics WHERE user = ?")) {
            query.setString(1, user);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
