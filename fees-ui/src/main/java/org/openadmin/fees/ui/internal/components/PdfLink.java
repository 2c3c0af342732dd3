package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openadmin.fees.ui.internal.UserContext;

/**
 * Opens a PDF in a new tab, to print or save it from there, or {@linkplain #printingHere prints} it at once. It looks like a
 * primary button; {@link Styles#secondary} makes it look like a plain one.
 */
public final class PdfLink extends Anchor {

    private static final String OPEN_TAB = ShippedFile.string("open-tab.js");
    private static final String PRINT_HERE = ShippedFile.string("print-here.js");

    private boolean here;

    /**
     * @param fileName plain ASCII
     * @param document makes the whole document, outside the page's lock
     * @param failed runs on the page if the document cannot be made
     */
    public PdfLink(
            UserContext context,
            String id,
            String text,
            String fileName,
            Supplier<byte[]> document,
            Consumer<RuntimeException> failed) {
        this(context, id, text, fileName, out -> out.write(document.get()), failed);
    }

    /** @param document writes the document, outside the page's lock */
    public PdfLink(
            UserContext context,
            String id,
            String text,
            String fileName,
            Download.Content document,
            Consumer<RuntimeException> failed) {
        setId(id);
        setHref(Download.pdf(context, fileName, document, failed), AttachmentType.INLINE);
        setTarget("_blank");
        add(VaadinIcon.PRINT.create());
        add(text);
        addAttachListener(e -> {
            if (here) {
                getElement().executeJs(PRINT_HERE + "window.feesPrintHere(this, $0)", "fees-print-frame");
            }
            getElement()
                    .executeJs(OPEN_TAB + "window.feesOpensTab(this, $0, $1)", FileReader.TAB, FileReader.TAB_CLOSED);
        });
        Styles.primary(this);
    }

    /** Prints from the page itself, so that no tab covers it, where the browser and the portal allow it. */
    public PdfLink printingHere() {
        here = true;
        return this;
    }
}
