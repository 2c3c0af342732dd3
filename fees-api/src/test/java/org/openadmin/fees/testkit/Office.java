package org.openadmin.fees.testkit;

import java.util.OptionalLong;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.drawer.Drawer;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.spi.Settings;

/** An office whose services the contract tests call. It begins without students and with an empty journal. */
public interface Office extends AutoCloseable {

    Students students();

    FeeCatalogue catalogue();

    FeeAssessment assessment();

    CatchUps catchUps();

    ClassPayments classPayments();

    Cashier cashier();

    Corrections corrections();

    Refunds refunds();

    ReturnedPayments returns();

    FeeAccounts accounts();

    Families families();

    Statements statements();

    ParentAccounts parents();

    AccountNotes notes();

    Payers payers();

    Covers covers();

    Journal journal();

    Receipts receipts();

    Drawer drawer();

    Till till();

    Deposits deposits();

    Postings postings();

    Imports imports();

    Claims claims();

    AuditBinder binder();

    MonthSummaries months();

    Closings closings();

    FeesOverview overview();

    FeeCollection collection();

    InvoiceRuns runs();

    Reminders reminders();

    AuditLog audit();

    /** Changes the settings, which at first are those of {@link Kit#settings()}. */
    void configure(Settings settings);

    /**
     * Adds a student to the host's records, or replaces the record with this number.
     *
     * @param sections the subject-sections that the student takes
     */
    void enrol(Student student, String... sections);

    /** Removes a student from the host's records. The rows of the journal remain. */
    void remove(StudentNumber student);

    /** Adds a row to the host's view of parents. */
    void link(String login, int student);

    /** Adds a sponsor who may owe, past every service. */
    void addPayer(PayerNumber number, String name);

    /**
     * Adds a row to the journal as an older or another program would, past every service.
     *
     * @return the number of the row
     */
    long add(JournalRow row);

    /** Marks a charge as settled by a row, or as outstanding, past every service. */
    void settle(long charge, OptionalLong by);

    @Override
    void close();
}
