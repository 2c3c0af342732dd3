package org.openadmin.fees.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.only;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.DatabaseOffice;

/** Payments, assessments and refunds that are under way while their month is closed: each is in the month, or refused. */
class ClosingRacesDatabaseTest {

    private static final int ROUNDS = 6;
    private static final int CLERKS = 9;
    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());
    private static final Actor ADMIN = new Actor("head", Set.of(Role.ADMIN));
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate LAST = AUGUST.atEndOfMonth();

    private static DatabaseOffice office;
    private static ExecutorService clerks;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
        clerks = Executors.newFixedThreadPool(CLERKS + 2);
    }

    @AfterAll
    static void close() {
        clerks.shutdownNow();
        office.close();
    }

    private static StudentNumber student(int clerk) {
        return office.students.search("", CLERKS).matches().get(clerk).student().number();
    }

    @Test
    void whatIsUnderWayWhileAMonthIsClosedIsInItOrRefused() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            int name = round;
            CountDownLatch busy = new CountDownLatch(CLERKS);
            List<Future<Integer>> recorded = new ArrayList<>();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                StudentNumber student = student(clerk);
                int kind = clerk % 3;
                recorded.add(
                        clerks.submit(() -> untilRefused(busy, number -> record(kind, student, name + "-" + number))));
            }
            busy.await();

            assertThat(closedByOneOfTwo()).isEqualTo(1);

            int rows = 0;
            for (Future<Integer> each : recorded) {
                rows += each.get();
            }
            assertThat(rows).isPositive();
            MonthSummary closed = new JpaMonthSummaries(office.transactions, office.settings).of(VIEWER, AUGUST);
            assertThat(closed.count())
                    .isEqualTo(Integer.parseInt(office.ask(
                            "SELECT COUNT(*) FROM fees_jrl WHERE trans_date BETWEEN '2026-08-01' AND '2026-08-31'")));
            assertThat(office.faults()).isEmpty();
            office.closings.apply(new Reopen(RequestKey.fresh(), ADMIN, AUGUST, "The next round"));
        }
    }

    /** Two portals close the same month at once. */
    private static int closedByOneOfTwo() throws Exception {
        Future<Boolean> one = clerks.submit(ClosingRacesDatabaseTest::closed);
        Future<Boolean> other = clerks.submit(ClosingRacesDatabaseTest::closed);
        return (one.get() ? 1 : 0) + (other.get() ? 1 : 0);
    }

    private static boolean closed() {
        try {
            office.closings.apply(new Close(RequestKey.fresh(), CLERK, AUGUST));
            return true;
        } catch (ClosingNotAllowedException e) {
            assertThat(e.reason()).isEqualTo(ClosingNotAllowedException.Reason.ALREADY_CLOSED);
            return false;
        }
    }

    /** @return how often it was recorded */
    private static int untilRefused(CountDownLatch busy, IntConsumer record) {
        for (int done = 0; ; done++) {
            try {
                record.accept(done);
            } catch (DateNotAllowedException e) {
                assertThat(e.limit()).isEqualTo(Limit.PERIOD_CLOSED);
                return done;
            } finally {
                busy.countDown();
            }
        }
    }

    private static void record(int kind, StudentNumber student, String name) {
        switch (kind) {
            case 0 ->
                office.assessment.post(new AssessmentRequest(
                        RequestKey.fresh(),
                        CLERK,
                        new AssessmentDraft(Optional.empty(), fee("Fee " + name, "9.00"), LAST, only(student)),
                        Set.of(),
                        Set.of(),
                        OptionalInt.empty()));
            case 1 -> pay(student);
            default -> {
                pay(student);
                office.corrections.apply(new Refund(
                        RequestKey.fresh(), CASHIER, student, cad("2.00"), PaymentMethod.CASH, "", LAST, "Left", ALL));
            }
        }
    }

    private static void pay(StudentNumber student) {
        office.cashier.receive(new PaymentRequest(
                        RequestKey.fresh(), CASHIER, student, LAST, cad("2.00"), Set.of(), PaymentMethod.CASH, "")
                .confirming(Confirmation.REPEATED_AMOUNT)
                .confirming(Confirmation.UNUSUAL_DATE));
    }
}
