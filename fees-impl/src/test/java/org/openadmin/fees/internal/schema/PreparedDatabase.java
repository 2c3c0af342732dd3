package org.openadmin.fees.internal.schema;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives the tests of other packages a database with the module's schema and the host's views. */
public final class PreparedDatabase {

    private PreparedDatabase() {}

    public static void prepare(DataSource database) {
        try {
            new Migration(database, Script.all()).run();
            new HostViews(database).ensure();
        } catch (SQLException | NotReadyException e) {
            throw new IllegalStateException(e);
        }
    }
}
