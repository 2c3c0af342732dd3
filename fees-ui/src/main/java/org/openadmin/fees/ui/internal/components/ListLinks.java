package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.ui.internal.UserContext;

/** The links that download a list, as CSV for other programs and as an Excel workbook, streamed while it is read. */
public final class ListLinks extends Div {

    private static final String CSV = "CSV";
    private static final String EXCEL = "Excel";

    private final Anchor csv;

    /** The content of the list, written outside the page's lock. */
    public interface Content {
        void write(ListFormat format, OutputStream out) throws IOException;
    }

    /**
     * @param id the id of the link to the CSV file, such as {@code journal-csv}; that of the workbook is
     *     {@code journal-xlsx}
     * @param text the text of the link to the CSV file, with the word CSV
     * @param fileName plain ASCII, ending in {@code .csv}
     * @param language the language of the workbook
     * @param failed runs on the page if the list cannot be written
     */
    public ListLinks(
            UserContext context,
            String id,
            String text,
            String fileName,
            Locale language,
            Content content,
            Consumer<RuntimeException> failed) {
        csv = link(id, Download.csv(context, fileName, out -> content.write(ListFormat.CSV, out), failed));
        csv.add(VaadinIcon.DOWNLOAD_ALT.create());
        csv.add(text);
        Anchor excel = link(
                stem(id, "-csv") + "-xlsx",
                Download.xlsx(
                        context,
                        stem(fileName, ListFormat.CSV.extension()) + ListFormat.XLSX.extension(),
                        out -> content.write(ListFormat.XLSX, out),
                        failed));
        excel.add(context.document(EXCEL, language));
        excel.setAriaLabel(context.document(text.replace(CSV, EXCEL), language));
        Styles.css("fees-list-links", this);
        add(csv, excel);
    }

    private static Anchor link(String id, Download file) {
        Anchor link = new Anchor();
        link.setId(id);
        link.setHref(file, AttachmentType.DOWNLOAD);
        // the router must not handle the click
        link.setRouterIgnore(true);
        return Styles.secondary(link);
    }

    private static String stem(String name, String end) {
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    /** The link to the CSV file looks like the page's primary action. */
    public Component primary() {
        Styles.primary(csv);
        return this;
    }
}
