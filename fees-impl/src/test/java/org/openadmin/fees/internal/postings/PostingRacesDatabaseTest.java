package org.openadmin.fees.internal.postings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.ClosingNotAllowedException;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.postings.NothingToPostException;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.PostedBooks;

/** Postings of two portals that race with payments and with a closing: each row is posted exactly once, and a closed month stays as it is. */
class PostingRacesDatabaseTest {

    private static final int CASHIERS = 6;
    private static final int ROUNDS = 4;
    private static final int PAYMENTS = 12;
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final LocalDate LAST = AUGUST.atEndOfMonth();
    private static final String OF_AUGUST = "fees_jrl WHERE trans_date BETWEEN '2026-08-01' AND '2026-08-31'";

    private static DatabaseOffice office;
    private static DatabaseOffice other;
    private static ExecutorService threads;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
        office.settings.change(office.settings.current().withAccounts(PostedBooks.ACCOUNTS));
        other = office.anotherPortal(10);
        threads = Executors.newFixedThreadPool(CASHIERS + 4);
    }

    @AfterAll
    static void close() {
        threads.shutdownNow();
        other.close();
        office.close();
    }

    private static DatabaseOffice portal(int number) {
        return number % 2 == 0 ? office : other;
    }

    @Test
    void aRowThatIsRecordedDuringAPostingIsPostedOnce() throws Exception {
        AtomicBoolean paying = new AtomicBoolean(true);
        List<Future<Integer>> posters = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            DatabaseOffice portal = portal(number);
            posters.add(threads.submit(() -> {
                int made = 0;
                while (paying.get()) {
                    made += post(portal, Kit.DAY) ? 1 : 0;
                }
                return made;
            }));
        }
        List<Future<?>> cashiers = new ArrayList<>();
        for (int number = 0; number < CASHIERS; number++) {
            DatabaseOffice portal = portal(number);
            StudentNumber student = student(number);
            cashiers.add(threads.submit(() -> {
                for (int payment = 0; payment < PAYMENTS; payment++) {
                    portal.charge(student, "Fee " + student + " " + payment, "3.00", "GST");
                    pay(portal, student, Kit.DAY);
                }
            }));
        }
        for (Future<?> cashier : cashiers) {
            cashier.get();
        }
        paying.set(false);
        int made = 0;
        for (Future<Integer> poster : posters) {
            made += poster.get();
        }
        post(office, Kit.DAY);

        assertThat(made).as("postings in between").isGreaterThan(1);
        requireEachRowPostedOnce(Kit.DAY);
    }

    @Test
    void aMonthThatIsClosedDuringAPostingIsPostedWholeAndStaysAsItIs() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            CountDownLatch busy = new CountDownLatch(CASHIERS);
            List<Future<?>> cashiers = new ArrayList<>();
            for (int number = 0; number < CASHIERS; number++) {
                DatabaseOffice portal = portal(number);
                StudentNumber student = student(number);
                cashiers.add(threads.submit(() -> payUntilRefused(portal, student, busy)));
            }
            busy.await();
            List<Future<?>> atOnce = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                DatabaseOffice portal = portal(number);
                atOnce.add(threads.submit(() -> post(portal, LAST)));
                atOnce.add(threads.submit(() -> closed(portal)));
            }
            for (Future<?> each : atOnce) {
                each.get();
            }
            String closed = office.ask("SELECT COUNT(*) FROM " + OF_AUGUST);
            for (Future<?> cashier : cashiers) {
                cashier.get();
            }
            post(other, LAST);

            assertThat(office.ask("SELECT COUNT(*) FROM " + OF_AUGUST)).isEqualTo(closed);
            requireEachRowPostedOnce(LAST);
            office.closings.apply(new Reopen(RequestKey.fresh(), Kit.ADMIN, AUGUST, "The next round"));
        }
    }

    /** Two rows of fees_posting_row for one row of the journal are impossible; a row in none, or twice in the lines, is not. */
    private static void requireEachRowPostedOnce(LocalDate until) {
        assertThat(office.ask("SELECT COUNT(*) FROM fees_jrl j LEFT JOIN fees_posting_row p ON p.jrl_id = j.id"
                        + " WHERE p.jrl_id IS NULL AND j.trans_date <= '" + until + "'"))
                .isEqualTo("0");
        assertThat(office.ask("SELECT SUM(journal_rows) FROM fees_posting"))
                .isEqualTo(office.ask("SELECT COUNT(*) FROM fees_posting_row"));
        assertThat(office.ask("SELECT -SUM(amount) FROM fees_posting_line WHERE side IN ('money', 'fee', 'tax')"))
                .isEqualTo(office.ask("SELECT SUM(total) FROM fees_jrl WHERE trans_date <= '" + until + "'"));
        assertThat(office.faults()).isEmpty();
        assertThat(other.postings.unposted(VIEWER, until)).isZero();
    }

    private static StudentNumber student(int number) {
        return office.students
                .search("", CASHIERS)
                .matches()
                .get(number)
                .student()
                .number();
    }

    private static boolean post(DatabaseOffice portal, LocalDate until) {
        try {
            portal.postings.post(new PostingRequest(RequestKey.fresh(), Kit.ADMIN, until));
            return true;
        } catch (NothingToPostException e) {
            return false;
        }
    }

    private static void closed(DatabaseOffice portal) {
        try {
            portal.closings.apply(new Close(RequestKey.fresh(), CLERK, AUGUST));
        } catch (ClosingNotAllowedException e) {
            assertThat(e.reason()).isEqualTo(ClosingNotAllowedException.Reason.ALREADY_CLOSED);
        }
    }

    private static void payUntilRefused(DatabaseOffice portal, StudentNumber student, CountDownLatch busy) {
        while (true) {
            try {
                pay(portal, student, LAST);
            } catch (DateNotAllowedException e) {
                assertThat(e.limit()).isEqualTo(Limit.PERIOD_CLOSED);
                return;
            } finally {
                busy.countDown();
            }
        }
    }

    private static void pay(DatabaseOffice portal, StudentNumber student, LocalDate date) {
        portal.cashier.receive(new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                student,
                date,
                cad("2.00"),
                Set.of(),
                PaymentMethod.CASH,
                "",
                Set.of(Confirmation.values())));
    }
}
