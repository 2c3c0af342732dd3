package org.openadmin.fees.itest.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openadmin.fees.itest.database.MariaDb;

/**
 * Runs all measurements, or those named as arguments, and prints the results: {@code ./fees bench}. The lists are measured in journals of
 * the sizes after {@code --rows}, separated by commas, closed up to the last month, or with {@code --open} without any closing.
 */
public final class BenchMain {

    private static final String ASSESS = "assess";
    private static final String BALANCES = "balances";
    private static final String PAY = "pay";
    private static final String INVOICES = "invoices";
    private static final String LISTS = "lists";
    private static final List<String> ALL = List.of(ASSESS, PAY, BALANCES, INVOICES, LISTS);

    private static final String ROWS = "--rows";
    private static final String OPEN = "--open";
    /** What a server of a school has; the default of MariaDB is 128 MB. */
    private static final String MEMORY = "SET GLOBAL innodb_buffer_pool_size = 3 * 1024 * 1024 * 1024";

    private BenchMain() {}

    public static void main(String[] all) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(all));
        boolean closed = !arguments.remove(OPEN);
        int rows = arguments.indexOf(ROWS);
        List<JournalRows> sizes = List.of(new JournalRows(1_000_000));
        if (rows >= 0 && rows + 1 < arguments.size()) {
            sizes = Stream.of(arguments.get(rows + 1).split(","))
                    .map(size -> new JournalRows(Integer.parseInt(size)))
                    .toList();
            arguments.subList(rows, rows + 2).clear();
        }
        List<String> unknown = new ArrayList<>(arguments);
        unknown.removeAll(ALL);
        if (!unknown.isEmpty()) {
            System.err.println(
                    "There is nothing to measure by the name " + unknown.get(0) + ": " + String.join(", ", ALL));
            System.exit(1);
        }
        measure(arguments.isEmpty() ? ALL : arguments, sizes, closed);
        System.exit(0);
    }

    private static void measure(List<String> parts, List<JournalRows> sizes, boolean closed) throws Exception {
        Path folder = Path.of(System.getProperty("fees.checkout", "."), "itest", "bench", "target");
        try (MariaDb server = MariaDb.start(folder.resolve("mariadb"), folder.resolve("mariadb-embedded"))) {
            System.out.println("MariaDB " + server.version() + ", Java " + Runtime.version());
            String name = "bench_" + System.currentTimeMillis();
            if (parts.contains(ASSESS) || parts.contains(PAY) || parts.contains(BALANCES)) {
                try (BenchSchool school = BenchSchool.open(server, name, BenchSchool.STUDENTS)) {
                    school(school, parts);
                }
            }
            if (parts.contains(INVOICES)) {
                invoices(server, name + "_invoices");
            }
            if (parts.contains(LISTS)) {
                lists(server, name, sizes, closed);
            }
        }
    }

    private static void lists(MariaDb server, String name, List<JournalRows> sizes, boolean closed) throws Exception {
        PageTimings pages = new PageTimings();
        for (JournalRows size : sizes) {
            String own = name + "_" + size.rows();
            try (BenchSchool school = BenchSchool.open(server, own, JournalRows.STUDENTS)) {
                server.database(own).execute(MEMORY);
                long start = System.nanoTime();
                size.fill(school.database());
                System.out.printf(
                        Locale.ROOT, "%d rows made in %.0f s%n", size.rows(), (System.nanoTime() - start) / 1e9);
                if (closed) {
                    new BenchClosings(school).run();
                }
                pages.begin(school, size.rows());
                new ListsBench(school, size, pages).run();
            }
            server.database(own).execute("DROP DATABASE " + own);
        }
        System.out.println(pages.report());
    }

    private static void school(BenchSchool school, List<String> parts) throws Exception {
        AssessmentBench assessment = new AssessmentBench(school);
        if (parts.contains(ASSESS)) {
            assessment.run();
        } else {
            assessment.assess(0);
        }
        if (parts.contains(PAY)) {
            new PaymentBench(school).run();
        }
        if (parts.contains(BALANCES)) {
            new BalanceBench(school).run();
        }
    }

    private static void invoices(MariaDb server, String name) throws Exception {
        try (InvoiceSchool school = InvoiceSchool.open(server, name, InvoiceBench.STUDENTS)) {
            new InvoiceBench(school).run();
        }
        for (int students : InvoiceHeap.SCHOOLS) {
            String own = name + "_" + students;
            InvoiceSchool.open(server, own, students).close();
            InvoiceHeap.measure(server.database(own));
        }
    }
}
