package org.openadmin.fees.reports.internal.pdf;

import java.util.List;
import java.util.Map;

/**
 * One row for a template, with values by the name of the template's field: those that all rows of the document share,
 * and those of the row.
 *
 * @param document the values shared by all rows of one student's document
 * @param own the row's kind and its cells; an absent cell stays blank
 */
public record DocumentRow(Map<String, Object> document, Map<String, Object> own) {

    /** A longer figure does not fit in its column at the normal size and would be split over two lines. */
    private static final int WIDEST = 13;

    /** Two figures with more digits next to each other would look like one number. */
    private static final int MAX_DIGITS = 9;

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
                                        cell.chars().filter(Character::isDigit).count() > MAX_DIGITS)
                                .count()
                        > 1;
    }
}
