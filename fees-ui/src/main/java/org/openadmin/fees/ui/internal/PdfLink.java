package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a PDF in a tab of its own, from where it is printed or kept; it looks like the button that it is for the user. */
final class PdfLink extends Anchor {

    private static final Logger LOG = LoggerFactory.getLogger(PdfLink.class);

    private final Visit visit;
    private final String fileName;
    private final Supplier<byte[]> document;
    private final Consumer<RuntimeException> failed;

    /**
     * @param fileName plain ASCII
     * @param document makes the whole document, away from the page's lock
     * @param failed is told on the page when it cannot be made
     */
    PdfLink(
            Visit visit,
            String id,
            String text,
            String fileName,
            Supplier<byte[]> document,
            Consumer<RuntimeException> failed) {
        this.visit = visit;
        this.fileName = fileName;
        this.document = document;
        this.failed = failed;
        setId(id);
        setHref(this::answer, AttachmentType.INLINE);
        setTarget("_blank");
        var icon = VaadinIcon.PRINT.create();
        icon.setSize("var(--lumo-icon-size-s)");
        add(icon);
        add(text);
        Look.primary(this);
    }

    private void answer(DownloadEvent event) throws IOException {
        UI ui = event.getUI();
        try {
            byte[] pdf = document.get();
            // shown and not saved: a receipt is printed from the tab, and a folder of downloads is nobody's filing
            event.getResponse().setHeader("Content-Disposition", "inline; filename=\"" + fileName + "\"");
            send(event.getResponse(), "application/pdf", pdf);
        } catch (RuntimeException e) {
            LOG.warn("{} could not be made", fileName, e);
            ui.access(() -> failed.accept(e));
            event.getResponse().setStatus(HttpStatusCode.INTERNAL_SERVER_ERROR.getCode());
            send(
                    event.getResponse(),
                    "text/plain; charset=utf-8",
                    visit.sentences().of(e).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(VaadinResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(content);
    }
}
