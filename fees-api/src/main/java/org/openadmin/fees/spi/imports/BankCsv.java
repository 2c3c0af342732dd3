package org.openadmin.fees.spi.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;
import org.openadmin.fees.spi.ImportSettings;
import org.openadmin.fees.spi.imports.CsvTable.Cells;

/** Reads the CSV file of a bank, whose columns the configuration names. */
final class BankCsv {

    private static final int MAX_TEXT_LENGTH = 500;

    private final ImportSettings settings;
    private final DateTimeFormatter days;
    private final ImportAmount amounts;
    private final Fingerprints fingerprints = new Fingerprints();
    private final List<BankLine> lines = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();

    BankCsv(ImportSettings settings, Currency currency) {
        this.settings = settings;
        days = format(settings.dayFormat());
        amounts = new ImportAmount(settings.decimal(), currency);
    }

    /** @throws IllegalArgumentException if it is no format of a day */
    static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    BankFile read(String text, CsvTable.Reader csv) {
        CsvTable table = csv.read(text, separator(text));
        table.broken().ifPresent(line -> problem(line, "", Reason.BROKEN, ""));
        if (!table.rows().isEmpty()) {
            read(table.rows());
        }
        return new BankFile(lines, problems);
    }

    /** The one that the first line has most often. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong((Character sign) ->
                                first.chars().filter(each -> each == sign).count())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private void read(List<Cells> rows) {
        Cells heads = rows.get(0);
        int day = column(heads, settings.day());
        int amount = column(heads, settings.amount());
        List<Integer> texts =
                settings.texts().stream().map(name -> column(heads, name)).toList();
        if (problems.stream().anyMatch(problem -> problem.reason() == Reason.NO_COLUMN)) {
            return;
        }
        for (Cells row : rows.subList(1, rows.size())) {
            if (isWhole(heads, row)) {
                read(row, day, amount, texts);
            }
        }
    }

    private int column(Cells heads, String name) {
        for (int i = 0; i < heads.values().size(); i++) {
            if (heads.values().get(i).strip().equalsIgnoreCase(name)) {
                return i;
            }
        }
        problem(heads.line(), name, Reason.NO_COLUMN, "");
        return -1;
    }

    private boolean isWhole(Cells heads, Cells row) {
        if (row.values().size() != heads.values().size()) {
            problem(row.line(), "", Reason.CELLS, String.valueOf(row.values().size()));
            return false;
        }
        boolean whole = true;
        for (int i = 0; i < row.values().size(); i++) {
            String value = row.values().get(i).strip();
            if (value.startsWith("=")) {
                problem(row.line(), heads.values().get(i).strip(), Reason.FORMULA, value);
                whole = false;
            }
        }
        return whole;
    }

    private void read(Cells row, int dayColumn, int amountColumn, List<Integer> texts) {
        String given = row.values().get(amountColumn).strip();
        Optional<LocalDate> day = day(row, row.values().get(dayColumn).strip());
        Optional<Money> amount = given.isEmpty()
                ? Optional.empty()
                : amounts.read(given, (reason, value) -> problem(row.line(), settings.amount(), reason, value));
        if (day.isPresent() && amount.isPresent()) {
            String text = texts.stream()
                    .map(column -> row.values().get(column).strip())
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.joining(" "));
            lines.add(new BankLine(
                    row.line(),
                    settings.day(),
                    day.get(),
                    amount.get(),
                    cut(text),
                    fingerprints.next(day.get(), amount.get(), text)));
        }
    }

    private Optional<LocalDate> day(Cells row, String text) {
        try {
            return Optional.of(LocalDate.parse(text, days));
        } catch (DateTimeException e) {
            problem(row.line(), settings.day(), Reason.NOT_A_DATE, text);
            return Optional.empty();
        }
    }

    /** A text of one line that the database has room for. */
    static String cut(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MAX_TEXT_LENGTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_TEXT_LENGTH));
    }

    private void problem(int line, String column, Reason reason, String value) {
        problems.add(new ImportProblem(line, column, reason, value));
    }
}
