package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CAD;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CLERK;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.reports.internal.documents.DocumentSchool;
import org.openadmin.fees.reports.internal.documents.MonthsInMemory;
import org.openadmin.fees.reports.internal.documents.OverviewInMemory;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.spi.csv.CsvCells;
import org.openadmin.fees.testkit.Kit;

/** The lists. The CSV files: exact bytes, safe in a spreadsheet, and unchanged when read back. */
class ExportsTest {

    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private final DocumentSchool school = new DocumentSchool();
    private final MonthsInMemory months = new MonthsInMemory();
    private final OverviewInMemory overview = new OverviewInMemory();
    private final AccountCodes codes = new AccountCodes(
            Map.of(EntryKind.CHARGE, "4000", EntryKind.PAYMENT, "1000"),
            Map.of(PaymentMethod.CHEQUE, "1010"),
            Map.of("lab fee", "4010"));
    private Locale locale = Locale.CANADA;
    private final FeeExports exports = new ListExports(
            months,
            school.office.journal(),
            school.counter.receipts(),
            school.office.statements(),
            overview,
            new OneRun(),
            this::settings,
            Kit.CLOCK);

    @Test
    void aMonthIsALineForEachFeeAndMethodAndAClosingOne() {
        months.summary = new MonthSummary(
                SEPTEMBER,
                List.of("GST", "PST"),
                List.of(
                        new Line(
                                EntryKind.CHARGE,
                                "Lab fee, \"chemistry\"",
                                Optional.empty(),
                                "4010",
                                2,
                                money("49.90"),
                                Map.of("GST", money("2.50"), "PST", money("3.00")),
                                money("55.40")),
                        new Line(
                                EntryKind.ON_ACCOUNT,
                                "Payment",
                                Optional.of(PaymentMethod.CASH),
                                "",
                                1,
                                money("-20.00"),
                                Map.of(),
                                money("-20.00")),
                        new Line(
                                EntryKind.PAYMENT,
                                "Payment",
                                Optional.empty(),
                                "1000",
                                1,
                                money("-5.00"),
                                Map.of(),
                                money("-5.00"))),
                4,
                money("30.40"));

        String file = written(out -> assertThat(exports.summary(CLERK, SEPTEMBER, ListFormat.CSV, out))
                .isEqualTo(months.summary));

        assertThat(file).isEqualTo("""
                        month,kind,name,account,count,subtotal,GST,PST,total
                        2026-09,charge,"Lab fee, ""chemistry""\",4010,2,49.90,2.50,3.00,55.40
                        2026-09,on-account,cash,,1,-20.00,0.00,0.00,-20.00
                        2026-09,payment,Payment,1000,1,-5.00,0.00,0.00,-5.00
                        2026-09,total,,,4,24.90,2.50,3.00,30.40
                        """.replace("\n", "\r\n"));
    }

