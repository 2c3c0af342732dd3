package org.openadmin.fees.itest.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openadmin.fees.itest.database.MariaDb;

/** Runs all measurements, or those named as arguments, and prints the results: {@code ./fees bench}. */
public final class BenchMain {

    private static final String ASSESS = "assess";
    private static final String BALANCES = "balances";
    private static final String INVOICES = "invoices";
    private static final String LISTS = "lists";
    private static final List<String> ALL = List.of(ASSESS, BALANCES, INVOICES, LISTS);

    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        List<String> unknown = new ArrayList<>(List.of(arguments));
        unknown.removeAll(ALL);
        if (!unknown.isEmpty()) {
            System.err.println(
                    "There is nothing to measure by the name " + unknown.get(0) + ": " + String.join(", ", ALL));
            System.exit(1);
        }
        measure(arguments.length == 0 ? ALL : List.of(arguments));
        System.exit(0);
    }

    private static void measure(List<String> parts) throws Exception {
        Path folder = Path.of(System.getProperty("fees.checkout", "."), "itest", "bench", "target");
        try (MariaDb server = MariaDb.start(folder.resolve("mariadb"), folder.resolve("mariadb-embedded"))) {
            System.out.println("MariaDB " + server.version() + ", Java " + Runtime.version());
            String name = "bench_" + System.currentTimeMillis();
            if (parts.contains(ASSESS) || parts.contains(BALANCES)) {
                try (BenchSchool school = BenchSchool.open(server, name, BenchSchool.STUDENTS)) {
                    school(school, parts);
                }
            }
            if (parts.contains(INVOICES)) {
                invoices(server, name + "_invoices");
            }
            if (parts.contains(LISTS)) {
                try (BenchSchool school = BenchSchool.open(server, name + "_million", MillionRows.STUDENTS)) {
                    MillionRows.fill(school.database());
                    new ListsBench(school).run();
                }
            }
        }
    }

    private static void school(BenchSchool school, List<String> parts) throws Exception {
        AssessmentBench assessment = new AssessmentBench(school);
        if (parts.contains(ASSESS)) {
            assessment.run();
        } else {
            assessment.assess(0);
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
