package org.openadmin.fees.reports.internal.books;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry as an accounting system reads it from a file. The readers know the documentation of the formats and nothing of our writers; they
 * refuse what the programs refuse.
 *
 * @param source the number of the entry
 */
record ReadEntry(LocalDate date, String source, String comment, List<ReadLine> lines) {

    /** @param amount a debit if positive */
    record ReadLine(String account, BigDecimal amount, String text) {}

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SAGE_HEAD =
            Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d\\d),\"([^\"]{1,13})\"(?:,\"([^\"]{0,39})\")?");
    private static final Pattern SAGE_LINE = Pattern.compile("([1-5]\\d{3,7}),(-?\\d+\\.\\d\\d)");

    private ReadEntry balanced() {
        if (lines.stream()
                        .map(ReadLine::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .signum()
                != 0) {
            throw new IllegalArgumentException("does not balance: " + this);
        }
        return this;
    }

    static List<ReadEntry> sage(byte[] file) {
        List<ReadEntry> entries = new ArrayList<>();
        for (String line : rows(new String(file, WINDOWS))) {
            Matcher head = SAGE_HEAD.matcher(line);
            Matcher detail = SAGE_LINE.matcher(line);
            if (head.matches()) {
                LocalDate date = LocalDate.of(
                        2000 + Integer.parseInt(head.group(3)),
                        Integer.parseInt(head.group(1)),
                        Integer.parseInt(head.group(2)));
                entries.add(new ReadEntry(date, head.group(4), head.group(5), new ArrayList<>()));
            } else if (detail.matches()) {
                entries.get(entries.size() - 1)
                        .lines()
                        .add(new ReadLine(detail.group(1), new BigDecimal(detail.group(2)), ""));
            } else {
                throw new IllegalArgumentException("not a line of Sage 50: " + line);
            }
        }
        entries.forEach(ReadEntry::balanced);
        return entries;
    }

    static List<ReadEntry> iif(byte[] file) {
        List<ReadEntry> entries = new ArrayList<>();
        List<String> columns = List.of();
        List<String> splits = List.of();
        boolean open = false;
        for (String line : rows(new String(file, WINDOWS))) {
            List<String> fields = List.of(line.split("\t", -1));
            switch (fields.get(0)) {
                case "!TRNS" -> columns = fields;
                case "!SPL" -> splits = fields;
                case "!ENDTRNS" -> require(columns.size() == splits.size(), line);
                case "TRNS" -> {
                    require(!open && fields.size() == columns.size(), line);
                    open = true;
                    entries.add(new ReadEntry(
                            usDate(field(columns, fields, "DATE")),
                            field(columns, fields, "DOCNUM"),
                            "",
                            new ArrayList<>()));
                    add(entries, columns, fields);
                }
                case "SPL" -> {
                    require(open && fields.size() == splits.size(), line);
                    add(entries, splits, fields);
                }
                case "ENDTRNS" -> {
                    require(open && fields.size() == 1, line);
                    open = false;
                }
                default -> throw new IllegalArgumentException("not a line of QuickBooks: " + line);
            }
        }
        require(!open, "the end");
        entries.forEach(ReadEntry::balanced);
        return entries;
    }

    private static void add(List<ReadEntry> entries, List<String> columns, List<String> fields) {
        ReadEntry entry = entries.get(entries.size() - 1);
        require(field(columns, fields, "TRNSTYPE").equals("GENERAL JOURNAL"), fields.toString());
        require(usDate(field(columns, fields, "DATE")).equals(entry.date()), fields.toString());
        require(entry.source().length() <= 11, entry.source());
        entry.lines()
                .add(new ReadLine(
                        field(columns, fields, "ACCNT"),
                        new BigDecimal(field(columns, fields, "AMOUNT")),
                        field(columns, fields, "MEMO")));
    }

    private static String field(List<String> columns, List<String> fields, String name) {
        return fields.get(columns.indexOf(name));
    }

    private static LocalDate usDate(String text) {
        String[] parts = text.split("/");
        return LocalDate.of(2000 + Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    /** Read by columns, as a program does that asks which column is which. */
    static List<ReadEntry> csv(byte[] file) {
        List<String> rows = rows(new String(file, StandardCharsets.UTF_8));
        List<String> columns = cells(rows.get(0));
        Map<String, ReadEntry> entries = new LinkedHashMap<>();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = cells(row);
            require(cells.size() == columns.size(), row);
            String number = field(columns, cells, "journal number");
            BigDecimal amount = new BigDecimal(field(columns, cells, "amount"));
            require(
                    number(field(columns, cells, "debit"))
                                    .subtract(number(field(columns, cells, "credit")))
                                    .compareTo(amount)
                            == 0,
                    row);
            require(field(columns, cells, "tax").equals("none"), row);
            entries.computeIfAbsent(
                            number,
                            none -> new ReadEntry(
                                    LocalDate.parse(field(columns, cells, "date")),
                                    number,
                                    field(columns, cells, "narration"),
                                    new ArrayList<>()))
                    .lines()
                    .add(new ReadLine(field(columns, cells, "account"), amount, field(columns, cells, "description")));
        }
        entries.values().forEach(ReadEntry::balanced);
        return List.copyOf(entries.values());
    }

    private static BigDecimal number(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static List<String> rows(String file) {
        require(file.isEmpty() || file.endsWith("\r\n"), "the end");
        return file.isEmpty()
                ? List.of()
                : List.of(file.substring(0, file.length() - 2).split("\r\n", -1));
    }

    private static void require(boolean right, String where) {
        if (!right) {
            throw new IllegalArgumentException("wrong at " + where);
        }
    }
}
