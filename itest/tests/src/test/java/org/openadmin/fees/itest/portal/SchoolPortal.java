package org.openadmin.fees.itest.portal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.itest.school.SampleSchool;

/** The configuration of the sample school's portal, for any Karaf that it runs in. */
public final class SchoolPortal {

    /** The configuration of the module: the keys of {@code etc/org.openadmin.fees.cfg}. */
    public static final Map<String, String> MODULE = Map.of(
            "school.name", "Prairie View School",
            "currency", "CAD",
            "locale", "en-CA",
            "tax1.name", "GST",
            "tax1.rate", "5",
            "tax2.name", "PST",
            "tax2.rate", "6",
            "profile.seniors", "grade 11 12");

    private static final long SEED = 2026;

    private SchoolPortal() {}

    /** Creates a database with the sample school, with the administrator's log-in. */
    public static Database sampleSchool() {
        Database database = TestDatabase.fresh();
        fill(database);
        return database;
    }

    /** Fills an empty database with the sample school. */
    static void fill(Database database) {
        try (var connection = database.connect()) {
            SampleSchool.generate(SEED, SampleSchool.USUAL_SIZE).load(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The sample school could not be loaded", e);
        }
    }

    /** Returns the files below {@code etc/}, without the suffix {@code .cfg}. All ports are free ones on localhost. */
    public static Map<String, Map<String, String>> settings(Database database) throws IOException {
        return settings(FreePorts.find(), database);
    }

    static Map<String, Map<String, String>> settings(FreePorts ports, Database database) {
        String here = "127.0.0.1";
        return Map.of(
                "org.ops4j.pax.web",
                Map.of(
                        "org.osgi.service.http.port",
                        String.valueOf(ports.http()),
                        "org.ops4j.pax.web.listening.addresses",
                        here,
                        "org.ops4j.pax.web.session.cookie.httpOnly",
                        "true",
                        "org.ops4j.pax.web.session.cookie.sameSite",
                        "Lax"),
                "org.apache.karaf.management",
                Map.of(
                        "rmiRegistryHost",
                        here,
                        "rmiRegistryPort",
                        String.valueOf(ports.registry()),
                        "rmiServerHost",
                        here,
                        "rmiServerPort",
                        String.valueOf(ports.management())),
                "org.apache.karaf.shell",
                Map.of("sshHost", here, "sshPort", String.valueOf(ports.shell())),
                "org.ops4j.datasource-openadmin",
                dataSource(database));
    }

    private static Map<String, String> dataSource(Database database) {
        return Map.of(
                "osgi.jdbc.driver.name", "mariadb",
                "dataSourceName", "openadmin",
                "url", database.url() + "?socketTimeout=60000",
                "user", database.user(),
                // with the leading dot it is not published as a service property
                ".password", database.password(),
                "pool", "hikari",
                "hikari.initializationFailTimeout", "-1",
                // the counter must report a missing database quickly, and the persistence layer requests a
                // connection four times
                "hikari.connectionTimeout", "5000");
    }
}
