package org.openadmin.fees.spi.imports;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.spi.ImportSettings;

/** The CSV file of a bank, whose columns the configuration names. */
final class BankCsv implements FileFormat {

    private static final int MAX_TEXT_LENGTH = 500;

    private final ImportSettings settings;
    private final CsvTable.Reader csv;
    private final DateTimeFormatter days;
    private final ImportAmount amounts;

    BankCsv(ImportSettings settings, Currency currency, CsvTable.Reader csv) {
        this.settings = settings;
        this.csv = csv;
        days = format(settings.dayFormat());
        amounts = new ImportAmount(settings.decimal(), currency);
    }

    /** @throws IllegalArgumentException if it is no format of a day */
    static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public Charset charset() {
        return settings.charset();
    }

    @Override
    public ImportedFile read(String text) {
        List<String> names = new ArrayList<>(List.of(settings.day(), settings.amount()));
        names.addAll(settings.texts());
        CsvRows rows = new CsvRows(text, csv, names);
        Fingerprints fingerprints = new Fingerprints("csv");
        List<ImportedLine> lines = new ArrayList<>();
        rows.rows().forEach(row -> read(row, fingerprints).ifPresent(lines::add));
        return new ImportedFile(lines, rows.problems());
    }

    private Optional<ImportedLine> read(CsvRows.Row row, Fingerprints fingerprints) {
        Optional<LocalDate> day = row.day(settings.day(), days);
        Optional<Money> amount = row.amount(settings.amount(), amounts);
        if (day.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        String text = settings.texts().stream()
                .map(row::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        return Optional.of(new ImportedLine(
                row.line(),
                settings.day(),
                day.get(),
                amount.get(),
                cut(text),
                fingerprints.next(day.get(), amount.get(), text),
                Optional.empty()));
    }

    /** A text of one line that the database has room for. */
    static String cut(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_TEXT_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_TEXT_LENGTH));
    }
}
