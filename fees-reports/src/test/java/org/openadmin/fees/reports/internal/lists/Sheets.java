package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A workbook, read back. */
record Sheets(List<String> names, List<List<Row>> sheets, Map<String, String> parts) {

    static Sheets of(byte[] file) {
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            List<String> names = new ArrayList<>();
            List<List<Row>> sheets = new ArrayList<>();
            for (Sheet sheet : workbook.getSheets().toList()) {
                names.add(sheet.getName());
                sheets.add(sheet.read());
            }
            return new Sheets(names, sheets, parts(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read by its directory: a reader of streams does not understand the sizes that follow each part. */
    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        Path beside = Files.write(Files.createTempFile("workbook", ".xlsx"), file);
        try (ZipFile zip = new ZipFile(beside.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream part = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(part.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        } finally {
            Files.delete(beside);
        }
        return parts;
    }

    List<String> header() {
        return row(0);
    }

    /** The cells of a row of the first sheet, as they are stored. */
    List<String> row(int number) {
        List<Row> rows = sheets.get(0);
        int width = rows.get(0).getCellCount();
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            cells.add(cell(number, column).map(Cell::getRawValue).orElse(""));
        }
        return cells;
    }

    int size() {
        return sheets.get(0).size();
    }

    Cell cell(int row, String column) {
        return cell(row, header().indexOf(column)).orElseThrow();
    }

    CellType type(int row, String column) {
        return cell(row, header().indexOf(column)).map(Cell::getType).orElse(CellType.EMPTY);
    }

    /**
     * The format of a cell of the first sheet.
     *
     * @param address such as {@code A2}
     */
    String format(String address) {
        int style =
                Integer.parseInt(find("<c r=\"" + address + "\" s=\"(\\d+)\"", parts.get("xl/worksheets/sheet1.xml")));
        String styles = parts.get("xl/styles.xml");
        String cells = styles.substring(styles.indexOf("<cellXfs"));
        String id = find("(?:<xf [^>]*>.*?){" + style + "}<xf numFmtId=\"(\\d+)\"", cells);
        return find("<numFmt numFmtId=\"" + id + "\" formatCode=\"([^\"]*)\"", styles);
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private Optional<Cell> cell(int row, int column) {
        return sheets.get(0).get(row).getOptionalCell(column);
    }
}
