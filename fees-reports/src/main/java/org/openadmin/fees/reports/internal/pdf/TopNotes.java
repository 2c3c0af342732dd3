package org.openadmin.fees.reports.internal.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.util.JRTextMeasurerUtil;

/**
 * A note at the top of each page of a document, above everything that its template draws: the template is not asked, because a
 * school's own may have no place for it, and the pages stay as they were. The rows pass through here on their way to the template.
 */
public final class TopNotes implements Iterator<DocumentRow> {

    /** The field of a document with its note; it is not known to templates. */
    public static final String FIELD = "topNote";

    private static final String FONT = "Fees Sans";
    private static final float FONT_SIZE = 8.5f;
    private static final Color COLOUR = new Color(0xA6, 0x1B, 0x1B);
    private static final int TOP = 12;
    private static final int HEIGHT = 26;

    private final Iterator<DocumentRow> rows;
    private final List<String> notes = new ArrayList<>();
    private Object document;

    TopNotes(Iterator<DocumentRow> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public DocumentRow next() {
        DocumentRow row = rows.next();
        Object current = row.document().get("document");
        if (!current.equals(document)) {
            document = current;
            notes.add(row.document().getOrDefault(FIELD, "").toString());
        }
        return row;
    }

    /** Writes the notes of the documents that were laid out, before their pages are numbered. */
    void write(JasperPrint print, JasperReportsContext context) {
        if (notes.stream().allMatch(String::isEmpty)) {
            return;
        }
        int current = -1;
        for (JRPrintPage page : print.getPages()) {
            current += PageNumbers.isFirst(page) ? 1 : 0;
            page.addElement(note(notes.get(current), print, context));
        }
    }

    private static JRPrintText note(String text, JasperPrint print, JasperReportsContext context) {
        JRBasePrintText note = new JRBasePrintText(print.getDefaultStyleProvider());
        note.setX(print.getLeftMargin());
        note.setY(TOP);
        note.setWidth(print.getPageWidth() - print.getLeftMargin() - print.getRightMargin());
        note.setHeight(HEIGHT);
        note.setFontName(FONT);
        note.setFontSize(FONT_SIZE);
        note.setBold(true);
        note.setForecolor(COLOUR);
        note.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
        note.setText(text);
        JRTextMeasurerUtil.getInstance(context).measureTextElement(note);
        return note;
    }
}
