package org.openadmin.fees.itest.portal;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.openadmin.fees.itest.database.Database;

/** Reads the journal directly from the database, without the module. */
record JournalDatabase(Database school) {

    BigDecimal amount(String sql) {
        return new BigDecimal(text(sql));
    }

    int count(String sql) {
        return Integer.parseInt(text(sql));
    }

    /** Returns the first column of the first row. */
    String text(String sql) {
        try (var connection = school.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    int rows() {
        return count("SELECT COUNT(*) FROM fees_jrl");
    }

    int payments(int student) {
        return count("SELECT COUNT(*) FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND studnum = " + student);
    }
}
