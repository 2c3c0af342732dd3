package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openadmin.fees.ui.internal.UserContext;

/**
 * Opens a PDF in a tab of its own, from where it is printed or kept; it looks like the page's primary button. Where it is not that,
 * {@link Styles#secondary} makes it quieter.
 */
public final class PdfLink extends Anchor {

    /**
     * @param fileName plain ASCII
     * @param document makes the whole document, away from the page's lock
     * @param failed is told on the page when it cannot be made
     */
    public PdfLink(
            UserContext visit,
            String id,
            String text,
            String fileName,
            Supplier<byte[]> document,
            Consumer<RuntimeException> failed) {
        this(visit, id, text, fileName, out -> out.write(document.get()), failed);
    }

    /** @param document writes the whole document at once, away from the page's lock */
    public PdfLink(
            UserContext visit,
            String id,
            String text,
            String fileName,
            Download.Content document,
            Consumer<RuntimeException> failed) {
        setId(id);
        setHref(Download.pdf(visit, fileName, document, failed), AttachmentType.INLINE);
        setTarget("_blank");
        var icon = VaadinIcon.PRINT.create();
        icon.setSize("var(--lumo-icon-size-s)");
        add(icon);
        add(text);
        Styles.primary(this);
    }
}
