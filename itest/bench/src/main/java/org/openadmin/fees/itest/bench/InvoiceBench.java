package org.openadmin.fees.itest.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;

/**
 * The invoices of a whole school: compared with a program that does nothing but write these pages, and at the same time
 * as payments at the counter.
 */
final class InvoiceBench {

    static final int STUDENTS = 2_000;

    private static final int WARM_UP = 5;
    private static final int COUNTED = 5;
    private static final int ROUNDS = 3;
    private static final int PAYMENTS_PER_ROUND = 100;
    private static final double P95 = 0.95;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Actor CASHIER = new Actor("bench", Set.of(Role.CASHIER));

    private final InvoiceSchool school;

    /** Writes the invoices of all students. */
    private interface Printer {
        void write(OutputStream out) throws Exception;
    }

    /** The durations of one printer's runs in milliseconds, and the size of the last output in bytes. */
    private static final class Runs {
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> wall = new ArrayList<>();
        private int bytes;

        /**
         * Measures the processor time of the whole process: the writing thread, the compiler and the garbage collector.
         */
        void time(Printer printer) throws Exception {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            System.gc();
            long cpuBefore = cpuTime();
            long before = System.nanoTime();
            printer.write(out);
            wall.add((System.nanoTime() - before) / NANOS_PER_MILLI);
            cpu.add((cpuTime() - cpuBefore) / NANOS_PER_MILLI);
            bytes = out.size();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "CPU %.0f ms, clock %.0f ms, %.2f MB",
                    Stopwatch.median(cpu),
                    Stopwatch.median(wall),
                    bytes / 1e6);
        }
    }

    InvoiceBench(InvoiceSchool school) {
        this.school = school;
    }

    void run() throws Exception {
        compare();
        counter();
    }

    private void compare() throws Exception {
        BaselineInvoicePrinter direct = new BaselineInvoicePrinter(school);
        Runs ours = new Runs();
        Runs theirs = new Runs();
        for (int i = 0; i < WARM_UP + COUNTED; i++) {
            if (i == WARM_UP) {
                ours = new Runs();
                theirs = new Runs();
            }
            ours.time(out -> school.print((done, all) -> true, out));
            theirs.time(direct::write);
        }
        System.out.printf(
                Locale.ROOT,
                "%d invoices: service %s; direct OpenPDF %s (medians of %d), ratio of CPU %.2f%n",
                STUDENTS,
                ours,
                theirs,
                COUNTED,
                Stopwatch.median(ours.cpu) / Stopwatch.median(theirs.cpu));
    }

    private void counter() throws Exception {
        Iterator<AccountNumber> queue = school.accounts().balances().stream()
                .filter(account -> account.outstanding().isPositive())
                .map(AccountBalance::student)
                .iterator();
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        receive(queue, new ArrayList<>());
        for (int round = 0; round < ROUNDS; round++) {
            receive(queue, alone);
            whilePrinting(() -> receive(queue, beside));
        }
        System.out.printf(
                Locale.ROOT,
                "Receiving a payment, 95th percentile of %d: %.1f ms; while invoices are printed %.1f ms%n",
                alone.size(),
                percentile(alone),
                percentile(beside));
    }

    private void whilePrinting(Runnable work) throws Exception {
        CountDownLatch going = new CountDownLatch(2);
        AtomicBoolean enough = new AtomicBoolean();
        Thread run = new Thread(() -> {
            try {
                while (!enough.get()) {
                    school.print(
                            (done, all) -> {
                                going.countDown();
                                return !enough.get();
                            },
                            OutputStream.nullOutputStream());
                }
            } catch (RunCancelledException e) {
                // expected: the measurement has ended
            } finally {
                enough.set(true);
                going.countDown();
                going.countDown();
            }
        });
        run.start();
        going.await();
        try {
            work.run();
        } finally {
            enough.set(true);
            run.join();
        }
    }

    private void receive(Iterator<AccountNumber> queue, List<Double> millis) {
        for (int i = 0; i < PAYMENTS_PER_ROUND; i++) {
            AccountNumber student = queue.next();
            Charge charge = school.accounts().outstanding(student).get(0);
            PaymentRequest request = new PaymentRequest(
                    RequestKey.fresh(),
                    CASHIER,
                    student,
                    InvoiceSchool.DAY,
                    charge.total(),
                    Set.of(charge.id()),
                    PaymentMethod.CASH,
                    "",
                    Set.of(Confirmation.values()));
            long before = System.nanoTime();
            school.cashier().receive(request);
            millis.add((System.nanoTime() - before) / NANOS_PER_MILLI);
        }
    }

    private static double percentile(List<Double> values) {
        return values.stream()
                .sorted()
                .skip((long) (values.size() * P95))
                .findFirst()
                .orElseThrow();
    }

    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
