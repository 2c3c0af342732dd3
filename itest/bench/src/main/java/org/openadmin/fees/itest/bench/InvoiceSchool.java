package org.openadmin.fees.itest.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.internal.accounts.JpaFeeAccounts;
import org.openadmin.fees.internal.billing.JpaFeeCatalogue;
import org.openadmin.fees.internal.invoicing.JpaInvoiceRunRecorder;
import org.openadmin.fees.internal.invoicing.JpaInvoiceRuns;
import org.openadmin.fees.internal.invoicing.LocalPortal;
import org.openadmin.fees.internal.invoicing.PrintedInvoices;
import org.openadmin.fees.internal.payments.JpaCashier;
import org.openadmin.fees.internal.students.JpaStudents;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.MariaDb;
import org.openadmin.fees.reports.internal.documents.PdfInvoiceRenderer;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;

/** A school with a letterhead whose students all owe the same five fees with two taxes: an invoice of one page for each. */
record InvoiceSchool(
        BenchSchool school, School letterhead, FeeAccounts accounts, Cashier cashier, InvoicePrinter printer)
        implements AutoCloseable {

    static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    static final int FEES = 5;
    private static final Actor CLERK = new Actor("bench", Set.of(Role.BILL));
    private static final int LOGO = 200;

    private static final String CHARGES =
            "INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom,"
                    + " trans_type, trans_date, due_date, name, description, subtotal, discount, batch_id, recorded_at, recorded_by,"
                    + " tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate, total)"
                    + " SELECT studnum, CONCAT(lastname, ', ', firstname), grade, homeroom, 'chg', DATE '2026-08-31' + INTERVAL seq DAY,"
                    + " DATE '2026-10-08', ELT(1 + seq, 'Student fee', 'Lab fee', 'Textbook deposit', 'Field trip to Grasslands', 'Athletics'), '',"
                    + " 20 + 10 * seq, 0, 1 + seq, '2026-09-01T08:00:00.000Z', 'bench', 0.05 * (20 + 10 * seq), 'GST', 5,"
                    + " 0.06 * (20 + 10 * seq), 'PST', 6, 1.11 * (20 + 10 * seq)"
                    + " FROM fees_student JOIN seq_0_to_4 WHERE active = 1";

    /** Creates a new school. */
    static InvoiceSchool open(MariaDb server, String name, int students) throws Exception {
        BenchSchool school = BenchSchool.open(server, name, students);
        try (Connection connection = school.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CHARGES);
            statement.execute("ANALYZE TABLE fees_jrl");
        }
        return of(school);
    }

    /** Opens a school that another process has created. */
    static InvoiceSchool at(Database database) throws Exception {
        return of(BenchSchool.at(database));
    }

    private static InvoiceSchool of(BenchSchool school) throws IOException {
        Settings plain = school.settings().current();
        School letterhead = new School(
                "Bench School",
                List.of("450 Athabasca Street East", "Moose Jaw SK  S6H 0K1"),
                List.of("306 555-0142", "office@bench.example"),
                List.of(),
                Optional.of(logo()),
                "Registered charity 12345 6789 RR0001",
                Map.of());
        Settings settings = new Settings(
                letterhead,
                plain.currency(),
                plain.locale(),
                plain.taxes(),
                plain.profiles(),
                plain.payments(),
                plain.documents(),
                plain.accounts());
        FeesSettings current = () -> settings;
        FeeAccounts accounts = new JpaFeeAccounts(school.transactions(), current, Clock.systemDefaultZone());
        Cashier cashier = new JpaCashier(
                school.transactions(),
                current,
                new JpaFeeCatalogue(school.transactions(), current, Clock.systemUTC()),
                Clock.systemUTC());
        InvoicePrinter printer = new PrintedInvoices(
                accounts,
                new JpaStudents(school.transactions(), current),
                new PdfInvoiceRenderer(Clock.systemDefaultZone()),
                new JpaInvoiceRuns(school.transactions(), current, Clock.systemDefaultZone()),
                new JpaInvoiceRunRecorder(school.transactions(), current, Clock.systemDefaultZone(), new LocalPortal()),
                current,
                user -> () -> {},
                Clock.systemDefaultZone());
        return new InvoiceSchool(school, letterhead, accounts, cashier, printer);
    }

    private static Path logo() throws IOException {
        BufferedImage picture = new BufferedImage(LOGO, LOGO, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, LOGO, LOGO);
        drawing.setColor(Color.BLUE);
        drawing.fillOval(0, 0, LOGO, LOGO);
        drawing.dispose();
        Path file = Files.createTempFile("fees-bench", ".png");
        file.toFile().deleteOnExit();
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    /** Prints the invoices of all students. */
    InvoiceRun print(Progress progress, OutputStream out) {
        return printer.print(InvoiceRequest.of(CLERK, DAY, Optional.empty()), progress, out);
    }

    @Override
    public void close() {
        school.close();
    }
}
