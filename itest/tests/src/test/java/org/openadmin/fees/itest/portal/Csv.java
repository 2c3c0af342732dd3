package org.openadmin.fees.itest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list, parsed strictly as RFC 4180, as another program would read it.
 *
 * @param header the names of the columns
 * @param rows the other lines, each with a field for each column
 */
record Csv(List<String> header, List<List<String>> rows) {

    static Csv of(byte[] content) {
        List<List<String>> lines = lines(new String(content, StandardCharsets.UTF_8));
        List<String> header = lines.get(0);
        List<List<String>> rows = lines.subList(1, lines.size());
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(header));
        return new Csv(header, List.copyOf(rows));
    }

    /** Returns the field of a row in this column. */
    String at(List<String> row, String column) {
        assertThat(header).contains(column);
        return row.get(header.indexOf(column));
    }

    List<String> column(String name) {
        return rows.stream().map(row -> at(row, name)).toList();
    }

    /** Returns the sum of a column over the first lines. */
    BigDecimal sum(String name, int lines) {
        List<String> values = column(name);
        return IntStream.range(0, lines)
                .mapToObj(values::get)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<String> last() {
        return rows.get(rows.size() - 1);
    }

    private static List<List<String>> lines(String text) {
        assertThat(text).endsWith("\r\n").doesNotStartWith("\ufeff");
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (quoted && sign == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append(text.charAt(++at));
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && sign == ',') {
                line.add(take(field));
            } else if (!quoted && sign == '\r') {
                assertThat(text.charAt(++at)).isEqualTo('\n');
                line.add(take(field));
                lines.add(List.copyOf(line));
                line.clear();
            } else {
                field.append(sign);
            }
        }
        assertThat(quoted).isFalse();
        return lines;
    }

    private static String take(StringBuilder field) {
        String value = field.toString();
        field.setLength(0);
        return value;
    }
}
