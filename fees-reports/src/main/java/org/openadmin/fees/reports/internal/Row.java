package org.openadmin.fees.reports.internal;

import java.util.Map;

/**
 * One row of a template: what its document says once, and what the row says itself, by the names of the template's fields.
 *
 * @param document the same for all rows of one student's document
 * @param own the row's kind and its cells; a cell that is absent stays blank
 */
record Row(Map<String, Object> document, Map<String, Object> own) {

    Object value(String field) {
        Object value = own.get(field);
        return value == null ? document.get(field) : value;
    }
}
