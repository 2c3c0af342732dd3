package org.openadmin.fees.itest.container;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.ops4j.pax.exam.util.Filter;

/**
 * The services as another bundle gets them, with short methods for the tasks of an office. Each test class uses its own
 * students.
 */
public abstract class OfficeTestBase extends ContainerTestBase {

    static final Actor CLERK = new Actor("clerk", Set.of(Role.BILL));
    static final Actor CASHIER = new Actor("cashier", Set.of(Role.CASHIER));
    static final Actor VIEWER = new Actor("viewer", Set.of(Role.VIEW));
    static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    /** The day of these tests may be long ago. */
    static final Set<Confirmation> CONFIRMED = Set.of(Confirmation.values());

    @Inject
    Students students;

    @Inject
    FeeCatalogue catalogue;

    @Inject
    FeeAssessment assessment;

    @Inject
    Cashier cashier;

    @Inject
    FeeAccounts accounts;

    @Inject
    FeesSettings settings;

    @Inject
    InvoiceRuns runs;

    @Inject
    FeeReports reports;

    @Inject
    InvoicePrinter printer;

    /** As the module sees it: with the module's rights and no more. */
    @Inject
    @Filter("(osgi.jndi.service.name=openadmin)")
    DataSource database;

    static Money money(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("CAD"));
    }

    static StudentNumber student(int number) {
        return new StudentNumber(number);
    }

    static Fee fee(String name, String amount, String... taxes) {
        return new Fee(name, "", money(amount), BigDecimal.ZERO, List.of(taxes));
    }

    static Audience students(int... numbers) {
        return new Audience.Group(
                GroupKind.STUDENT,
                Arrays.stream(numbers).mapToObj(String::valueOf).toList());
    }

    static AssessmentRequest assessmentRequest(Fee fee, Audience audience) {
        return new AssessmentRequest(
                RequestKey.fresh(),
                CLERK,
                new AssessmentDraft(Optional.empty(), fee, DAY, audience),
                Set.of(),
                Set.of(),
                OptionalInt.empty());
    }

    Assessment charge(Fee fee, int... numbers) {
        return assessment.post(assessmentRequest(fee, students(numbers)));
    }

    /** Returns a payment that settles these charges. */
    static PaymentRequest payment(int student, String amount, List<Charge> charges) {
        Set<ChargeId> ids = charges.stream().map(Charge::id).collect(Collectors.toSet());
        return new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                student(student),
                DAY,
                money(amount),
                ids,
                PaymentMethod.CHEQUE,
                "4711",
                CONFIRMED);
    }

    /** Returns the first column of the first row. */
    long number(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long journalRows() {
        return number("SELECT COUNT(*) FROM fees_jrl");
    }
}