    @Test
    void transactionsCarryTheirAccountAndCloseWithTheSumOfTheMonth() {
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        school.journal.charge(student, DAY.minusMonths(1), "Lab fee", "", "9.00");
        long lab = school.journal.charge(student, DAY, "LAB fee ", "Chemistry", "24.95", "GST 1.25", "HST 3.24");
        school.journal.pay(student, DAY, 7, "29.44", lab);
        school.journal.charge(student, DAY.plusDays(1), "Bus", "", "100.00");
        months.summary = new MonthSummary(SEPTEMBER, List.of("GST"), List.of(), 3, money("100.00"));

        String file = written(out -> assertThat(exports.transactions(CLERK, SEPTEMBER, ListFormat.CSV, out))
                .isEqualTo(new JournalTotals(3, money("129.44"), money("-29.44"), money("0.00"), money("100.00"))));

        assertThat(file).isEqualTo("""
                        date,number,kind,student,student name,grade,homeroom,name,description,account,method,reference,receipt,\
                        settled by,corrects,batch,recorded at,recorded by,subtotal,GST,other taxes,total
                        2026-09-08,2,charge,100,"Tremblay, Inès",9,9A,LAB fee,Chemistry,4010,,,,3,,,,anna,24.95,1.25,3.24,29.44
                        2026-09-08,3,payment,100,"Tremblay, Inès",9,9A,Payment,LAB fee,1010,cheque,000123,7,,,,,anna,-29.44,0.00,0.00,-29.44
                        2026-09-09,4,charge,100,"Tremblay, Inès",9,9A,Bus,,4000,,,,,,,,anna,100.00,0.00,0.00,100.00
                        "",,total,,,,,,,,,,,,,,,,95.51,1.25,3.24,100.00
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")
    void whatASpreadsheetWouldRunIsPrecededByAnApostrophe(String evil) {
        school.journal.charge(school.student(100, evil, ""), DAY, evil, evil, "1.00");

        CSVRecord row = rows(out -> exports.journal(CLERK, JournalQuery.everything(), ListFormat.CSV, out))
                .get(0);

        assertThat(row.get("student name")).isEqualTo("'" + evil);
        assertThat(row.get("description")).isEqualTo("'" + evil);
        assertThat(row.get("name")).isEqualTo(CsvCells.of(evil.strip()));
        assertThat(row.get("total")).isEqualTo("1.00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tremblay, \"Inès\"",
                "O'Connor",
                "two\nlines",
                "two\r\nlines",
                "<b>bold</b>",
                "😀 emoji",
                "عبد الله",
                "a=b",
                "1-2",
                ";semicolon",
                "#100",
                " blank ",
                "\\",
                "''",
                "\""
            })
    void anyOtherTextComesBackAsItWas(String text) {
        StudentNumber student = school.student(100, text, "");
        school.journal.charge(student, DAY, "Fee", text, "1.00");

        CSVRecord row = rows(out -> exports.journal(CLERK, JournalQuery.everything(), ListFormat.CSV, out))
                .get(0);

        assertThat(row.get("description")).isEqualTo(text);
        assertThat(row.get("student name")).isEqualTo(text);
        assertThat(row.isConsistent()).isTrue();
    }

    @Test
    void eachLineOfTheJournalAddsUpThoughItsTaxesHaveOtherNames() {
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        school.journal.charge(student, DAY, "Lab", "", "10.00", "gst 0.50", "TVQ 1.00", "HST 0.25");
        school.journal.refund(student, DAY, "3.00", "moved");

        for (CSVRecord row : rows(out -> exports.journal(CLERK, JournalQuery.everything(), ListFormat.CSV, out))) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String column : List.of("subtotal", "GST", "PST", "other taxes")) {
                sum = sum.add(new BigDecimal(row.get(column)));
            }
            assertThat(sum).isEqualTo(new BigDecimal(row.get("total")));
        }
    }

    @Test
    void receiptsAreAllThereOnceThoughSomebodyTakesMoneyMeanwhile() {
        for (int number = 1; number <= 2_500; number++) {
            school.keep(receipt(number));
        }
        school.counter.watchQueries(Receipts.class, query -> {
            if (query > 1) {
                school.keep(receipt(2_499 + query));
            }
        });

        List<String> numbers =
                rows(out -> exports.receipts(CLERK, ReceiptQuery.everything(), ListFormat.CSV, out)).stream()
                        .map(row -> row.get("receipt"))
                        .toList();

        assertThat(numbers)
                .hasSize(2_500)
                .doesNotHaveDuplicates()
                .startsWith("2500")
                .endsWith("1");
    }

    @Test
    void aReceiptSaysHowItWasPaidAndThatItWasVoided() {
        school.keep(receipt(7));

        assertThat(written(out -> exports.receipts(CLERK, ReceiptQuery.everything(), ListFormat.CSV, out)))
                .isEqualTo("""
                        receipt,date,student,student name,grade,homeroom,received,settled,from credit,on account,charges,method,\
                        reference,cashier,recorded at,voided
                        7,2026-09-08,100,"Tremblay, Inès",9,9A,12.50,0.00,0.00,12.50,,cheque,'=1,anna,,2026-09-09
                        """.replace("\n", "\r\n"));
    }

    @Test
    void aStatementBeginsWithTheOpeningAndEndsWithTheClosingBalance() {
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        long lab = school.journal.charge(student, DAY.minusDays(30), "Lab", "", "10.00");
        school.journal.pay(student, DAY, 7, "4.00");

        List<CSVRecord> rows = rows(out ->
                exports.statement(new StatementRequest(CLERK, student, DAY, DAY.plusDays(1)), ListFormat.CSV, out));

        assertThat(rows)
                .extracting(row -> row.get("kind"))
                .containsExactly("opening balance", "on-account", "closing balance");
        assertThat(rows).extracting(row -> row.get("amount")).containsExactly("", "-4.00", "");
        assertThat(rows).extracting(row -> row.get("balance")).containsExactly("10.00", "6.00", "6.00");
        assertThat(rows(out -> exports.history(CLERK, student, ListFormat.CSV, out)))
                .extracting(row -> row.get("number") + " " + row.get("balance"))
                .containsExactly(lab + " 10.00", "2 6.00");
    }

    @Test
    void receivablesHaveAColumnForEachAge() {
        overview.receivables = List.of(new Receivable(
                new StudentSnapshot(new StudentNumber(100), "", "", ""),
                Map.of(
                        Age.TO_30, money("1.00"),
                        Age.TO_60, money("2.00"),
                        Age.TO_90, money("4.00"),
                        Age.OVER_90, money("8.00")),
                new AccountBalance(new StudentNumber(100), money("14.00"), money("15.00"))));
        overview.creditOnlyStudents = 3;
        overview.creditOnly = money("20.50");

        assertThat(written(out -> exports.receivables(CLERK, DAY, ListFormat.CSV, out)))
                .isEqualTo("""
                        date,student,student name,grade,homeroom,days 0-30,days 31-60,days 61-90,days over 90,outstanding,credit,balance
                        2026-09-08,100,,,,1.00,2.00,4.00,8.00,15.00,1.00,14.00
                        2026-09-08,,students with credit only: 3,,,0.00,0.00,0.00,0.00,0.00,20.50,-20.50
                        """.replace("\n", "\r\n"));
    }

    /** The same rows as the CSV file above, for a French office. */
    @Test
    void aWorkbookHasTypedCellsAndTheWordsOfTheSchool() {
        locale = Locale.CANADA_FRENCH;
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        long lab = school.journal.charge(student, DAY, "=Labo", "3-05", "24.95", "GST 1.25");
        school.journal.pay(student, DAY, 7, "26.20", lab);

        Sheets sheets = sheets(out -> exports.journal(CLERK, JournalQuery.everything(), ListFormat.XLSX, out));

        assertThat(sheets.names()).containsExactly("Journal");
        assertThat(sheets.header())
                .startsWith("Date", "Numéro", "Type", "Numéro d’élève", "Élève", "Niveau", "Groupe-repère")
                .endsWith("Sous-total", "TPS", "TVP", "Autres taxes", "Total");
        assertThat(sheets.size()).isEqualTo(3);
        int charge = sheets.row(1).contains("3-05") ? 1 : 2;
        int payment = 3 - charge;
        assertThat(sheets.cell(charge, "Date").asDate()).isEqualTo(DAY.atStartOfDay());
        assertThat(sheets.cell(charge, "Total").asNumber()).isEqualTo("26.20");
        assertThat(sheets.cell(charge, "Nom").asString()).isEqualTo("=Labo");
        assertThat(sheets.cell(charge, "Description").asString()).isEqualTo("3-05");
        assertThat(sheets.type(charge, "Description")).isEqualTo(CellType.STRING);
        assertThat(sheets.cell(charge, "Type").asString()).isEqualTo("Frais");
        assertThat(sheets.cell(payment, "Référence").asString()).isEqualTo("000123");
        assertThat(sheets.cell(payment, "Mode de paiement").asString()).isEqualTo("Chèque");
        assertThat(sheets.cell(payment, "Nom").asString()).isEqualTo("Paiement");
        assertThat(sheets.cell(payment, "Description").asString()).isEqualTo("=Labo");
        assertThat(sheets.cell(payment, "Total").asNumber()).isEqualTo("-26.20");
        assertThat(sheets.type(payment, "Réglé par")).isEqualTo(CellType.EMPTY);
    }

    @Test
    void eachListIsAWorkbookWithTheRowsOfItsCsv() {
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        long lab = school.journal.charge(student, DAY, "Lab", "", "10.00");
        school.journal.pay(student, DAY, 7, "4.00", lab);
        school.keep(receipt(7));
        overview.creditOnlyStudents = 1_200;
        overview.creditOnly = money("20.50");
        months.summary = new MonthSummary(SEPTEMBER, List.of("GST"), List.of(), 2, money("6.00"));
        Map<String, BiConsumer<ListFormat, OutputStream>> lists = new LinkedHashMap<>();
        lists.put("Monthly summary", (format, out) -> exports.summary(CLERK, SEPTEMBER, format, out));
        lists.put("Transactions", (format, out) -> exports.transactions(CLERK, SEPTEMBER, format, out));
        lists.put("Journal", (format, out) -> exports.journal(CLERK, JournalQuery.everything(), format, out));
        lists.put("Receipts", (format, out) -> exports.receipts(CLERK, ReceiptQuery.everything(), format, out));
        lists.put(
                "Account statement",
                (format, out) ->
                        exports.statement(new StatementRequest(CLERK, student, DAY, DAY.plusDays(1)), format, out));
        lists.put("All transactions", (format, out) -> exports.history(CLERK, student, format, out));
        lists.put("Aged receivables", (format, out) -> exports.receivables(CLERK, DAY, format, out));
        lists.put("Invoice run", (format, out) -> exports.run(CLERK, new RunNumber(1), format, out));

        lists.forEach((title, list) -> {
            List<CSVRecord> rows = rows(out -> list.accept(ListFormat.CSV, out));
            Sheets sheets = sheets(out -> list.accept(ListFormat.XLSX, out));

            assertThat(sheets.names()).containsExactly(title);
            assertThat(sheets.size()).as(title).isEqualTo(rows.size() + 1);
            assertThat(sheets.header()).as(title).hasSize(rows.get(0).size());
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = sheets.row(row + 1);
                for (int column = 0; column < cells.size(); column++) {
                    assertThat(cells.get(column).isEmpty())
                            .as(title + ", row " + row + ", " + sheets.header().get(column))
                            .isEqualTo(rows.get(row).get(column).isEmpty());
                }
            }
        });
        assertThat(sheets(out -> exports.receivables(CLERK, DAY, ListFormat.XLSX, out))
                        .cell(1, "Student")
                        .asString())
                .isEqualTo("Students with credit only: 1200");
    }

    @Test
    void aWorkbookCallsAWaiverAnAdjustmentForThoseWhoMayNotSeeIt() {
        StudentNumber student = school.student(100, "Tremblay", "Inès");
        long lab = school.journal.charge(student, DAY, "Lab", "", "10.00");
        school.journal.lift(EntryKind.WAIVER, DAY, lab, "hardship");
        Actor viewer = new Actor("vera", Set.of(Role.VIEW));

        assertThat(kinds(viewer)).contains("Adjustment").doesNotContain("Waiver");
        assertThat(kinds(CLERK)).contains("Waiver").doesNotContain("Adjustment");
    }

    private List<String> kinds(Actor reader) {
        Sheets sheets = sheets(out -> exports.journal(reader, JournalQuery.everything(), ListFormat.XLSX, out));
        return List.of(sheets.cell(1, "Kind").asString(), sheets.cell(2, "Kind").asString());
    }

    private static Sheets sheets(Consumer<OutputStream> export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.accept(out);
        return Sheets.of(out.toByteArray());
    }

    @Test
    void nobodyWithoutARoleGetsAByte() {
        Actor nobody = new Actor("nobody", Set.of());
        StudentNumber student = new StudentNumber(100);
        List<Consumer<OutputStream>> all = List.of(
                out -> exports.summary(nobody, SEPTEMBER, ListFormat.CSV, out),
                out -> exports.transactions(nobody, SEPTEMBER, ListFormat.CSV, out),
                out -> exports.journal(nobody, JournalQuery.everything(), ListFormat.CSV, out),
                out -> exports.receipts(nobody, ReceiptQuery.everything(), ListFormat.CSV, out),
                out -> exports.statement(new StatementRequest(nobody, student, DAY, DAY), ListFormat.CSV, out),
                out -> exports.history(nobody, student, ListFormat.CSV, out),
                out -> exports.receivables(nobody, DAY, ListFormat.CSV, out));
        for (Consumer<OutputStream> export : all) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> export.accept(out)).isInstanceOf(NotAllowedException.class);
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void aFullDiskIsSaid() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> exports.receivables(CLERK, DAY, ListFormat.CSV, full))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void theLogOfARunNamesEachStudentAndWhatSheMetWith() {
        String file = written(out -> exports.run(CLERK, new RunNumber(1), ListFormat.CSV, out));

        assertThat(file).isEqualTo("""
                        run,channel,state,invoice date,started at,started by,student,student name,grade,homeroom,outcome,due,recipient,detail,unprintable
                        1,print,done,2026-09-08,2026-09-08T14:05:00Z,anna,2,"Nowhere, Nell",9,9A,no-address,1.00,,,
                        1,print,done,2026-09-08,2026-09-08T14:05:00Z,anna,1,"O'Wes, =Olaf",9,9A,invoiced,10.00,,,
                        """.replace("\n", "\r\n"));
    }

    /** A print for two students. */
    private static final class OneRun implements InvoiceRuns {

        @Override
        public Optional<InvoiceRun> started(Actor reader, RequestKey key) {
            throw new UnsupportedOperationException("no export starts a run");
        }

        @Override
        public InvoiceRun stop(Actor actor, RunNumber number) {
            throw new UnsupportedOperationException("no export stops a run");
        }

        @Override
        public List<InvoiceRun> latest(Actor reader, Page page) {
            throw new UnsupportedOperationException("no export lists runs");
        }

        @Override
        public InvoiceRun run(Actor reader, RunNumber number) {
            Instant now = Instant.parse("2026-09-08T14:05:00Z");
            return new InvoiceRun(
                    number,
                    Channel.PRINT,
                    State.DONE,
                    DAY,
                    "",
                    Optional.empty(),
                    InvoiceOrder.NAME,
                    1,
                    1,
                    money("10.00"),
                    money("0"),
                    Map.of(Outcome.INVOICED, 1, Outcome.NO_ADDRESS, 1),
                    "",
                    now,
                    Optional.of(now),
                    "anna");
        }

        @Override
        public List<InvoiceRun.Line> lines(Actor reader, RunNumber number, Page page) {
            return List.of(
                    line(2, "Nowhere, Nell", Outcome.NO_ADDRESS, "1.00"),
                    line(1, "O'Wes, =Olaf", Outcome.INVOICED, "10.00"));
        }

        private static InvoiceRun.Line line(int number, String name, Outcome outcome, String due) {
            StudentSnapshot student = new StudentSnapshot(new StudentNumber(number), name, "9", "9A");
            return InvoiceRun.Line.of(student, outcome, money(due));
        }
    }

    private Settings settings() {
        return new Settings(
                School.named("School"),
                CAD,
                locale,
                List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("PST", new BigDecimal("6"))),
                Map.of(),
                PaymentSettings.from(1, CAD),
                new DocumentSettings(DocumentSettings.Paper.LETTER, 30, Optional.empty()),
                codes);
    }

    private static Receipt receipt(int number) {
        return new Receipt(
                new ReceiptNumber(number),
                new StudentSnapshot(new StudentNumber(100), "Tremblay, Inès", "9", "9A"),
                DAY,
                money("12.50"),
                List.of(),
                Optional.of(PaymentMethod.CHEQUE),
                "=1",
                "anna",
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 9, 9)));
    }

    private static String written(Consumer<OutputStream> export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.accept(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<CSVRecord> rows(Consumer<OutputStream> export) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(written(export)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
