package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.VisibleText;

class OutputTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Output output = new Output(bytes);

    @Test
    void aCellIsQuotedAndNeverAFormula() {
        output.csv(List.of("a", "b", "c"), List.of(List.of("=SUM(1,2)", new BigDecimal("-5.00"), "say \"x\"; -")));
        output.csv(List.of("a"), List.of(List.of("@x"), List.of("-x"), List.of("+x"), List.of("\tx"), List.of("'x")));

        assertThat(text())
                .isEqualTo("a,b,c\n\"'=SUM(1,2)\",-5.00,\"say \"\"x\"\"; -\"\na\n'@x\n'-x\n'+x\n'<U+0009>x\n'x\n");
    }

    /** The same as in the exports. */
    @ParameterizedTest
    @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")
    void whatASpreadsheetWouldRunIsPrecededByAnApostrophe(String evil) {
        output.csv(List.of("a"), List.of(List.of(evil)));

        String cell = text().substring("a\n".length()).replaceFirst("\n$", "");
        String read =
                cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
        assertThat(read).isEqualTo("'" + VisibleText.of(evil));
    }

    /** A name from the old system or the host must not clear the terminal, add a row, or swap the figures of a line. */
    @Test
    void aNameCannotRewriteTheTerminal() {
        String name = "\u001b[2J\u001b[HOK\nAdams\u202e";

        output.line("Receipt 1: " + name);
        output.table(List.of("name", "total"), List.of(List.of(name, new BigDecimal("5.00"))));
        output.csv(List.of("name"), List.of(List.of(name)));

        String shown = "<U+001B>[2J<U+001B>[HOK<U+000A>Adams<U+202E>";
        assertThat(text().lines().toList())
                .containsExactly(
                        "Receipt 1: " + shown,
                        "name" + " ".repeat(shown.length() - 4) + "  total",
                        shown + "   5.00",
                        "name",
                        "\"'" + shown + "\"");
    }

    @Test
    void theColumnsOfATableAreAlignedInEveryScript() {
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
