package org.openadmin.fees.reports.internal;

import java.util.Map;

/**
 * One row of a template: what its document says once, and what the row says itself, by the names of the template's fields.
 *
 * @param document the same for all rows of one student's document
 * @param own the row's kind and its cells; a cell that is absent stays blank
 */
record Row(Map<String, Object> document, Map<String, Object> own) {

    /** A longer figure does not fit its column in the usual size, and would be broken in two. */
    private static final int WIDEST = 13;

    Object value(String field) {
        if (field.equals("tight")) {
            return isTight() ? Boolean.TRUE : null;
        }
        Object value = own.get(field);
        return value == null ? document.get(field) : value;
    }

    private boolean isTight() {
        return own.entrySet().stream()
                .anyMatch(cell -> cell.getKey().startsWith("cell")
                        && cell.getValue().toString().length() > WIDEST);
    }
}
