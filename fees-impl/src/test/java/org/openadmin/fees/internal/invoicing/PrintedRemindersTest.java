package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.testkit.Kit;

/** Reminders on paper: who gets one, and what their runs keep. */
class PrintedRemindersTest {

    private static final int USUAL_DUE_DAYS = 37;

    private final InvoicingSchool school = new InvoicingSchool();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    private StudentNumber overdue(int number, String lastname, String amount, int days) {
        StudentNumber student = school.student(number, lastname, "Ann");
        owe(student, "Lab fee", amount, days);
        return student;
    }

    private void owe(StudentNumber student, String fee, String amount, int days) {
        school.charge(student, DAY.minusDays(USUAL_DUE_DAYS + days), fee, amount);
    }

    private static InvoiceRequest request() {
        return InvoiceRequest.of(CLERK, DAY, Optional.empty()).ofReminders(Optional.empty());
    }

    private InvoiceRun print(InvoiceRequest request) {
        paper.reset();
        return school.printer().print(request, Progress.NONE, paper);
    }

    private List<String> letters() {
        return paper.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void eachStudentWithAStageGetsALetterOfWhatIsOverdue() {
        StudentNumber first = overdue(1, "First", "10.00", 15);
        StudentNumber last = overdue(2, "Last", "10.00", 70);
        owe(last, "Bus", "5.00", 3);
        owe(last, "Trip", "99.00", -5);
        school.credit(last, "4.00");
        StudentNumber early = overdue(3, "Early", "10.00", 14);
        StudentNumber covered = overdue(4, "Covered", "10.00", 70);
        school.credit(covered, "10.00");

        InvoiceRun run = print(request());

        assertThat(letters())
                .containsExactly(
                        "2026-09-08 1 First, Ann: Lab fee 10.00; due 10.00; reminder 14 FIRST",
                        "2026-09-08 2 Last, Ann: Lab fee 10.00; Bus 5.00; credit 4.00; due 11.00; reminder 60 FINAL");
        assertThat(run.isOfReminders()).isTrue();
        assertThat(run.due()).isEqualTo(Kit.cad("21.00"));
        assertThat(school.who(run.number(), Outcome.INVOICED)).containsExactly(first, last);
        assertThat(school.who(run.number(), Outcome.NOT_YET)).containsExactly(early);
        assertThat(school.who(run.number(), Outcome.NOTHING_OVERDUE)).containsExactly(covered);
        assertThat(school.office.runs().lines(CLERK, run.number(), Page.first(9)))
                .extracting(Line::reminder)
                .filteredOn(Optional::isPresent)
                .containsExactly(
                        Optional.of(new ReminderStage(14, Tone.FIRST)), Optional.of(new ReminderStage(60, Tone.FINAL)));
        assertThat(school.audited()).first().isEqualTo("print-reminders");
    }

    @Test
    void askedAgainNobodyIsRemindedAgain() {
        StudentNumber student = overdue(1, "Owes", "10.00", 40);
        print(request());

        NothingToInvoiceException nobody =
                catchThrowableOfType(NothingToInvoiceException.class, () -> print(request()));

        assertThat(paper.size()).isZero();
        assertThat(school.who(nobody.run().number(), Outcome.REMINDED)).containsExactly(student);
        assertThat(nobody.run().isOfReminders()).isTrue();
    }

    @Test
    void theSameKeyAgainWritesTheSameLettersAndNoOther() {
        overdue(1, "Owes", "10.00", 40);
        InvoiceRequest request = request();
        print(request);
        List<String> first = letters();

        print(request);

        assertThat(letters()).isEqualTo(first);
        assertThat(school.runs()).hasSize(1);
    }

    @Test
    void whoeverIsLeftOutForTheAddressIsRemindedLater() {
        StudentNumber homeless = school.reachable(5, "Nowhere", "Nell", "");
        owe(homeless, "Lab fee", "10.00", 40);
        NothingToInvoiceException nobody =
                catchThrowableOfType(NothingToInvoiceException.class, () -> print(request()));
        assertThat(school.who(nobody.run().number(), Outcome.NO_ADDRESS)).containsExactly(homeless);

        InvoiceRequest all = new InvoiceRequest(
                        RequestKey.fresh(), CLERK, DAY, Optional.empty(), Optional.empty(), InvoiceOrder.NAME, true)
                .ofReminders(Optional.empty());

        assertThat(print(all).invoices()).isEqualTo(1);
    }

    @Test
    void aRunThatFailsRemindsNobodyAndItsKeyIsSpent() {
        overdue(1, "Owes", "10.00", 40);
        InvoiceRequest request = request();
        school.renderer.failure = new DocumentException(Problem.TEXT_CUT, "a text", null);
        assertThatThrownBy(() -> print(request)).isInstanceOf(DocumentException.class);
        school.renderer.failure = null;

        assertThatThrownBy(() -> print(request))
                .as("its log says that nobody was reminded")
                .isInstanceOf(RunCancelledException.class);
        assertThat(school.lastRun().state()).isEqualTo(State.FAILED);
        assertThat(print(request()).invoices()).isEqualTo(1);
    }

    @Test
    void anInvoiceIsNoReminder() {
        overdue(1, "Owes", "10.00", 40);
        print(InvoiceRequest.of(CLERK, DAY, Optional.empty()));
        assertThat(letters()).allSatisfy(line -> assertThat(line).doesNotContain("reminder"));

        assertThat(print(request()).invoices()).isEqualTo(1);
        assertThat(print(InvoiceRequest.of(CLERK, DAY, Optional.empty())).invoices())
                .isEqualTo(1);
    }

    @Test
    void onlyTheWantedStageIsPrinted() {
        StudentNumber first = overdue(1, "First", "10.00", 20);
        StudentNumber last = overdue(2, "Last", "10.00", 70);

        InvoiceRun run = print(InvoiceRequest.of(CLERK, DAY, Optional.empty()).ofReminders(Optional.of(60)));

        assertThat(run.stage()).contains(60);
        assertThat(school.who(run.number(), Outcome.INVOICED)).containsExactly(last);
        assertThat(school.who(run.number(), Outcome.OTHER_STAGE)).containsExactly(first);
    }

    @Test
    void theLettersAreOpenedAgainAsTheyWere() {
        StudentNumber student = overdue(1, "Owes", "10.00", 40);
        InvoiceRun run = print(request());
        byte[] first = paper.toByteArray();
        school.office
                .cashier()
                .receive(
                        Kit.paying(student, "10.00", school.office.owed(student).get(0)));

        paper.reset();
        InvoiceReprint again = school.printer().reprint(CLERK, run.number(), Progress.NONE, paper);

        assertThat(again.isSame()).isTrue();
        assertThat(paper.toByteArray()).isEqualTo(first);
    }

    @Test
    void remindersAreNotOfTomorrow() {
        overdue(1, "Owes", "10.00", 40);
        InvoiceRequest tomorrow =
                InvoiceRequest.of(CLERK, DAY.plusDays(1), Optional.empty()).ofReminders(Optional.empty());

        assertThatThrownBy(() -> print(tomorrow)).isInstanceOf(DateNotAllowedException.class);
        assertThat(school.runs()).isEmpty();
        assertThat(school.audited()).containsExactly("print-reminders date-not-allowed");
    }
}
