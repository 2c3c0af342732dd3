package org.openadmin.fees.itest.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.itest.database.MariaDb;

/** The work that the benchmarks time can be done, on a school of a few students. */
class BenchDatabaseTest {

    private static final Path TARGET = Path.of("target");
    private static final int STUDENTS = 20;

    private static MariaDb server;

    @BeforeAll
    static void start() {
        server = MariaDb.start(
                TARGET.resolve("mariadb-" + ProcessHandle.current().pid()), TARGET.resolve("mariadb-embedded"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theServiceAndThePlainProgramPrintTheSameInvoices() throws Exception {
        try (InvoiceSchool school = InvoiceSchool.open(server, "invoices", STUDENTS)) {
            ByteArrayOutputStream ours = new ByteArrayOutputStream();
            int pages = school.print((done, all) -> true, ours).pages();
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            new BaselineInvoicePrinter(school).write(plain);
            assertThat(pages).isPositive();
            assertThat(pages(ours)).isEqualTo(pages);
            assertThat(pages(plain)).isEqualTo(pages);
        }
    }

    private static int pages(ByteArrayOutputStream pdf) throws Exception {
        PdfReader reader = new PdfReader(pdf.toByteArray());
        try {
            return reader.getNumberOfPages();
        } finally {
            reader.close();
        }
    }

    @Test
    void theServiceAndThePlainBatchChargeEveryStudentAndAllAccountsAreSummed() throws Exception {
        try (BenchSchool school = BenchSchool.open(server, "charges", STUDENTS)) {
            AssessmentBench assessment = new AssessmentBench(school);
            assessment.assess(1);
            assessment.insert(2);
            BalanceBench balances = new BalanceBench(school);
            assertThat(balances.sum()).isEqualTo(balances.balances()).isPositive();
        }
    }
}
