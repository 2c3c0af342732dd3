package org.openadmin.fees.reports.internal.pdf;

import java.util.Iterator;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.openadmin.fees.reports.internal.texts.FontCoverage;
import org.openadmin.fees.spi.ReaderWork;

/** Feeds rows to a template one at a time, so that a long run never holds them all in memory. */
final class DocumentRowSource implements JRDataSource {

    private final Iterator<DocumentRow> rows;
    private final FontCoverage glyphs;
    private DocumentRow current;

    DocumentRowSource(Iterator<DocumentRow> rows, FontCoverage glyphs) {
        this.rows = rows;
        this.glyphs = glyphs;
    }

    /** Ends the layout if nobody waits for it any more: Jasper itself only looks at the end of a page. */
    @Override
    public boolean next() {
        ReaderWork.check();
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
