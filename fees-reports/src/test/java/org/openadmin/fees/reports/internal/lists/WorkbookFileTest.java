package org.openadmin.fees.reports.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.reports.internal.documents.DocumentSchool.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.documents.DocumentException;

class WorkbookFileTest {

    private static final ZoneId REGINA = ZoneId.of("America/Regina");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void amountsAreNumbersWithTwoDecimalsInTheFormOfTheReadersExcel() {
        Sheets sheets = written(money("-1234.50"));

        Cell cell = sheets.cell(1, "Value");
        assertThat(cell.getType()).isEqualTo(CellType.NUMBER);
        assertThat(cell.getRawValue()).isEqualTo("-1234.50");
        assertThat(sheets.format("A2")).isEqualTo("#,##0.00");
    }

    @Test
    void aCurrencyWithoutDecimalsHasNone() {
        Sheets sheets = written(Money.of(new BigDecimal("1500"), Currency.getInstance("JPY")));

        assertThat(sheets.format("A2")).isEqualTo("#,##0");
    }

    @Test
    void datesMonthsAndMomentsAreDates() {
        Sheets sheets = written(LocalDate.of(2026, 9, 8), YearMonth.of(2026, 9), Instant.parse("2026-09-09T01:30:05Z"));

        assertThat(sheets.cell(1, "Value").asDate()).isEqualTo("2026-09-08T00:00:00");
        assertThat(sheets.format("A2")).isEqualTo("yyyy-mm-dd");
        assertThat(sheets.cell(2, "Value").asDate()).isEqualTo("2026-09-01T00:00:00");
        assertThat(sheets.format("A3")).isEqualTo("yyyy-mm");
        // by the school's clock
        assertThat(sheets.cell(3, "Value").asDate()).isEqualTo("2026-09-08T19:30:05");
        assertThat(sheets.format("A4")).isEqualTo("yyyy-mm-dd hh:mm:ss");
    }

    @Test
    void aDateThatExcelCountsWronglyIsAText() {
        Sheets sheets = written(LocalDate.of(1900, 2, 28), LocalDate.of(1899, 12, 31));

        assertThat(sheets.cell(1, "Value").getType()).isEqualTo(CellType.STRING);
        assertThat(sheets.row(1)).containsExactly("1900-02-28");
        assertThat(sheets.row(2)).containsExactly("1899-12-31");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000123",
                "3-05",
                "1E5",
                "12,50",
                "2026-09-08",
                "TRUE",
                "0.1.2",
                " blank ",
                "\ttab",
                "two\nlines",
                "<b>&amp;</b>",
                "'quoted'",
                "😀 Łukasik, Þór, 姓名, عبد",
                "\u202ebackwards"
            })
    void aTextStaysWhatItIsEvenIfTheCellIsEdited(String text) {
        Sheets sheets = written(text);

        Cell cell = sheets.cell(1, "Value");
        assertThat(cell.getType()).isEqualTo(CellType.STRING);
        assertThat(cell.asString()).isEqualTo(text);
        assertThat(sheets.format("A2")).isEqualTo("@");
    }

    @ParameterizedTest
    @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")
    void whatLooksLikeAFormulaIsATextWithoutAnythingInFrontOfIt(String evil) {
        Sheets sheets = written(evil);

        assertThat(sheets.cell(1, "Value").getType()).isEqualTo(CellType.STRING);
        assertThat(sheets.cell(1, "Value").asString())
                .isEqualTo(evil.replace("\r\n", "\n").replace('\r', '\n'));
        assertThat(sheets.parts().get("xl/worksheets/sheet1.xml")).doesNotContain("<f>");
    }

    @Test
    void whatXmlCannotContainAndWhatExcelWouldDecodeIsWrittenInItsOwnEscapes() {
        Sheets sheets = written("bell\u0007", "_x0041_", "_xyz_", "lone \ud800 half");

        String xml = sheets.parts().get("xl/worksheets/sheet1.xml");
        assertThat(xml)
                .contains("bell_x0007_")
                .contains("_x005F_x0041_")
                .contains("<t>_xyz_</t>")
                .contains("lone _xD800_ half");
    }

    @Test
    void aTextThatNoCellCanHoldEndsInDots() {
        Sheets sheets = written("a".repeat(40_000));

        assertThat(sheets.cell(1, "Value").asString()).hasSize(32_767).endsWith("aa…");
    }

    @Test
    void anEmptyValueIsAnEmptyCellAndACodeItsWords() {
        List<Code> header = List.of(Code.same("a"), Code.same("b"), Code.same("c"), Code.same("d"));
        WorkbookFile file = new WorkbookFile(out, "List", header, REGINA);
        file.row(List.of("", Optional.empty(), Optional.of(7L), new Code("on-account", "Payment on account")));
        file.end();

        Sheets sheets = Sheets.of(out.toByteArray());
        assertThat(sheets.row(1)).containsExactly("", "", "7", "Payment on account");
        assertThat(sheets.type(1, "a")).isEqualTo(CellType.EMPTY);
        assertThat(sheets.type(1, "b")).isEqualTo(CellType.EMPTY);
        assertThat(sheets.type(1, "c")).isEqualTo(CellType.NUMBER);
        assertThat(sheets.type(1, "d")).isEqualTo(CellType.STRING);
    }

    @Test
    void theHeadingStaysInViewAndIsRepeatedOnEachPrintedPage() {
        String xml = written("a").parts().get("xl/worksheets/sheet1.xml");

        assertThat(xml).contains("ySplit=\"1\"").contains("state=\"frozen\"");
        assertThat(written("a").parts().get("xl/workbook.xml")).contains("_xlnm.Print_Titles");
    }

    @Test
    void whatDoesNotFitOnASheetFollowsOnAnother() {
        WorkbookFile file = new WorkbookFile(out, "Journal", List.of(new Code("value", "Value")), REGINA, 1_001);
        IntStream.rangeClosed(1, 2_500).forEach(number -> file.row(List.of(number)));
        file.end();

        Sheets sheets = Sheets.of(out.toByteArray());
        assertThat(sheets.names()).containsExactly("Journal", "Journal 2", "Journal 3");
        assertThat(sheets.sheets()).extracting(List::size).containsExactly(1_001, 1_001, 501);
        assertThat(sheets.sheets())
                .allSatisfy(rows -> assertThat(rows.get(0).getCellText(0)).isEqualTo("Value"));
        assertThat(sheets.sheets().stream()
                        .flatMap(rows -> rows.stream().skip(1))
                        .map(row -> row.getCell(0).asNumber().intValue()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 2_500).boxed().toList());
    }

    @Test
    void aFullDiskIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> {
                    WorkbookFile file = new WorkbookFile(full, "List", List.of(new Code("value", "Value")), REGINA);
                    file.row(List.of("a"));
                    file.end();
                })
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("No space left");
    }

    private Sheets written(Object... values) {
        out.reset();
        WorkbookFile file = new WorkbookFile(out, "List", List.of(new Code("value", "Value")), REGINA);
        List.of(values).forEach(value -> file.row(List.of(value)));
        file.end();
        return Sheets.of(out.toByteArray());
    }
}
