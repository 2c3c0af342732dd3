package org.openadmin.fees.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.openadmin.fees.api.AccountCodes;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Assessment;
import org.openadmin.fees.api.AssessmentDraft;
import org.openadmin.fees.api.AssessmentRequest;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.ChargeId;
import org.openadmin.fees.api.DocumentSettings;
import org.openadmin.fees.api.Fee;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PaymentMethod;
import org.openadmin.fees.api.PaymentRequest;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.School;
import org.openadmin.fees.api.Settings;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TaxRate;
import org.openadmin.fees.internal.jpa.Transactions;
import org.openadmin.fees.internal.schema.NotReadyException;
import org.openadmin.fees.internal.schema.Schema;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.PlainJpa;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.itest.school.SampleSchool;

/** A school with its own database and all services, as the user who may not write the host's tables. */
final class Office implements AutoCloseable {

    static final Currency CAD = Currency.getInstance("CAD");
    static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    static final Actor CLERK = new Actor("clerk", EnumSet.of(Role.BILL));
    static final Actor CASHIER = new Actor("cashier", EnumSet.of(Role.CASHIER));
    static final Actor VIEWER = new Actor("viewer", EnumSet.of(Role.VIEW));

    final Database administrator = TestDatabase.fresh();
    final HikariDataSource database;
    final PlainJpa jpa;
    final Transactions transactions;
    final ChangingSettings settings = new ChangingSettings();
    final JpaStudents students;
    final JpaFeeCatalogue catalogue;
    final JpaFeeAssessment assessment;
    final JpaCashier cashier;
    final JpaFeeAccounts accounts;
    final JpaCorrections corrections;
    final JpaJournal journal;
    final JpaStatements statements;
    final JpaReceipts receipts;
    final JpaInvoiceRuns runs;

    /** An office of the sample school. */
    Office(int students) {
        this(students, 20);
    }

    Office(int students, int connections) {
        this(administrator -> load(SampleSchool.generate(7, students), administrator), connections);
    }

    /** An office on a database that is filled before the module sees it. */
    Office(Consumer<Database> filling, int connections) {
        filling.accept(administrator);
        DataSource restricted = TestDatabase.asFeesUser(administrator).dataSource();
        int version = prepare(restricted);
        database = pool(restricted, connections);
        jpa = new PlainJpa(database);
        transactions = new Transactions(jpa, () -> version);
        students = new JpaStudents(transactions, settings);
        catalogue = new JpaFeeCatalogue(transactions, settings);
        assessment = new JpaFeeAssessment(transactions, settings);
        cashier = new JpaCashier(transactions, settings);
        accounts = new JpaFeeAccounts(transactions, settings);
        corrections = new JpaCorrections(transactions, settings);
        journal = new JpaJournal(transactions, settings);
        statements = new JpaStatements(transactions, settings);
        receipts = new JpaReceipts(transactions, settings);
        runs = new JpaInvoiceRuns(transactions, settings);
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

    private static HikariDataSource pool(DataSource plain, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(plain);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }

    /** Settings that a test can change while the services run. */
    static final class ChangingSettings implements FeesSettings {

        private volatile Settings current = settings(Locale.CANADA, 1);

        void change(Locale locale, long firstReceipt) {
            current = settings(locale, firstReceipt);
        }

        private static Settings settings(Locale locale, long firstReceipt) {
            return new Settings(
                    School.named("Prairie School", "1 Main Street"),
                    CAD,
                    locale,
                    List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("PST", new BigDecimal("6"))),
                    Map.of("highschool", Audience.Group.parse(GroupKind.GRADE, "9 10 11 12")),
                    firstReceipt,
                    new DocumentSettings(DocumentSettings.Paper.LETTER, 30, Optional.empty()),
                    AccountCodes.none(),
                    Optional.empty());
        }

        @Override
        public Settings current() {
            return current;
        }
    }

    static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }

    static Fee fee(String name, String amount, String... taxes) {
        return new Fee(name, "", cad(amount), BigDecimal.ZERO, List.of(taxes));
    }

    static Audience.Group group(GroupKind kind, String values) {
        return Audience.Group.parse(kind, values);
    }

    static Audience.Group only(StudentNumber... students) {
        String values = Stream.of(students).map(StudentNumber::toString).collect(Collectors.joining(" "));
        return group(GroupKind.STUDENT, values);
    }

    static AssessmentRequest request(Fee fee, Audience audience) {
        AssessmentDraft draft = new AssessmentDraft(Optional.empty(), fee, DAY, audience);
        return new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.empty());
    }

    Assessment charge(StudentNumber student, String name, String amount, String... taxes) {
        return assessment.post(request(fee(name, amount, taxes), only(student)));
    }

    /** The outstanding charges' numbers, oldest first. */
    List<ChargeId> owed(StudentNumber student) {
        return accounts.outstanding(student).stream().map(c -> c.id()).toList();
    }

    static PaymentRequest payment(StudentNumber student, String amount, ChargeId... charges) {
        return payment(RequestKey.fresh(), student, amount, charges);
    }

    static PaymentRequest payment(RequestKey key, StudentNumber student, String amount, ChargeId... charges) {
        return new PaymentRequest(key, CASHIER, student, DAY, cad(amount), Set.of(charges), PaymentMethod.CASH, "");
    }

    long count(String table) {
        return Long.parseLong(ask("SELECT COUNT(*) FROM " + table));
    }

    /** The first column of the first row, asked as the administrator. */
    String ask(String sql) {
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
