package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openadmin.fees.ui.internal.UserContext;

/**
 * Opens a PDF in a new tab, to print or save it from there. It looks like a primary button; {@link Styles#secondary}
 * makes it look like a plain one.
 */
public final class PdfLink extends Anchor {

    private static final String PRINT_ON_PAGE = """
            if (this.feesPrints) return;
            this.feesPrints = true;
            this.addEventListener('click', event => {
              if (!navigator.pdfViewerEnabled || event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              document.querySelectorAll('iframe.fees-print').forEach(old => old.remove());
              const frame = document.createElement('iframe');
              frame.className = 'fees-print';
              frame.title = this.textContent;
              frame.src = this.href;
              frame.addEventListener('load', () => {
                // a refusal is plain text, and the page shows it
                if (frame.contentDocument?.contentType === 'text/plain') return;
                frame.contentWindow.focus();
                frame.contentWindow.print();
              });
              document.body.append(frame);
            });
            """;

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
        Styles.primary(this);
    }

    /** Opens the print dialog on this page and no tab over it, if the browser can show a PDF itself. */
    public void printOnPage() {
        addAttachListener(e -> getElement().executeJs(PRINT_ON_PAGE));
    }
}
