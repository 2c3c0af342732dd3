package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.NOW;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DocumentChange;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.testkit.Kit;

/** The document of an earlier run, opened again. */
class ReprintTest {

    private final InvoicingSchool school = new InvoicingSchool();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    private StudentNumber owing(int number, String lastname, String amount) {
        StudentNumber student = school.child(number, lastname, "Ann", "Mum " + lastname, "12 Main Street", "");
        school.charge(student, "Lab fee", amount);
        return student;
    }

    private RunNumber print() {
        return school.printer()
                .print(InvoiceRequest.of(CLERK, DAY, Optional.empty()), Progress.NONE, paper)
                .number();
    }

    private InvoiceReprint reprint(RunNumber run, OutputStream out) {
        return school.printer().reprint(CLERK, run, Progress.NONE, out);
    }

    /** Opens the document, which must be the same. */
    private void assertSame(RunNumber run) {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        InvoiceReprint reprint = reprint(run, again);
        assertThat(reprint.isSame()).isTrue();
        assertThat(again.toByteArray()).isEqualTo(paper.toByteArray());
        assertThat(reprint.pages()).isEqualTo(reprint.run().pages());
        assertThat(school.renderer.open).isZero();
    }

    /** Opens the document, which must be marked. */
    private List<String> linesOf(RunNumber run, Reason... reasons) {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        InvoiceReprint reprint = reprint(run, again);
        assertThat(reprint.reasons()).containsExactly(reasons);
        assertThat(reprint.isSame()).isFalse();
        assertThat(school.renderer.open).isZero();
        String text = again.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("again ");
        return text.substring("again ".length()).lines().toList();
    }

    private CannotReprintException.Problem refused(RunNumber run) {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        CannotReprintException refusal = null;
        try {
            reprint(run, again);
        } catch (CannotReprintException e) {
            refusal = e;
        }
        assertThat(again.size()).isZero();
        assertThat(refusal).isNotNull();
        assertThat(refusal.number()).isEqualTo(run);
        return refusal.problem();
    }

    @Test
    void whatHasBeenPaidAndChargedSinceChangesNothing() {
        StudentNumber ines = owing(100, "Tremblay", "10.00");
        school.charge(ines, "Locker", "5.00", "GST 0.25");
        school.credit(ines, "3.00");
        StudentNumber wang = owing(101, "Wang", "7.00");
        RunNumber run = print();

        assertSame(run);
        school.office
                .cashier()
                .receive(Kit.paying(ines, "10.00", school.office.owed(ines).get(0)));
        school.charge(ines, "Trip", "40.00");
        school.office
                .corrections()
                .apply(new CorrectionRequest.Cancel(
                        RequestKey.fresh(), CLERK, school.office.owed(wang).get(0), DAY, ""));
        assertSame(run);
        assertThat(school.runs()).as("it is no new run").hasSize(1);
        assertThat(school.renderer.times).containsOnly(NOW);
    }

    @Test
    void theNamesAreThoseOfTheFirstPrint() {
        owing(100, "Tremblay", "10.00");
        RunNumber run = print();
        school.enrol(100, "Married", "Ann", "10", "10B");
        school.child(100, "Married", "Ann", "Mum Tremblay", "12 Main Street", "new@family.example");

        assertSame(run);
    }

    @Test
    void aNewAddressMarksThePagesOfItsStudent() {
        StudentNumber ines = owing(100, "Tremblay", "10.00");
        owing(101, "Wang", "7.00");
        RunNumber run = print();
        school.child(100, "Tremblay", "Ann", "Mum Tremblay", "13 Main Street", "");

        assertThat(linesOf(
                        run,
                        new Reason(
                                DocumentChange.ADDRESS,
                                List.of(school.lines(run).get(0).student()),
                                1)))
                .containsExactly(
                        "2026-09-08 100 Tremblay, Ann: Lab fee 10.00; due 10.00 ADDRESS changed",
                        "2026-09-08 101 Wang, Ann: Lab fee 7.00; due 7.00");
        assertThat(school.lines(run).get(0).student().number()).isEqualTo(ines);
        school.child(100, "Tremblay", "Ann", "Mum Tremblay", "12 Main Street", "");
        assertSame(run);
    }

    @Test
    void aStudentWhoHasLeftTheRecordsIsStillOnIt() {
        StudentNumber ines = owing(100, "Tremblay", "10.00");
        school.charge(new StudentNumber(102), "Lost book", "15.00");
        RunNumber run = school.printer()
                .print(
                        new InvoiceRequest(
                                InvoiceRequest.of(CLERK, DAY, Optional.empty()).key(),
                                CLERK,
                                DAY,
                                Optional.empty(),
                                Optional.empty(),
                                InvoiceOrder.NAME,
                                true),
                        Progress.NONE,
                        paper)
                .number();
        assertSame(run);
        school.office.remove(ines);

        assertThat(linesOf(run, new Reason(DocumentChange.UNKNOWN_STUDENT, List.of(student(run, ines)), 1)))
                .contains(
                        "2026-09-08 100 Tremblay, Ann: Lab fee 10.00; due 10.00 UNKNOWN_STUDENT changed",
                        "2026-09-08 102 Gone, Gary: Lost book 15.00; due 15.00");
    }

