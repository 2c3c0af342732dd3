package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.Student;

/**
 * The base of the contract tests: what the Javadoc of a service promises, tested against any office. All tests of a class share
 * one office, so each test enrols students of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OfficeContract {

    /** A number that no student ever has. */
    protected static final StudentNumber STRANGER = new StudentNumber(999_999);

    protected Office office;
    private int lastNumber = 1000;

    /** Opens an office without students and with an empty journal. */
    protected abstract Office open();

    @BeforeAll
    void openTheOffice() {
        office = open();
    }

    @AfterAll
    void closeTheOffice() {
        office.close();
    }

    /** A student of grade 9. */
    protected StudentNumber student() {
        return student("Tremblay", "Inès", "9", "9A");
    }

    protected StudentNumber student(String lastname, String firstname, String grade, String homeroom) {
        Student student = Kit.student(++lastNumber, lastname, firstname, grade, homeroom);
        office.enrol(student);
        return student.number();
    }

    /** A student of grade 9 who lives at this address. */
    protected StudentNumber child(String firstname, String guardian, String... address) {
        Student student = new Student(
                new StudentNumber(++lastNumber),
                "Tremblay",
                firstname,
                "",
                "9",
                "9A",
                true,
                guardian,
                List.of(address),
                "");
        office.enrol(student);
        return student.number();
    }

    /** Charges a student, on the date {@link Kit#DAY}. */
    protected ChargeId charge(StudentNumber student, String name, String amount, String... taxes) {
        return charge(student, Kit.DAY, name, amount, taxes);
    }

    protected ChargeId charge(StudentNumber student, LocalDate date, String name, String amount, String... taxes) {
        AssessmentDraft draft =
                new AssessmentDraft(Optional.empty(), Kit.fee(name, amount, taxes), date, Kit.only(student));
        BatchNumber batch = office.assessment().post(Kit.assessing(draft)).batch();
        return office.accounts().outstanding(student).stream()
                .filter(charge -> charge.batch().filter(batch::equals).isPresent())
                .map(Charge::id)
                .findFirst()
                .orElseThrow();
    }

    /** Receives cash, on the date {@link Kit#DAY}. */
    protected Receipt pay(StudentNumber student, String amount, ChargeId... charges) {
        return office.cashier().receive(Kit.paying(student, amount, charges));
    }

    /** The numbers of the outstanding charges, oldest first. */
    protected List<ChargeId> owed(StudentNumber student) {
        return office.accounts().outstanding(student).stream().map(Charge::id).toList();
    }

    /** The rows of a student, in number order. */
    protected List<JournalEntry> rows(StudentNumber student) {
        JournalQuery all = JournalQuery.everything().ofStudent(student);
        return office.journal().entries(Kit.CLERK, all, Page.first(Page.MAX_LIMIT)).stream()
                .sorted(Comparator.comparing(JournalEntry::id))
                .toList();
    }

    protected JournalEntry row(StudentNumber student, long id) {
        return rows(student).stream().filter(row -> row.id() == id).findFirst().orElseThrow();
    }

    protected JournalEntry newest(StudentNumber student) {
        List<JournalEntry> rows = rows(student);
        return rows.get(rows.size() - 1);
    }

    protected void assertAccount(StudentNumber student, String balance, String outstanding) {
        assertThat(office.accounts().balance(student))
                .isEqualTo(new AccountBalance(student, cad(balance), cad(outstanding)));
    }

    /** The exception that refuses a call. */
    protected static <E extends Exception> E refusal(Class<E> type, ThrowingCallable call) {
        E refusal = catchThrowableOfType(type, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    protected static void assertNeeds(Role role, ThrowingCallable call) {
        assertThat(refusal(NotAllowedException.class, call).needed()).isEqualTo(role);
    }

    /** The student leaves the school, and stays in its records. */
    protected final void withdraw(StudentNumber number) {
        Student known = office.students().find(number).orElseThrow();
        office.enrol(new Student(
                number,
                known.lastname(),
                known.firstname(),
                known.initial(),
                known.grade(),
                known.homeroom(),
                false,
                known.guardian(),
                known.address(),
                known.email()));
    }
}
