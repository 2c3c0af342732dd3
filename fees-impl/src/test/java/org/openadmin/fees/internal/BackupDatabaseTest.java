package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.itest.database.TestDatabase;

/** A backup that is made while the office works is restored elsewhere, and the office continues there. */
class BackupDatabaseTest {

    private static final int CASHIERS = 4;
    private static final int BEFORE = 40;
    private static final int AFTER = 20;

    private final DatabaseOffice office = new DatabaseOffice(40);
    private final ExecutorService people = Executors.newFixedThreadPool(CASHIERS);
    private final Map<PaymentRequest, Receipt> taken = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        people.shutdownNow();
        office.close();
    }

    @Test
    void aDumpMadeDuringPaymentsIsRestoredWithoutLossAndTheNextNumbersFollow() throws Exception {
        CountDownLatch warm = new CountDownLatch(BEFORE);
        CountDownLatch dumped = new CountDownLatch(1);
        Future<?>[] working = IntStream.range(0, CASHIERS)
                .mapToObj(cashier -> people.submit(() -> work(new Random(cashier), warm, dumped)))
                .toArray(Future[]::new);
        assertThat(warm.await(1, TimeUnit.MINUTES)).isTrue();
        Map<PaymentRequest, Receipt> before = Map.copyOf(taken);
        Path file = folder.resolve("openadmin.sql");
        TestDatabase.backup().dump(office.administrator, file);
        dumped.countDown();
        for (Future<?> each : working) {
            each.get();
        }
        try (DatabaseOffice restored = restored(file)) {
            assertThat(restored.faults()).isEmpty();
            assertThat(changedRows(restored)).isZero();
            int kept = Integer.parseInt(restored.ask("SELECT MAX(receipt_number) FROM fees_jrl"));
            assertThat(before.values())
                    .allSatisfy(receipt -> assertThat(receipt.number().value()).isLessThanOrEqualTo(kept));
            assertThat(taken.size()).isGreaterThan(before.size());

            before.forEach((request, receipt) ->
                    assertThat(restored.cashier.receive(request).number()).isEqualTo(receipt.number()));
            StudentNumber student = StudentNumber.parse("100");
            assertThat(restored.cashier
                            .receive(payment(student, "3.00"))
                            .number()
                            .value())
                    .isEqualTo(kept + 1);
            assertThat(restored.charge(student, "Lab fee", "12.00").batch().value())
                    .isEqualTo(Long.parseLong(restored.ask("SELECT MAX(id) FROM fees_batch")));
            assertThat(restored.faults()).isEmpty();
        }
    }

    /** Takes money, charges and voids until the dump is complete, and a little longer. */
    private Void work(Random random, CountDownLatch warm, CountDownLatch dumped) {
        int last = Integer.MAX_VALUE;
        for (int i = 0; i < last; i++) {
            StudentNumber student = StudentNumber.parse(String.valueOf(100 + random.nextInt(40)));
            PaymentRequest request = payment(RequestKey.fresh(), student, "7." + (10 + random.nextInt(90)));
            Receipt receipt = office.cashier.receive(request);
            if (random.nextInt(4) == 0) {
                office.charge(student, "Fee " + random.nextLong(), "19.99", "GST");
                office.corrections.apply(new VoidReceipt(
                        RequestKey.fresh(),
                        CASHIER,
                        receipt.number(),
                        DatabaseOffice.DAY,
                        "Mistake",
                        Set.of(Confirmation.values())));
            } else {
                taken.put(request, receipt);
                warm.countDown();
            }
            if (last == Integer.MAX_VALUE && dumped.getCount() == 0) {
                last = i + AFTER;
            }
        }
        return null;
    }

    private DatabaseOffice restored(Path file) {
        DatabaseOffice restored =
                new DatabaseOffice(fresh -> TestDatabase.backup().restore(file, fresh), CASHIERS);
        restored.settings.change(office.settings.current());
        return restored;
    }

    /** How many restored rows are not in the first database, or differ from it; {@code paid_id} is all that may have changed. */
    private int changedRows(DatabaseOffice restored) {
        return Integer.parseInt(restored.ask("""
                SELECT COUNT(*) FROM fees_jrl r LEFT JOIN %s.fees_jrl o ON o.id = r.id
                WHERE o.id IS NULL OR NOT (o.studnum <=> r.studnum AND o.trans_date <=> r.trans_date AND o.trans_type <=> r.trans_type
                  AND o.name <=> r.name AND o.total <=> r.total AND o.request_key <=> r.request_key
                  AND o.receipt_number <=> r.receipt_number AND o.recorded_at <=> r.recorded_at)
                """.formatted(office.administrator.name())));
    }
}
