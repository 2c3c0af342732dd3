package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.CLERK;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.DAY;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;

/** The selection of printed invoices, and their log. */
class PrintedInvoicesTest {

    private final InvoicingSchool school = new InvoicingSchool();

    private static InvoiceRequest request(
            Optional<Audience> audience, String minimum, InvoiceOrder order, boolean all) {
        Optional<Money> least =
                Optional.of(minimum).filter(text -> !text.isEmpty()).map(InvoicingSchool::money);
        return new InvoiceRequest(RequestKey.fresh(), CLERK, DAY, audience, least, order, all);
    }

    private static Optional<Audience> students(String... numbers) {
        return Optional.of(new Audience.Group(GroupKind.STUDENT, List.of(numbers)));
    }

    private InvoiceRun print(InvoiceRequest request) {
        return school.printer().print(request, Progress.NONE, OutputStream.nullOutputStream());
    }

    /** The text of all invoices, one line for each. */
    private List<String> lines(InvoiceOrder order) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.printer().print(request(Optional.empty(), "", order, true), Progress.NONE, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void owing(int number, String lastname, String amount) {
        school.charge(school.student(number, lastname, "Ann"), "Lab fee", amount);
    }

    @Test
    void theLogCountsInvoicesPagesAndMoneyAndSaysWhoWasLeftOutAndWhy() {
        StudentNumber owes = school.student(1, "Owes", "Olaf");
        StudentNumber covered = school.student(2, "Covered", "Cora");
        StudentNumber free = school.student(3, "Free", "Fred");
        StudentNumber little = school.student(4, "Little", "Lou");
        StudentNumber homeless = school.reachable(5, "Nowhere", "Nell", "");
        StudentNumber gone = new StudentNumber(6);
        school.charge(owes, "Lab fee", "10.00", "GST 0.50");
        school.credit(owes, "3.00");
        school.charge(covered, "Lab fee", "10.00");
        school.credit(covered, "10.00");
        school.charge(little, "Copy", "0.25");
        school.charge(homeless, "Lab fee", "10.00");
        school.charge(gone, "Lab fee", "10.00");

        InvoiceRun everybody = print(request(Optional.empty(), "0.26", InvoiceOrder.NAME, false));
        InvoiceRun chosen = print(request(students("3", "2", "1"), "", InvoiceOrder.NAME, false));
        InvoiceRun all = print(request(Optional.empty(), "", InvoiceOrder.NAME, true));

        assertThat(everybody.state()).isEqualTo(State.DONE);
        assertThat(everybody.startedBy()).isEqualTo("anna");
        assertThat(everybody.invoices()).isEqualTo(1);
        assertThat(everybody.pages()).isEqualTo(1);
        assertThat(everybody.charged()).isEqualTo(money("10.50"));
        assertThat(everybody.credit()).isEqualTo(money("3.00"));
        assertThat(everybody.due()).isEqualTo(money("7.50"));
        assertThat(everybody.leftOut()).isEqualTo(4);
        assertThat(school.who(everybody.number(), Outcome.INVOICED)).containsExactly(owes);
        assertThat(school.who(everybody.number(), Outcome.NOTHING_DUE)).containsExactly(covered);
        assertThat(school.who(everybody.number(), Outcome.BELOW_MINIMUM)).containsExactly(little);
        assertThat(school.who(everybody.number(), Outcome.NO_ADDRESS)).containsExactly(homeless);
        assertThat(school.who(everybody.number(), Outcome.UNKNOWN_STUDENT)).containsExactly(gone);
        assertThat(school.who(chosen.number(), Outcome.NOTHING_DUE)).containsExactly(covered, free);
        assertThat(all.invoices()).isEqualTo(4);
        assertThat(school.who(all.number(), Outcome.INVOICED)).containsExactly(gone, little, homeless, owes);
    }

    @Test
    void theLogNamesWhoseInvoiceHasLettersWithoutAFont() {
        owing(1, "Owes", "10.00");
        owing(2, "Smile \uD83D\uDE00", "10.00");

        InvoiceRun run = school.printer()
                .print(InvoiceRequest.of(CLERK, DAY, Optional.empty()), Progress.NONE, new ByteArrayOutputStream());

        assertThat(school.office.runs().lines(CLERK, run.number(), Page.first(10)))
                .extracting(line -> line.student().number() + line.unprintable())
                .containsExactly("1", "2\uD83D\uDE00");
    }

    @Test
    void aRunThatMustWaitIsRefusedAndNotLogged() {
        owing(1, "Owes", "10.00");
        school.slots = user -> {
            throw new DocumentException(DocumentException.Problem.BUSY, "vera, otto", null);
        };

        assertThatThrownBy(() -> school.printer()
                        .print(
                                InvoiceRequest.of(CLERK, DAY, Optional.empty()),
                                Progress.NONE,
                                new ByteArrayOutputStream()))
                .isInstanceOf(DocumentException.class);
        assertThat(school.office.runs().latest(CLERK, Page.first(10))).isEmpty();
    }

    @Test
    void pagesComeInTheOrderThatTheOfficeHandsThemOut() {
        school.enrol(1, "Young", "Ann", "10", "10B");
        school.enrol(2, "Zed", "Ann", "9", "9A");
        school.enrol(3, "Abel", "Ann", "10", "10A");
        school.enrol(4, "Kid", "Ann", "K", "KA");
        school.enrol(5, "Adam", "Ann", "9", "");
        school.enrol(6, "Brown", "Ann", "9", "9A");
        for (int number = 1; number <= 6; number++) {
            school.charge(new StudentNumber(number), "Fee", "1.00");
        }

        assertThat(order(InvoiceOrder.NAME)).containsExactly(3, 5, 6, 4, 1, 2);
        assertThat(order(InvoiceOrder.HOMEROOM)).containsExactly(4, 6, 2, 3, 1, 5);
        assertThat(order(InvoiceOrder.GRADE)).containsExactly(4, 6, 2, 5, 3, 1);
    }

    private List<Integer> order(InvoiceOrder order) {
        return lines(order).stream()
                .map(line -> Integer.valueOf(line.split(" ")[1]))
                .toList();
    }

    @Test
    void namesAreSortedAsTheSchoolsLanguageSortsThem() {
        owing(1, "Zimmer", "1.00");
        owing(2, "Leblanc", "1.00");
        owing(3, "Le", "1.00");
        owing(4, "Émond", "1.00");
        owing(5, "Frost", "1.00");

        assertThat(order(InvoiceOrder.NAME)).containsExactly(4, 5, 3, 2, 1);
    }

    @Test
    void aPurgedStudentIsInvoicedByTheNameOfRecord() {
        school.charge(new StudentNumber(7), "Lost book", "15.00");

        assertThat(lines(InvoiceOrder.NAME)).containsExactly("2026-09-08 7 Gone, Gary: Lost book 15.00; due 15.00");
    }

    @Test
    void chargesOfALaterDateAreNotOnIt() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.charge(ines, DAY, "Today", "5.00");
        school.charge(ines, DAY.plusDays(1), "Tomorrow", "7.00");

        assertThat(lines(InvoiceOrder.NAME)).containsExactly("2026-09-08 100 Tremblay, Inès: Today 5.00; due 5.00");
    }

