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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

/** Somebody keeps pulling the plug while a queue pays, and every other payment is taken back: the server cuts connections at any moment, at the commit too. */
class CutConnectionsDatabaseTest {

    private static final int CASHIERS = 6;
    private static final int PAYMENTS = 20;
    private static final int PATIENCE = 200;

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void takesEveryPaymentAndVoidsItOnceWhateverIsCut() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger cuts = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CASHIERS + 1);
        try {
            Future<?> scissors = threads.submit(() -> cutConnections(done, cuts));
            List<Future<List<Receipt>>> cashiers = IntStream.range(0, CASHIERS)
                    .mapToObj(i -> threads.submit(queue(new StudentNumber(100 + i))))
                    .toList();
            List<Receipt> receipts = new ArrayList<>();
            for (Future<List<Receipt>> cashier : cashiers) {
                receipts.addAll(cashier.get());
            }
            done.set(true);
            scissors.get();

            assertThat(cuts.get()).isPositive();
            assertThat(receipts.stream()
                            .map(receipt -> receipt.number().value())
                            .sorted())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, CASHIERS * PAYMENTS)
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(office.count("fees_correction")).isEqualTo(CASHIERS * PAYMENTS / 2);
            assertThat(office.count("fees_jrl")).isEqualTo(CASHIERS * PAYMENTS + CASHIERS * PAYMENTS / 2);
            Report report = new JournalVerification(office.administrator.dataSource(), office.settings, () -> 2).run();
            assertThat(report.faults()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
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

    /** What a cashier does when the screen says that the outcome is unknown: send the same again. */
    private static <T> T insist(Supplier<T> work) {
        StorageException last = null;
        for (int i = 0; i < PATIENCE; i++) {
            try {
                return work.get();
            } catch (StorageException e) {
                last = e;
            }
        }
        throw last;
    }

    private static void cutConnections(AtomicBoolean done, AtomicInteger cuts) {
        while (!done.get()) {
            try (Connection connection = office.administrator.connect();
                    Statement statement = connection.createStatement()) {
                for (long id : connections(statement)) {
                    statement.execute("KILL CONNECTION " + id);
                    cuts.incrementAndGet();
                }
            } catch (SQLException e) {
                // that one had gone already
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
        }
    }

    /** Two of the module's connections that are at work. */
    private static List<Long> connections(Statement statement) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT id FROM information_schema.processlist"
                + " WHERE user LIKE 'fees%' AND db = '" + office.administrator.name() + "' ORDER BY RAND() LIMIT 2")) {
            while (found.next()) {
                ids.add(found.getLong(1));
            }
        }
        return ids;
    }
}
