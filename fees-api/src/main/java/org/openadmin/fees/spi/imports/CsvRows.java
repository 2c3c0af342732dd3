package org.openadmin.fees.spi.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;
import org.openadmin.fees.spi.imports.CsvTable.Cells;

/** The rows of a CSV file by the headings of its columns, and all that is wrong with them. */
final class CsvRows {

    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** @param names the headings that the file must have, in any sequence and case, with others between them */
    CsvRows(String text, CsvTable.Reader csv, List<String> names) {
        CsvTable table = csv.read(text, separator(text));
        table.broken().ifPresent(line -> problem(line, "", Reason.BROKEN, ""));
        if (table.rows().isEmpty()) {
            return;
        }
        Cells heads = table.rows().get(0);
        names.forEach(name -> find(heads, name));
        if (columns.size() == names.stream().distinct().count()) {
            table.rows().stream().skip(1).filter(row -> isWhole(heads, row)).forEach(row -> rows.add(new Row(row)));
        }
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

    private void find(Cells heads, String name) {
        for (int i = 0; i < heads.values().size(); i++) {
            if (heads.values().get(i).strip().equalsIgnoreCase(name)) {
                columns.put(name, i);
                return;
            }
        }
        problem(heads.line(), name, Reason.NO_COLUMN, "");
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

    private void problem(int line, String column, Reason reason, String value) {
        problems.add(new ImportProblem(line, column, reason, value));
    }

    /** Those with as many cells as headings and without a formula; none if a column is missing. */
    List<Row> rows() {
        return rows;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    /** A row; what cannot be read is a problem. */
    final class Row {

        private final Cells cells;

        private Row(Cells cells) {
            this.cells = cells;
        }

        int line() {
            return cells.line();
        }

        String value(String column) {
            return cells.values().get(columns.get(column)).strip();
        }

        /** Empty, without a problem, if the cell is. */
        Optional<Money> amount(String column, ImportAmount amounts) {
            String value = value(column);
            return value.isEmpty()
                    ? Optional.empty()
                    : amounts.read(value, (reason, wrong) -> problem(line(), column, reason, wrong));
        }

        Optional<LocalDate> day(String column, DateTimeFormatter days) {
            try {
                return Optional.of(LocalDate.parse(value(column), days));
            } catch (DateTimeException e) {
                refuse(column, Reason.NOT_A_DATE);
                return Optional.empty();
            }
        }

        void refuse(String column, Reason reason) {
            problem(line(), column, reason, value(column));
        }
    }
}
