package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.verify.JournalVerification;
import org.openadmin.fees.internal.verify.Verification.Report;

/**
 * Six cashiers take payments and void every other one, while the server cuts connections at any moment, during a commit too.
 *
 * <p>Each command that begins lets the server cut {@value #CUTS_PER_COMMAND} connections, one at a time. So the cuts keep pace
 * with the work on any machine, their number is known, and no command can be cut indefinitely.
 */
class CutConnectionsDatabaseTest {

    private static final int CASHIERS = 6;
    private static final int PAYMENTS = 20;
    private static final int VOIDS = PAYMENTS / 2;
    private static final int COMMANDS = CASHIERS * (PAYMENTS + VOIDS);
    private static final int CUTS_PER_COMMAND = 2;
    private static final int CUTS = COMMANDS * CUTS_PER_COMMAND;

    /** The connection was closed between its selection and the cut. */
    private static final int NO_SUCH_THREAD = 1094;

    private static final Semaphore CUTS_DUE = new Semaphore(0);
    private static DatabaseOffice office;

    /** With a connection for each cashier, whichever connection is cut is most likely in use. */
    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100, CASHIERS);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void takesEveryPaymentAndVoidsItOnceWhateverIsCut() throws Exception {
        List<Receipt> receipts = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CASHIERS + 1);
        try {
            Future<Integer> cuts = threads.submit(CutConnectionsDatabaseTest::cutConnections);
            List<Future<List<Receipt>>> cashiers = IntStream.range(0, CASHIERS)
                    .mapToObj(i -> threads.submit(queue(new StudentNumber(100 + i))))
                    .toList();
            for (Future<List<Receipt>> cashier : cashiers) {
                receipts.addAll(cashier.get());
            }
            assertThat(cuts.get()).isPositive();
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES))
                    .as("every thread has ended")
                    .isTrue();
        }

        assertThat(receipts.stream().map(receipt -> receipt.number().value()).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, CASHIERS * PAYMENTS)
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(office.count("fees_correction")).isEqualTo(CASHIERS * VOIDS);
        assertThat(office.count("fees_jrl")).isEqualTo(COMMANDS);
        Report report = new JournalVerification(office.administrator.dataSource(), office.settings, () -> 2).run();
        assertThat(report.faults()).isEmpty();
    }

    private static Callable<List<Receipt>> queue(StudentNumber student) {
        return () -> IntStream.range(0, PAYMENTS)
                .mapToObj(i -> {
                    PaymentRequest payment = payment(student, "1.00");
                    Receipt receipt = insist(() -> office.cashier.receive(payment));
                    VoidReceipt voiding =
                            new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), payment.date(), "Bounced");
                    if (i % 2 == 0) {
                        insist(() -> office.corrections.apply(voiding));
                    }
                    return receipt;
                })
                .toList();
    }

    /** Sends the same command again, as a cashier does when its outcome is unknown. Each failure uses up one cut. */
    private static <T> T insist(Supplier<T> command) {
        CUTS_DUE.release(CUTS_PER_COMMAND);
        for (int failures = 0; ; failures++) {
            try {
                return command.get();
            } catch (StorageException e) {
                if (failures == CUTS || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /** @return the number of connections cut */
    private static int cutConnections() throws SQLException, InterruptedException {
        int cuts = 0;
        try (Connection connection = office.administrator.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < CUTS; i++) {
                CUTS_DUE.acquire();
                cuts += cutOne(statement) ? 1 : 0;
            }
        }
        return cuts;
    }

    private static boolean cutOne(Statement statement) throws SQLException {
        long id;
        try (ResultSet found =
                statement.executeQuery("SELECT id FROM information_schema.processlist WHERE user LIKE 'fees%'"
                        + " AND db = '" + office.administrator.name() + "' ORDER BY RAND() LIMIT 1")) {
            if (!found.next()) {
                return false;
            }
            id = found.getLong(1);
        }
        try {
            return !statement.execute("KILL CONNECTION " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_THREAD) {
                return false;
            }
            throw e;
        }
    }
}
