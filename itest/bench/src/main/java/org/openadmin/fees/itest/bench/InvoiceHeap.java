package org.openadmin.fees.itest.bench;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.itest.database.Database;

/** Prints the invoices of a school in a separate JVM with a limited heap. */
public final class InvoiceHeap {

    static final List<Integer> SCHOOLS = List.of(2_000, 20_000);

    private static final int MEGABYTES = 256;
    private static final int SAMPLES = 4;
    private static final double MEGABYTE = 1 << 20;

    private InvoiceHeap() {}

    static void measure(Database database) throws Exception {
        Process child = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx" + MEGABYTES + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InvoiceHeap.class.getName(),
                        database.url(),
                        database.user(),
                        database.password()))
                .inheritIO()
                .start();
        if (child.waitFor() != 0) {
            throw new IllegalStateException("The invoices do not fit into " + MEGABYTES + " MB");
        }
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        try (InvoiceSchool school = InvoiceSchool.at(new Database(arguments[0], arguments[1], arguments[2]))) {
            List<Double> inUse = new ArrayList<>();
            long start = System.nanoTime();
            InvoiceRun run = school.print(
                    (done, all) -> {
                        if (done * SAMPLES / all >= inUse.size()) {
                            inUse.add(inUse());
                        }
                        return true;
                    },
                    OutputStream.nullOutputStream());
            System.out.printf(
                    "%d invoices with -Xmx%dm: %.0f s, %d pages; in use after a full collection when none, a quarter …"
                            + " are done: %s MB%n",
                    run.invoices(),
                    MEGABYTES,
                    (System.nanoTime() - start) / 1e9,
                    run.pages(),
                    String.join(", ", inUse.stream().map("%.1f"::formatted).toList()));
        }
        System.exit(0);
    }

    private static double inUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
