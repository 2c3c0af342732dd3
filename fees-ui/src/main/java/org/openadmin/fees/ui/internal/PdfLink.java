package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A link that opens a PDF in a tab of its own, from where it is printed or kept. */
final class PdfLink extends Anchor {

    private static final Logger LOG = LoggerFactory.getLogger(PdfLink.class);

    /**
     * @param document makes the whole document, away from the page's lock
     * @param failed is told on the page when it cannot be made
     */
    PdfLink(String id, String text, String fileName, Supplier<byte[]> document, Consumer<RuntimeException> failed) {
        setId(id);
        setHref(
                DownloadHandler.fromInputStream(event -> {
                    UI ui = event.getUI();
                    try {
                        byte[] pdf = document.get();
                        return new DownloadResponse(
                                new ByteArrayInputStream(pdf), fileName, "application/pdf", pdf.length);
                    } catch (RuntimeException e) {
                        LOG.warn("{} could not be made", fileName, e);
                        ui.access(() -> failed.accept(e));
                        return DownloadResponse.error(HttpStatusCode.INTERNAL_SERVER_ERROR);
                    }
                }),
                AttachmentType.INLINE);
        setTarget("_blank");
        var icon = VaadinIcon.PRINT.create();
        icon.setSize("var(--lumo-icon-size-s)");
        icon.getStyle().set("margin-right", "var(--lumo-space-xs)");
        add(icon);
        add(text);
        getStyle().set("font-weight", "600");
    }
}
