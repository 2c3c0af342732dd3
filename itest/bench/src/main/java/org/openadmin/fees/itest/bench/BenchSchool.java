package org.openadmin.fees.itest.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.schema.Schema;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.MariaDb;
import org.openadmin.fees.itest.database.PlainJpa;
import org.openadmin.fees.itest.school.SampleSchool;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** A school in its own database, and the module's services with a connection pool like the portal's. */
record BenchSchool(HikariDataSource database, PlainJpa jpa, Transactions transactions, FeesSettings settings)
        implements AutoCloseable {

    static final int STUDENTS = 5_000;
    static final Currency CAD = Currency.getInstance("CAD");

    static BenchSchool open(MariaDb server, String name, int students) throws Exception {
        Database administrator = server.database(name);
        try (Connection connection = administrator.connect()) {
            SampleSchool.generate(7, students).load(connection);
        }
        return at(administrator);
    }

    /** Opens a school that exists already. */
    static BenchSchool at(Database administrator) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setDataSource(administrator.dataSource());
        HikariDataSource database = new HikariDataSource(config);
        int version = new Schema(database).prepare();
        PlainJpa jpa = new PlainJpa(database);
        Settings settings = new Settings(
                School.named("Bench School"),
                CAD,
                Locale.CANADA,
                List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("PST", new BigDecimal("6"))),
                Map.of(),
                PaymentSettings.from(1, CAD),
                DocumentSettings.of(DocumentSettings.Paper.LETTER),
                AccountCodes.none());
        return new BenchSchool(database, jpa, new Transactions(jpa, () -> version), () -> settings);
    }

    @Override
    public void close() {
        jpa.close();
        database.close();
    }
}
