package org.openadmin.fees.reports.internal.lists;

import static org.openadmin.fees.reports.internal.documents.DocumentSchool.CAD;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.DAY;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.reports.internal.documents.DocumentSchool;
import org.openadmin.fees.reports.internal.documents.MonthsInMemory;
import org.openadmin.fees.reports.internal.documents.OverviewInMemory;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;

/** A school whose lists are exported, with account codes and the taxes GST and PST; and its exports, read back. */
final class ExportSchool {

    static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    private static final AccountCodes CODES = new AccountCodes(
            Map.of(EntryKind.CHARGE, "4000", EntryKind.PAYMENT, "1000"),
            Map.of(PaymentMethod.CHEQUE, "1010"),
            Map.of("lab fee", "4010"));

    final DocumentSchool documents = new DocumentSchool();
    final MonthsInMemory months = new MonthsInMemory();
    final OverviewInMemory overview = new OverviewInMemory();
    Locale locale = Locale.CANADA;
    final FeeExports exports = new ListExports(
            months,
            documents.office.journal(),
            documents.counter.receipts(),
            documents.office.statements(),
            overview,
            documents.classes.collection(),
            documents.till.deposits(),
            new OneRun(),
            new TwoAuditLines(),
            this::settings,
            Kit.CLOCK);

    private Settings settings() {
        return new Settings(
                School.named("School"),
                CAD,
                locale,
                List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("PST", new BigDecimal("6"))),
                Map.of(),
                PaymentSettings.from(1, CAD),
                DocumentSettings.of(DocumentSettings.Paper.LETTER),
                CODES);
    }

    /** A receipt of 12.50 that was voided the next day. */
    static Receipt receipt(int number) {
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

    static String written(Consumer<OutputStream> export) {
        return bytes(export).toString(StandardCharsets.UTF_8);
    }

    static List<CSVRecord> rows(Consumer<OutputStream> export) {
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

    static Sheets sheets(Consumer<OutputStream> export) {
        return Sheets.of(bytes(export).toByteArray());
    }

    private static ByteArrayOutputStream bytes(Consumer<OutputStream> export) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.accept(out);
        return out;
    }
}
