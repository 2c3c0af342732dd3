package org.openadmin.fees.reports.internal.pdf;

import java.util.List;
import java.util.Map;

/**
 * One row of a template: what its document says once, and what the row says itself, by the names of the template's fields.
 *
 * @param document the same for all rows of one student's document
 * @param own the row's kind and its cells; a cell that is absent stays blank
 */
public record DocumentRow(Map<String, Object> document, Map<String, Object> own) {

    /** A longer figure does not fit its column in the usual size, and would be broken in two. */
    private static final int WIDEST = 13;

    /** Two figures with more digits, side by side, read like one. */
    private static final int MOST_DIGITS = 9;

    Object value(String field) {
        if (field.equals("tight")) {
            return isTight() ? Boolean.TRUE : null;
        }
        Object value = own.get(field);
        return value == null ? document.get(field) : value;
    }

    private boolean isTight() {
        List<String> cells = own.entrySet().stream()
                .filter(cell -> cell.getKey().startsWith("cell"))
                .map(cell -> cell.getValue().toString())
                .toList();
        return cells.stream().anyMatch(cell -> cell.length() > WIDEST)
                || cells.stream()
                                .filter(cell ->
                                        cell.chars().filter(Character::isDigit).count() > MOST_DIGITS)
                                .count()
                        > 1;
    }
}
