package org.openadmin.fees.reports.internal.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.spi.ReaderWork;

/**
 * An Excel workbook. Amounts, numbers and dates are typed, and Excel shows them in the form of its own language; texts
 * have the format of a text, so that {@code 000123} and {@code 3-05} stay as they are even if somebody edits the cell.
 * No cell is a formula. Rows are written while they arrive; what does not fit on a sheet follows on another one.
 */
final class WorkbookFile implements ListFile {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 48;

    private static final String TEXT = "@";
    private static final String WHOLE = "0";
    private static final String DECIMAL = "General";
    private static final String DATE = "yyyy-mm-dd";
    private static final String MONTH = "yyyy-mm";
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
    /** Excel counts days from 1900 on, and takes that year for a leap year. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private final Workbook workbook;
    private final String name;
    private final List<Code> header;
    private final ZoneId zone;
    private final int rowsOnSheet;
    private final int[] widths;
    private Worksheet sheet;
    private int sheets;
    private int next;
    private boolean flushed;

    /**
     * @param name what the list is, for the sheet's tab
     * @param zone the school's time zone
     */
    WorkbookFile(OutputStream out, String name, List<Code> header, ZoneId zone) {
        this(out, name, header, zone, Worksheet.MAX_ROWS);
    }

    /** For tests. */
    WorkbookFile(OutputStream out, String name, List<Code> header, ZoneId zone, int rowsOnSheet) {
        this.workbook = new Workbook(out, "Open Admin Fees", null);
        this.name = name;
        this.header = List.copyOf(header);
        this.zone = zone;
        this.rowsOnSheet = rowsOnSheet;
        this.widths = new int[header.size()];
        workbook.properties().setTitle(name);
        begin();
    }

    private void begin() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        next = 0;
        flushed = false;
        for (int column = 0; column < widths.length; column++) {
            String text = header.get(column).text();
            sheet.inlineString(0, column, ExcelText.of(text));
            sheet.style(0, column)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .set();
            widths[column] = Math.max(NARROWEST, longestWord(text));
        }
        next = 1;
    }

    private static int longestWord(String heading) {
        int longest = 0;
        for (String word : heading.split(" ")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    @Override
    public void row(List<?> cells) {
        ReaderWork.check();
        try {
            if (next == rowsOnSheet) {
                endSheet();
                begin();
            }
            for (int column = 0; column < cells.size(); column++) {
                write(column, cells.get(column));
            }
            next++;
            if (next % ROWS_IN_MEMORY == 0) {
                flush();
            }
        } catch (IOException e) {
            throw CsvFile.failed(e);
        }
    }

    private void write(int column, Object cell) {
        if (cell instanceof Optional<?> optional) {
            optional.ifPresent(value -> write(column, value));
        } else if (cell instanceof Money money) {
            number(column, money.amount(), amountFormat(money.currency().getDefaultFractionDigits()));
        } else if (cell instanceof BigDecimal decimal) {
            number(column, decimal, decimal.scale() == 2 ? amountFormat(2) : DECIMAL);
        } else if (cell instanceof StudentNumber student) {
            number(column, student.value(), WHOLE);
        } else if (cell instanceof Number number) {
            number(column, number, WHOLE);
        } else if (cell instanceof LocalDate date) {
            date(column, date);
        } else if (cell instanceof YearMonth month) {
            sheet.value(next, column, month.atDay(1));
            format(column, MONTH, MONTH.length());
        } else if (cell instanceof Instant moment) {
            sheet.value(next, column, moment.atZone(zone).toLocalDateTime());
            format(column, MOMENT, MOMENT.length());
        } else {
            text(column, cell instanceof Code code ? code.text() : String.valueOf(cell));
        }
    }

    private void number(int column, Number value, String format) {
        sheet.value(next, column, value);
        format(column, format, value.toString().length() + 2);
    }

    private void date(int column, LocalDate date) {
        if (date.isBefore(FIRST_DAY)) {
            text(column, date.toString());
            return;
        }
        sheet.value(next, column, date);
        format(column, DATE, DATE.length());
    }

    private void text(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        String written = ExcelText.of(text);
        if (ExcelText.hasOuterBlanks(written)) {
            // only the strings that cells share keep such blanks
            sheet.value(next, column, written);
        } else {
            sheet.inlineString(next, column, written);
        }
        format(column, TEXT, text.length());
    }

    private void format(int column, String format, int width) {
        sheet.style(next, column).format(format).set();
        widths[column] = Math.min(WIDEST, Math.max(widths[column], width));
    }

    /** In the notation of the file, which Excel translates: two decimals, and groups of three digits. */
    private static String amountFormat(int decimals) {
        return decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    /** The widths are written before the first rows, so those of later rows no longer count. */
    private void flush() throws IOException {
        if (!flushed) {
            for (int column = 0; column < widths.length; column++) {
                sheet.width(column, widths[column] + 2);
            }
            flushed = true;
        }
        sheet.flush();
    }

    private void endSheet() throws IOException {
        flush();
        sheet.finish();
    }

    @Override
    public void end() {
        try {
            endSheet();
            workbook.finish();
        } catch (IOException e) {
            throw CsvFile.failed(e);
        }
    }
}
