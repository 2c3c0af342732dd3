package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.group;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.Kit;

/** The documents of earlier runs on a real database: what is drawn again comes from the log, the journal and the portal's tables. */
class ReprintDatabaseTest {

    private static DatabaseOffice office;

    private final WordRenderer renderer = new WordRenderer();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private PrintedInvoices printer;

    @BeforeAll
    static void aSchoolThatOwes() throws SQLException {
        office = new DatabaseOffice(700);
        office.assessment.post(request(fee("Lab fee", "24.95", "GST", "PST"), group(GroupKind.GRADE, "8 9 10 11 12")));
        office.assessment.post(request(fee("Locker", "15.00"), group(GroupKind.GRADE, "8 9 10 11 12")));
        change("UPDATE student SET address1 = '12 Main Street' WHERE address1 = '' OR address1 IS NULL");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void usualSettings() {
        office.settings.change(Locale.CANADA, 1);
        printer = new PrintedInvoices(
                office.accounts,
                office.students,
                renderer,
                office.runs,
                new JpaInvoiceRunRecorder(office.transactions, office.settings, Kit.CLOCK, new LocalPortal()),
                office.settings,
                user -> () -> {},
                Kit.CLOCK);
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = office.administrator.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private InvoiceRun print() {
        return printer.print(
                new InvoiceRequest(
                        RequestKey.fresh(), CLERK, DAY, Optional.empty(), Optional.empty(), InvoiceOrder.GRADE, true),
                Progress.NONE,
                paper);
    }

    private InvoiceReprint reprint(InvoiceRun run, ByteArrayOutputStream again) {
        return printer.reprint(CLERK, run.number(), Progress.NONE, again);
    }

    private void assertSame(InvoiceRun run) {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        InvoiceReprint reprint = reprint(run, again);
        assertThat(again.toString(StandardCharsets.UTF_8)).isEqualTo(paper.toString(StandardCharsets.UTF_8));
        assertThat(reprint.isSame()).isTrue();
        assertThat(reprint.run()).isEqualTo(run);
    }

    private StudentNumber invoiced(InvoiceRun run, int place) {
        return office.runs.lines(VIEWER, run.number(), Page.first(1000)).stream()
                .filter(line -> line.outcome() == Outcome.INVOICED)
                .skip(place)
                .findFirst()
                .orElseThrow()
                .student()
                .number()
                .student()
                .orElseThrow();
    }

    @Test
    void whatTheOfficeDoesAfterwardsChangesNothing() throws SQLException {
        InvoiceRun run = print();
        assertThat(run.invoices()).as("more than two parts").isGreaterThan(200);
        assertSame(run);

        StudentNumber paid = invoiced(run, 0);
        List<ChargeId> owed = office.owed(paid);
        ReceiptNumber receipt = office.cashier
                .receive(payment(paid, "60.00", owed.toArray(ChargeId[]::new)))
                .number();
        assertSame(run);
        office.corrections.apply(new CorrectionRequest.VoidReceipt(
                RequestKey.fresh(), CASHIER, receipt, DAY, "No funds", Set.of(Confirmation.values())));
        StudentNumber waived = invoiced(run, 1);
        office.corrections.apply(new CorrectionRequest.Cancel(
                RequestKey.fresh(), CLERK, office.owed(waived).get(0), DAY, "By mistake"));
        office.charge(invoiced(run, 2), "Trip", "40.00");
        change("UPDATE student SET lastname = 'Married', grade = '12', homeroom = '12C' WHERE studnum = "
                + invoiced(run, 3));
        assertSame(run);
        assertThat(office.count("fees_run"))
                .isEqualTo(office.runs.latest(VIEWER, Page.first(100)).size());
    }

    @Test
    void anotherAddressAndAPurgedStudentAreNamed() throws SQLException {
        InvoiceRun run = print();
        StudentNumber moved = invoiced(run, 10);
        change("UPDATE student SET address1 = '99 New Street' WHERE studnum = " + moved);
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        InvoiceReprint reprint = reprint(run, again);

        assertThat(reprint.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.change()).isEqualTo(DocumentChange.ADDRESS);
            assertThat(reason.count()).isEqualTo(1);
            assertThat(reason.students())
                    .extracting(student -> student.number())
                    .containsExactly(moved);
        });
        assertThat(again.toString(StandardCharsets.UTF_8).lines().filter(line -> line.endsWith("ADDRESS changed")))
                .singleElement()
                .asString()
                .contains(" " + moved + " ");

        change("DELETE FROM student WHERE studnum = " + moved);
        assertThat(reprint(run, new ByteArrayOutputStream()).reasons())
                .extracting(Reason::change)
                .containsExactly(DocumentChange.UNKNOWN_STUDENT);
    }

    @Test
    void otherSettingsAreNamed() {
        InvoiceRun run = print();
        office.settings.change(Locale.CANADA_FRENCH, 1);

        assertThat(reprint(run, new ByteArrayOutputStream()).reasons())
                .containsExactly(Reason.of(DocumentChange.SETTINGS));
    }

    @Test
    void aRunOfAnEarlierVersionIsRefused() throws SQLException {
        InvoiceRun run = print();
        change("UPDATE fees_run SET document_digest = NULL, settings_digest = NULL WHERE id = " + run.number());
        change("UPDATE fees_run_line SET page_order = NULL, charges = NULL, credit = NULL, family_digest = NULL"
                + " WHERE run_id = " + run.number());

        assertThatThrownBy(() -> reprint(run, new ByteArrayOutputStream()))
                .isInstanceOfSatisfying(CannotReprintException.class, e -> assertThat(e.problem())
                        .isEqualTo(CannotReprintException.Problem.NOT_RECORDED));
    }

    @Test
    void aChargeThatSomebodyDeletedStopsTheDocument() throws SQLException {
        InvoiceRun run = print();
        StudentNumber student = invoiced(run, 20);
        change("UPDATE fees_run_line SET charges = '1999999999' WHERE run_id = " + run.number() + " AND studnum = "
                + student);
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        assertThatThrownBy(() -> reprint(run, again)).hasMessageContaining("charge 1999999999 is not in the journal");
        assertThat(again.size()).isZero();
    }
}