    private StudentSnapshot student(RunNumber run, StudentNumber number) {
        return school.lines(run).stream()
                .map(line -> line.student())
                .filter(student -> student.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void otherSettingsMarkAllPages() {
        owing(100, "Tremblay", "10.00");
        RunNumber run = print();
        school.present(School.named("Lakeside School"));

        assertThat(linesOf(run, Reason.of(DocumentChange.SETTINGS)))
                .containsExactly("2026-09-08 100 Tremblay, Ann: Lab fee 10.00; due 10.00 SETTINGS changed");
    }

    @Test
    void whatIsDrawnInAnotherWayIsMarkedToo() {
        owing(100, "Tremblay", "10.00");
        RunNumber run = print();
        school.renderer.ink = "red ";

        assertThat(linesOf(run, Reason.of(DocumentChange.DRAWING)))
                .containsExactly("2026-09-08 100 Tremblay, Ann: Lab fee 10.00; due 10.00 DRAWING changed");
    }

    @Test
    void theWholeSchoolIsReadAndDrawnAHundredAtATimeInTheOrderOfTheFirstPrint() {
        for (int number = 1; number <= 250; number++) {
            owing(number, "Student" + (1000 - number), "1.00");
        }
        RunNumber run = print();
        school.renderer.parts.clear();
        List<Integer> told = new ArrayList<>();
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        school.printer().reprint(CLERK, run, (done, all) -> told.add(done) && all == 250, again);

        assertThat(again.toByteArray()).isEqualTo(paper.toByteArray());
        assertThat(told).containsExactly(0, 100, 200);
        assertThat(school.renderer.parts).containsExactly(100, 100, 50);
    }

    @Test
    void itCanBeStopped() {
        for (int number = 1; number <= 250; number++) {
            owing(number, "Student" + number, "1.00");
        }
        RunNumber run = print();
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.printer().reprint(CLERK, run, (done, all) -> done < 100, again))
                .isInstanceOf(RunCancelledException.class);
        assertThat(again.size()).isZero();
        assertThat(school.renderer.open).isZero();
        assertThat(school.lastRun().state()).as("the run itself").isEqualTo(State.DONE);
    }

    @Test
    void itStopsWhenNobodyWaitsForIt() {
        for (int number = 1; number <= 250; number++) {
            owing(number, "Student" + number, "1.00");
        }
        RunNumber run = print();
        school.renderer.parts.clear();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        Progress closing = (done, all) -> {
            Thread.currentThread().interrupt();
            return true;
        };

        assertThatThrownBy(() -> school.printer().reprint(CLERK, run, closing, again))
                .isInstanceOf(RunCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(again.size()).isZero();
        assertThat(school.renderer.parts).hasSize(1);
        assertThat(school.renderer.open).isZero();
        assertThat(school.lastRun().state()).as("the run itself").isEqualTo(State.DONE);
    }

    @Test
    void aRunWithoutARecordedDocumentIsRefusedWithTheReason() {
        owing(100, "Tremblay", "10.00");
        RunNumber early = print();
        school.recorder.forget(early);
        RunNumber stopped = school.office
                .runs()
                .begin(InvoiceRequest.of(CLERK, DAY, Optional.empty()), Channel.PRINT)
                .number();
        assertThat(refused(stopped)).isEqualTo(CannotReprintException.Problem.UNDER_WAY);
        school.office.runs().stop(CLERK, stopped);
        assertThat(refused(stopped)).isEqualTo(CannotReprintException.Problem.UNDER_WAY);
        school.office
                .runs()
                .end(stopped, State.CANCELLED, 0, 0, InvoicingSchool.money("0"), InvoicingSchool.money("0"), "");
        RunNumber mailed = school.office
                .runs()
                .begin(InvoiceRequest.of(CLERK, DAY, Optional.empty()), Channel.EMAIL)
                .number();

        assertThat(refused(early)).isEqualTo(CannotReprintException.Problem.NOT_RECORDED);
        assertThat(refused(stopped)).isEqualTo(CannotReprintException.Problem.NO_DOCUMENT);
        assertThat(refused(mailed)).isEqualTo(CannotReprintException.Problem.EMAIL);
        assertThatThrownBy(() -> reprint(new RunNumber(99), paper)).isInstanceOf(UnknownRunException.class);
    }

    @Test
    void aRunThatInvoicedNobodyHasNoDocument() {
        school.student(1, "Free", "Fred");
        assertThatThrownBy(this::print).isInstanceOf(NothingToInvoiceException.class);

        assertThat(refused(school.lastRun().number())).isEqualTo(CannotReprintException.Problem.NO_DOCUMENT);
    }

    @Test
    void itNeedsTheRoleAndASlot() {
        owing(100, "Tremblay", "10.00");
        RunNumber run = print();
        Actor viewer = new Actor("vera", Set.of(Role.VIEW));
        assertThatThrownBy(() -> school.printer().reprint(viewer, run, Progress.NONE, new ByteArrayOutputStream()))
                .isInstanceOf(NotAllowedException.class);

        List<String> slots = new ArrayList<>();
        school.slots = user -> {
            slots.add(user.name());
            return () -> slots.add("free");
        };
        assertSame(run);
        assertThat(slots).containsExactly("anna", "free");
        school.slots = user -> {
            throw new DocumentException(DocumentException.Problem.BUSY, "vera, otto", null);
        };
        assertThatThrownBy(() -> reprint(run, new ByteArrayOutputStream())).isInstanceOf(DocumentException.class);
    }
}
