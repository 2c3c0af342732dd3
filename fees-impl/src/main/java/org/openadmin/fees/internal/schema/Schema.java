package org.openadmin.fees.internal.schema;

import java.sql.SQLException;
import javax.sql.DataSource;

/** All that the module needs in the host's database: its own tables and the two views of the host's. */
public final class Schema {

    private final Migration migration;
    private final HostViews views;

    public Schema(DataSource database) {
        migration = new Migration(database, Script.all());
        views = new HostViews(database);
    }

    /**
     * Makes everything ready that is not yet; may be called again and again, from several portals at once.
     *
     * @return the number of the last script
     * @throws NotReadyException when somebody has to do something first, or another portal is at it
     * @throws SQLException when the database does not do its part
     */
    public int prepare() throws SQLException, NotReadyException {
        int version = migration.run();
        views.ensure();
        return version;
    }
}
