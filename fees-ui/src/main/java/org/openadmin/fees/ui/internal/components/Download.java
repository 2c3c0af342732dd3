package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.openadmin.fees.ui.internal.UserContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the click on a link to a file, away from the page's lock. A failure is told on the page; when a part of a long file is
 * on its way already, the answer is broken off, so that the browser does not take the part for the whole.
 */
public final class Download implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int HELD_BACK = 1 << 16;

    /** What is in the file; it is written on another thread than the page's. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final UserContext visit;
    private final String fileName;
    private final String type;
    private final String disposition;
    private final Content content;
    private final Consumer<RuntimeException> failed;

    private Download(
            UserContext visit,
            String fileName,
            String type,
            String disposition,
            Content content,
            Consumer<RuntimeException> failed) {
        this.visit = visit;
        this.fileName = fileName;
        this.type = type;
        this.disposition = disposition;
        this.content = content;
        this.failed = failed;
    }

    /** Shown and not saved: a receipt is printed from the tab, and a folder of downloads is nobody's filing. */
    static Download pdf(UserContext visit, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(visit, fileName, "application/pdf", "inline", content, failed);
    }

    /** Saved, for another program. */
    static Download csv(UserContext visit, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(visit, fileName, "text/csv; charset=utf-8", "attachment", content, failed);
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        UI ui = event.getUI();
        HeldBack out = new HeldBack(event.getResponse());
        try {
            content.write(out);
            out.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be made", fileName, e);
            ui.access(() -> failed.accept(e));
            if (out.isUnderway()) {
                throw new IOException(fileName + " was broken off", e);
            }
            refuse(event.getResponse(), e);
        }
    }

    private void refuse(VaadinResponse response, RuntimeException failure) throws IOException {
        response.setStatus(HttpStatusCode.INTERNAL_SERVER_ERROR.getCode());
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getOutputStream().write(visit.sentences().of(failure).getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the beginning back, so that what fails at once can still be answered by a sentence. */
    private final class HeldBack extends BufferedOutputStream {

        HeldBack(VaadinResponse response) {
            super(new Body(response), HELD_BACK);
        }

        boolean isUnderway() {
            return ((Body) out).begun;
        }

        /** What writes may flush as often as it likes: the beginning stays back until it is full. */
        @Override
        public void flush() {}

        void finish() throws IOException {
            super.flush();
        }
    }

    /** The answer itself: its head goes out with the first bytes. */
    private final class Body extends OutputStream {

        private final VaadinResponse response;
        private boolean begun;

        Body(VaadinResponse response) {
            this.response = response;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!begun) {
                begun = true;
                response.setHeader("Content-Disposition", disposition + "; filename=\"" + fileName + "\"");
                response.setContentType(type);
                response.setHeader("X-Content-Type-Options", "nosniff");
            }
            response.getOutputStream().write(bytes, from, length);
        }
    }
}
