package org.openadmin.fees.internal.schema;

import java.sql.SQLException;
import org.openadmin.fees.itest.database.Database;

/** Prepares a portal's database for the module. */
public final class MigratedDatabase {

    private MigratedDatabase() {}

    public static void to(Database database) {
        try {
            new Migration(database.dataSource(), Script.all()).run();
            new HostViews(database.dataSource()).ensure();
        } catch (SQLException | NotReadyException e) {
            throw new IllegalStateException(e);
        }
    }
}
