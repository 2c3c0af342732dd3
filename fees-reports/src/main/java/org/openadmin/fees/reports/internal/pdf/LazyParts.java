package org.openadmin.fees.reports.internal.pdf;

import java.util.AbstractList;
import java.util.Iterator;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRRuntimeException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.ExporterInputItem;
import net.sf.jasperreports.export.SimpleExporterInputItem;

/**
 * The input of an exporter: parts that are laid out one at a time on request, of which only the last is kept. An
 * exporter reads them once from first to last, and checks the size before each.
 */
final class LazyParts extends AbstractList<ExporterInputItem> {

    /** Lays out one part. */
    interface Layout {
        JasperPrint of(Iterator<DocumentRow> rows) throws JRException;
    }

    private final Iterator<Iterator<DocumentRow>> parts;
    private final Layout layout;
    private int made;
    private ExporterInputItem last;

    LazyParts(Iterator<Iterator<DocumentRow>> parts, Layout layout) {
        this.parts = parts;
        this.layout = layout;
    }

    @Override
    public ExporterInputItem get(int index) {
        if (index == made) {
            last = null;
            last = new SimpleExporterInputItem(print(parts.next()));
            made++;
        }
        if (index != made - 1) {
            throw new IndexOutOfBoundsException(index);
        }
        return last;
    }

    private JasperPrint print(Iterator<DocumentRow> rows) {
        try {
            return layout.of(rows);
        } catch (JRException e) {
            throw new JRRuntimeException(e);
        }
    }

    @Override
    public int size() {
        return parts.hasNext() ? made + 1 : made;
    }
}
