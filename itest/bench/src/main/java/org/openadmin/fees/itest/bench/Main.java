package org.openadmin.fees.itest.bench;

import java.nio.file.Path;
import org.openadmin.fees.itest.database.MariaDb;

/** Runs the measurements and prints them: {@code ./fees bench}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(System.getProperty("fees.checkout", "."), "itest", "bench", "target");
        try (MariaDb server = MariaDb.start(folder.resolve("mariadb"), folder.resolve("mariadb-embedded"))) {
            System.out.println("MariaDB " + server.version() + ", Java " + Runtime.version());
            String name = "bench_" + System.currentTimeMillis();
            try (BenchSchool school = BenchSchool.open(server, name, BenchSchool.STUDENTS)) {
                new AssessmentBench(school).run();
                new BalanceBench(school).run();
            }
            try (BenchSchool school = BenchSchool.open(server, name + "_million", MillionRows.STUDENTS)) {
                MillionRows.fill(school.database());
                new ListsBench(school).run();
            }
        }
        System.exit(0);
    }
}
