package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutputTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output output = new Output(bytes);

    @Test
    void aCellIsQuotedAndNeverAFormula() {
        output.csv(List.of("a", "b", "c"), List.of(List.of("=SUM(1,2)", new BigDecimal("-5.00"), "say \"x\"; -")));
        output.csv(List.of("a"), List.of(List.of("@x"), List.of("-x"), List.of("+x"), List.of("\tx"), List.of("'x")));

        assertThat(text()).isEqualTo("a,b,c\n\"'=SUM(1,2)\",-5.00,\"say \"\"x\"\"; -\"\na\n'@x\n'-x\n'+x\n'\tx\n'x\n");
    }

    /** The same as in the exports. */
    @ParameterizedTest
    @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")
    void whatASpreadsheetWouldRunIsPrecededByAnApostrophe(String evil) {
        output.csv(List.of("a"), List.of(List.of(evil)));

        String cell = text().substring("a\n".length()).replaceFirst("\n$", "");
        String read =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertThat(read).isEqualTo("'" + evil);
    }

    @Test
    void aTableStandsStraightInEveryScript() {
        output.table(
                List.of("name", "total"),
                List.of(List.of("Nguyễn", new BigDecimal("5.00")), List.of("王小明", new BigDecimal("115.00"))));

        assertThat(text()).isEqualTo("name     total\nNguyễn    5.00\n王小明  115.00\n");
    }

    private String text() {
        output.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
