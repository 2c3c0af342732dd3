package org.openadmin.fees.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.accounts.JpaFeeAccounts;
import org.openadmin.fees.internal.accounts.JpaStatements;
import org.openadmin.fees.internal.audit.JpaAuditLog;
import org.openadmin.fees.internal.billing.JpaFeeAssessment;
import org.openadmin.fees.internal.billing.JpaFeeCatalogue;
import org.openadmin.fees.internal.corrections.JpaCorrections;
import org.openadmin.fees.internal.invoicing.JpaInvoiceRuns;
import org.openadmin.fees.internal.journal.JpaClosings;
import org.openadmin.fees.internal.journal.JpaJournal;
import org.openadmin.fees.internal.payments.JpaCashier;
import org.openadmin.fees.internal.payments.JpaReceipts;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.postings.JpaPostings;
import org.openadmin.fees.internal.schema.NotReadyException;
import org.openadmin.fees.internal.schema.Schema;
import org.openadmin.fees.internal.students.JpaStudents;
import org.openadmin.fees.internal.till.JpaDeposits;
import org.openadmin.fees.internal.till.JpaTill;
import org.openadmin.fees.internal.verify.JournalVerification;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.PlainJpa;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.itest.school.SampleSchool;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;

/** A school with its own database and all services. The database user cannot write to the portal's tables. */
public final class DatabaseOffice implements AutoCloseable {

    public static final Currency CAD = Currency.getInstance("CAD");
    public static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    public static final Actor CLERK = new Actor("clerk", EnumSet.of(Role.BILL));
    public static final Actor CASHIER = new Actor("cashier", EnumSet.of(Role.CASHIER));
    public static final Actor VIEWER = new Actor("viewer", EnumSet.of(Role.VIEW));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final Database administrator;
    public final HikariDataSource database;
    final PlainJpa jpa;
    public final Transactions transactions;
    public final ChangingSettings settings = new ChangingSettings();
    public final JpaStudents students;
    public final JpaFeeCatalogue catalogue;
    public final JpaFeeAssessment assessment;
    public final JpaCashier cashier;
    public final JpaFeeAccounts accounts;
    public final JpaCorrections corrections;
    public final JpaJournal journal;
    public final JpaStatements statements;
    public final JpaReceipts receipts;
    public final JpaInvoiceRuns runs;
    public final JpaAuditLog audit;
    public final JpaTill till;
    public final JpaDeposits deposits;
    public final JpaPostings postings;
    public final JpaClosings closings;

    private final Clock clock;

    /** An office of the sample school. */
    public DatabaseOffice(int students) {
        this(students, 20);
    }

    public DatabaseOffice(int students, int connections) {
        this(administrator -> load(SampleSchool.generate(7, students), administrator), connections);
    }

    /** An office on a database that is filled before the module is started on it. */
    public DatabaseOffice(Consumer<Database> filling, int connections) {
        this(filling, connections, Kit.CLOCK);
    }

    DatabaseOffice(Consumer<Database> filling, int connections, Clock clock) {
        this(filling, connections, UnaryOperator.identity(), PATIENCE, clock);
    }

    /**
     * An office of the sample school that reaches its database in a roundabout way.
     *
     * @param route the database as the office reaches it
     * @param patience how long the office waits for a connection
     */
    public static DatabaseOffice behind(UnaryOperator<Database> route, Duration patience) {
        return new DatabaseOffice(
                administrator -> load(SampleSchool.generate(7, 100), administrator), 4, route, patience, Kit.CLOCK);
    }

    private DatabaseOffice(
            Consumer<Database> filling,
            int connections,
            UnaryOperator<Database> route,
            Duration patience,
            Clock clock) {
        this(filled(filling), connections, route, patience, clock);
    }

    private static Database filled(Consumer<Database> filling) {
        Database fresh = TestDatabase.fresh();
        filling.accept(fresh);
        return fresh;
    }

