package org.openadmin.fees.reports.internal;

import java.util.Iterator;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/** Gives rows to a template one after the other, so that a long run never holds them all. */
final class RowSource implements JRDataSource {

    private final Iterator<Row> rows;
    private final Glyphs glyphs;
    private Row current;

    RowSource(Iterator<Row> rows, Glyphs glyphs) {
        this.rows = rows;
        this.glyphs = glyphs;
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        current = rows.next();
        return true;
    }

    @Override
    public Object getFieldValue(JRField field) {
        Object value = current.value(field.getName());
        return value instanceof String text ? glyphs.drawable(text) : value;
    }
}
