package org.openadmin.fees.internal.schema;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openadmin.fees.itest.database.Database;

/** Short queries on a database. */
public final class SchemaSql {

    private SchemaSql() {}

    /** The rows found, with their values separated by bars. */
    public static List<String> rows(Database database, String query) {
        return ask(database, query, rows -> {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                found.add(String.join("|", values));
            }
            return found;
        });
    }

    /** The one value found. */
    public static String value(Database database, String query) {
        return rows(database, query).get(0);
    }

    public static Map<Integer, BigDecimal> amounts(Database database, String query) {
        return ask(database, query, rows -> {
            Map<Integer, BigDecimal> amounts = new TreeMap<>();
            while (rows.next()) {
                amounts.put(rows.getInt(1), rows.getBigDecimal(2).setScale(2));
            }
            return amounts;
        });
    }

    private interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private static <T> T ask(Database database, String query, Reading<T> reading) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return reading.read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