    private DatabaseOffice(
            Database administrator, int connections, UnaryOperator<Database> route, Duration patience, Clock clock) {
        this.administrator = administrator;
        this.clock = clock;
        DataSource restricted =
                route.apply(TestDatabase.asFeesUser(administrator)).dataSource();
        int version = prepare(restricted);
        database = pool(restricted, connections, patience);
        jpa = new PlainJpa(database);
        transactions = new Transactions(jpa, () -> version);
        students = new JpaStudents(transactions, settings);
        catalogue = new JpaFeeCatalogue(transactions, settings, clock);
        assessment = new JpaFeeAssessment(transactions, settings, clock);
        cashier = new JpaCashier(transactions, settings, catalogue, clock);
        accounts = new JpaFeeAccounts(transactions, settings, clock);
        corrections = new JpaCorrections(transactions, settings, clock);
        journal = new JpaJournal(transactions, settings);
        statements = new JpaStatements(transactions, settings);
        receipts = new JpaReceipts(transactions, settings);
        runs = new JpaInvoiceRuns(transactions, settings, clock);
        audit = new JpaAuditLog(transactions, clock);
        till = new JpaTill(transactions, settings, clock);
        deposits = new JpaDeposits(transactions, settings, clock);
        postings = new JpaPostings(transactions, settings, clock);
        closings = new JpaClosings(
                transactions,
                settings,
                new JournalVerification(database, settings, () -> 3),
                till,
                deposits,
                postings,
                clock);
    }

    /** Another portal of the same school: it has the same database, and services, settings and connections of its own. */
    public DatabaseOffice anotherPortal(int connections) {
        DatabaseOffice other =
                new DatabaseOffice(administrator, connections, UnaryOperator.identity(), PATIENCE, clock);
        other.settings.change(settings.current());
        return other;
    }

    private static int prepare(DataSource database) {
        try {
            return new Schema(database).prepare();
        } catch (SQLException | NotReadyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void load(SampleSchool school, Database administrator) {
        try (Connection connection = administrator.connect()) {
            school.load(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(DataSource plain, int connections, Duration patience) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(plain);
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(patience.toMillis() / 2);
        return new HikariDataSource(config);
    }

    /** Settings that a test can change while the services run. */
    public static final class ChangingSettings implements FeesSettings {

        private volatile Settings current = settings(Locale.CANADA, 1);

        public void change(Locale locale, long firstReceipt) {
            change(settings(locale, firstReceipt));
        }

        public void change(Settings settings) {
            current = settings;
        }

        private static Settings settings(Locale locale, long firstReceipt) {
            return new Settings(
                            School.named("Prairie School", "1 Main Street"),
                            CAD,
                            locale,
                            List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("PST", new BigDecimal("6"))),
                            Map.of("highschool", Audience.Group.parse(GroupKind.GRADE, "9 10 11 12")),
                            PaymentSettings.from(firstReceipt, CAD),
                            DocumentSettings.of(DocumentSettings.Paper.LETTER),
                            AccountCodes.none())
                    .withDueDays(0);
        }

        @Override
        public Settings current() {
            return current;
        }
    }

    public static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }

    public static Fee fee(String name, String amount, String... taxes) {
        return new Fee(name, "", cad(amount), BigDecimal.ZERO, List.of(taxes));
    }

    public static Audience.Group group(GroupKind kind, String values) {
        return Audience.Group.parse(kind, values);
    }

    public static Audience.Group only(StudentNumber... students) {
        String values = Stream.of(students).map(StudentNumber::toString).collect(Collectors.joining(" "));
        return group(GroupKind.STUDENT, values);
    }

    public static AssessmentRequest request(Fee fee, Audience audience) {
        AssessmentDraft draft = new AssessmentDraft(Optional.empty(), fee, DAY, audience);
        return new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.empty());
    }

    public Assessment charge(StudentNumber student, String name, String amount, String... taxes) {
        return assessment.post(request(fee(name, amount, taxes), only(student)));
    }

    /** The numbers of the outstanding charges, oldest first. */
    public List<ChargeId> owed(StudentNumber student) {
        return accounts.outstanding(student).stream().map(c -> c.id()).toList();
    }

    public static PaymentRequest payment(StudentNumber student, String amount, ChargeId... charges) {
        return payment(RequestKey.fresh(), student, amount, charges);
    }

    /** A repeated amount is confirmed. */
    public static PaymentRequest payment(RequestKey key, StudentNumber student, String amount, ChargeId... charges) {
        return new PaymentRequest(key, CASHIER, student, DAY, cad(amount), Set.of(charges), PaymentMethod.CASH, "")
                .confirming(Confirmation.REPEATED_AMOUNT);
    }

    /** The faults that fees:verify finds. */
    public List<Fault> faults() {
        return new JournalVerification(database, settings, () -> 3).run().faults();
    }

    public long count(String table) {
        return Long.parseLong(ask("SELECT COUNT(*) FROM " + table));
    }

    /** The first column of the first row, queried as the administrator. */
    public String ask(String sql) {
        try (Connection connection = administrator.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        jpa.close();
        database.close();
    }
}