    @Test
    void anInvoiceOfAPastDayShowsWhatWasOutstandingAndOnAccountThen() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        StudentNumber paid = school.student(101, "Wang", "Wei");
        school.charge(ines, DAY.minusDays(9), "Bus", "10.00");
        school.charge(ines, DAY.minusDays(9), "Lab", "5.00");
        school.charge(ines, DAY.minusDays(1), "Trip", "7.00");
        school.charge(paid, DAY.minusDays(9), "Bus", "10.00");
        for (StudentNumber student : List.of(ines, paid)) {
            ChargeId bus = school.office.accounts().outstanding(student).get(0).id();
            school.office.cashier().receive(Kit.paying(student, "12.00", bus));
        }

        assertThat(lines(DAY.minusDays(2)))
                .containsExactly(
                        "2026-09-06 100 Tremblay, Inès: Bus 10.00; Lab 5.00; due 15.00",
                        "2026-09-06 101 Wang, Wei: Bus 10.00; due 10.00");
        assertThat(lines(DAY))
                .containsExactly("2026-09-08 100 Tremblay, Inès: Lab 5.00; Trip 7.00; credit 2.00; due 10.00");
        assertThat(lines(DAY.plusDays(5)))
                .containsExactly("2026-09-13 100 Tremblay, Inès: Lab 5.00; Trip 7.00; credit 2.00; due 10.00");
    }

    private List<String> lines(LocalDate date) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.printer().print(InvoiceRequest.of(CLERK, date, Optional.empty()), Progress.NONE, out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void nobodyOwingMakesNoDocumentAndTheLogSaysSo() {
        school.student(1, "Free", "Fred");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.printer()
                        .print(request(students("1"), "", InvoiceOrder.NAME, false), Progress.NONE, out))
                .isInstanceOfSatisfying(
                        NothingToInvoiceException.class,
                        e -> assertThat(e.run().count(Outcome.NOTHING_DUE)).isEqualTo(1));
        assertThat(out.size()).isZero();
        assertThat(school.lastRun().state()).isEqualTo(State.DONE);
    }

    @Test
    void invoicesNeedTheRole() {
        owing(1, "Owes", "1.00");
        Actor cashier = new Actor("claire", Set.of(Role.CASHIER));

        assertThatThrownBy(() -> school.printer()
                        .print(
                                InvoiceRequest.of(cashier, DAY, Optional.empty()),
                                Progress.NONE,
                                new ByteArrayOutputStream()))
                .isInstanceOf(NotAllowedException.class);
        assertThat(school.audited()).containsExactly("print-invoices not-allowed");
    }

    @Test
    void aRunIsOneLineOfTheAuditLogAndSoIsOneThatCannotBegin() {
        owing(1, "Owes", "1.00");
        InvoiceRequest request = InvoiceRequest.of(CLERK, DAY, Optional.empty());
        school.printer().print(request, Progress.NONE, new ByteArrayOutputStream());
        school.printer().print(request, Progress.NONE, new ByteArrayOutputStream());
        school.slots = user -> {
            throw new DocumentException(DocumentException.Problem.BUSY, "", null);
        };

        assertThatThrownBy(() -> school.printer().print(request, Progress.NONE, new ByteArrayOutputStream()))
                .isInstanceOf(DocumentException.class);

        assertThat(school.audited()).containsExactly("print-invoices document", "print-invoices");
    }

    @Test
    void twelveHundredStudentsAreReadAndDrawnAHundredAtATime() {
        for (int number = 1; number <= 1200; number++) {
            owing(number, "Student" + number, "1.00");
        }
        List<Integer> told = new ArrayList<>();

        InvoiceRun run = school.printer()
                .print(
                        request(Optional.empty(), "", InvoiceOrder.NAME, false),
                        (done, all) -> told.add(done) && all == 1200,
                        OutputStream.nullOutputStream());

        assertThat(run.invoices()).isEqualTo(1200);
        assertThat(run.pages()).isEqualTo(1200);
        assertThat(run.charged()).isEqualTo(money("1200.00"));
        assertThat(told).containsExactly(0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100);
        assertThat(school.renderer.parts).hasSize(12).containsOnly(100);
    }

    @Test
    void aCancelledRunLeavesNoDocumentAndALog() {
        for (int number = 1; number <= 250; number++) {
            owing(number, "Student" + number, "1.00");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.printer()
                        .print(request(Optional.empty(), "", InvoiceOrder.NAME, false), (done, all) -> done < 100, out))
                .isInstanceOf(RunCancelledException.class);
        assertThat(out.size()).isZero();
        assertThat(school.lastRun().state()).isEqualTo(State.CANCELLED);
        assertThat(school.lastRun().invoices()).isZero();
        assertThat(school.renderer.open).isZero();
    }

    @Test
    void aRunThatSomebodyElseStopsLeavesNoDocument() {
        for (int number = 1; number <= 250; number++) {
            owing(number, "Student" + number, "1.00");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Progress stopper = (done, all) -> {
            if (done == 100) {
                school.office
                        .runs()
                        .stop(InvoicingSchool.CLERK, school.lastRun().number());
            }
            return true;
        };

        assertThatThrownBy(() ->
                        school.printer().print(request(Optional.empty(), "", InvoiceOrder.NAME, false), stopper, out))
                .isInstanceOf(RunCancelledException.class);
        assertThat(out.size()).isZero();
        assertThat(school.renderer.parts).containsExactly(100);
        assertThat(school.lastRun().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aRunThatNobodyWaitsForStopsBeforeItsNextPartAndItsLogStays() {
        for (int number = 1; number <= 250; number++) {
            owing(number, "Student" + number, "1.00");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Progress closing = (done, all) -> {
            if (done == 100) {
                Thread.currentThread().interrupt();
            }
            return true;
        };

        assertThatThrownBy(() ->
                        school.printer().print(request(Optional.empty(), "", InvoiceOrder.NAME, false), closing, out))
                .isInstanceOf(RunCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(out.size()).isZero();
        assertThat(school.renderer.parts).containsExactly(100);
        assertThat(school.renderer.open).isZero();
        assertThat(school.lastRun().state()).isEqualTo(State.CANCELLED);
        assertThat(school.who(school.lastRun().number(), Outcome.UNMADE)).hasSize(100);
    }

    @Test
    void whateverFailsWhenNobodyWaitsTheRunWasStopped() {
        owing(1, "Owes", "1.00");
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }
        };

        assertThatThrownBy(() -> school.printer()
                        .print(request(Optional.empty(), "", InvoiceOrder.NAME, false), Progress.NONE, closed))
                .isInstanceOf(RunCancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(school.lastRun().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aFullDiskIsReportedAndLogged() {
        for (int number = 1; number <= 150; number++) {
            owing(number, "Student" + number, "1.00");
        }
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> school.printer()
                        .print(request(Optional.empty(), "", InvoiceOrder.NAME, false), Progress.NONE, full))
                .isInstanceOfSatisfying(
                        DocumentException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OUTPUT));
        assertThat(school.lastRun().state()).isEqualTo(State.FAILED);
        assertThat(school.lastRun().problem()).contains("No space left on device");
        assertThat(school.renderer.open).isZero();
    }

    @Test
    void anInvoiceThatCannotBeDrawnFailsTheRun() {
        owing(1, "Owes", "1.00");
        school.renderer.failure = new DocumentException(Problem.LOGO, "logo.png", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> school.printer()
                        .print(request(Optional.empty(), "", InvoiceOrder.NAME, false), Progress.NONE, out))
                .isSameAs(school.renderer.failure);
        assertThat(out.size()).isZero();
        assertThat(school.lastRun().state()).isEqualTo(State.FAILED);
        assertThat(school.lastRun().problem()).contains("logo.png");
        assertThat(school.renderer.open).isZero();
    }

    @Test
    void theSameKeyMakesTheSameDocumentAndNoSecondLog() {
        owing(1, "Owes", "1.00");
        InvoiceRequest request = request(Optional.empty(), "", InvoiceOrder.NAME, false);

        InvoiceRun first = print(request);
        InvoiceRun again = print(request);

        assertThat(again).isEqualTo(first);
        assertThat(school.runs()).hasSize(1);
    }

    @Test
    void aPaymentBetweenTwoQueriesIsNotTakenOffTwice() {
        StudentNumber ines = school.student(100, "Tremblay", "Inès");
        school.charge(ines, "Lab fee", "100.00");
        school.charge(ines, "Locker", "50.00");
        school.credit(ines, "20.00");
        ChargeId lab = school.office.owed(ines).get(0);
        // after the query for all balances and that for hers, before the one for her charges
        school.office.watchQueries(FeeAccounts.class, number -> {
            if (number == 3) {
                school.office.cashier().receive(Kit.paying(ines, "80.00", lab));
            }
        });

        assertThat(lines(InvoiceOrder.NAME)).containsExactly("2026-09-08 100 Tremblay, Inès: Locker 50.00; due 50.00");
    }
}
