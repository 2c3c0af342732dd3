package org.openadmin.fees.internal.schema;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Everything that the module needs in the school's database: its own tables, and the two views of the portal's tables. */
public final class Schema {

    private final Migration migration;
    private final HostViews views;
    private volatile boolean guardians;

    public Schema(DataSource database) {
        migration = new Migration(database, Script.all());
        views = new HostViews(database);
    }

    /**
     * Prepares everything that is not ready yet. Can be called repeatedly, and by several portals at once.
     *
     * @return the number of the last script
     * @throws NotReadyException when an administrator must act first, or another portal is doing it
     * @throws SQLException when the database is not available or refuses a statement
     */
    public int prepare() throws SQLException, NotReadyException {
        int version = migration.run();
        views.ensure();
        guardians = views.hasGuardians();
        return version;
    }

    /** Whether the site had the view of parents when everything was {@linkplain #prepare prepared}. */
    public boolean hasGuardians() {
        return guardians;
    }
}
