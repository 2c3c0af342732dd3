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
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.FileReader.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the file behind a link, outside the page's lock. A failure is shown on the page. If part of a long file has already
 * been sent, the response is aborted, so that the browser does not take the part for the whole file. The work stops when nobody
 * wants the file any more: when the page or the tab of the document is closed, when the connection is closed and a write fails, or
 * when a document of which nothing was sent is opened once more.
 */
public final class Download implements DownloadHandler {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final String INLINE = "inline";
    private static final int HELD_BACK = 1 << 16;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The content of the file, written on another thread than the page's. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final UserContext context;
    private final String fileName;
    private final String type;
    private final String disposition;
    private final Content content;
    private final Consumer<RuntimeException> failed;
    /** The document that was opened last, while it is being made. */
    private transient HeldBack latest;

    private Download(
            UserContext context,
            String fileName,
            String type,
            String disposition,
            Content content,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.fileName = fileName;
        this.type = type;
        this.disposition = disposition;
        this.content = content;
        this.failed = failed;
    }

    /** Opened in the browser and not saved: receipts are printed from the tab, and copies in a download folder are of no use. */
    static Download pdf(UserContext context, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(context, fileName, "application/pdf", INLINE, content, failed);
    }

    /** Saved, for use in another program. */
    static Download csv(UserContext context, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(context, fileName, "text/csv; charset=utf-8", "attachment", content, failed);
    }

    /** Saved, for an accounting system to import. */
    static Download books(UserContext context, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(context, fileName, "application/octet-stream", "attachment", content, failed);
    }

    /** Saved, and unpacked. */
    static Download zip(UserContext context, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(context, fileName, "application/zip", "attachment", content, failed);
    }

    /** Saved, and opened in Excel. */
    static Download xlsx(UserContext context, String fileName, Content content, Consumer<RuntimeException> failed) {
        return new Download(context, fileName, XLSX, "attachment", content, failed);
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        UI ui = event.getUI();
        FileReader reader =
                new FileReader(ui, Optional.ofNullable(event.getRequest().getParameter(FileReader.TAB)));
        HeldBack out = new HeldBack(event.getResponse(), reader);
        try (reader) {
            begin(out);
            content.write(out);
            out.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            if (reader.left().isPresent() || out.isRefused()) {
                LOG.info("{} is not wanted any more", VisibleText.of(fileName));
                stopped(event.getResponse(), out, e);
                return;
            }
            LOG.warn("{} could not be made", VisibleText.of(fileName), e);
            ui.access(() -> failed.accept(e));
            if (out.isUnderway()) {
                throw new IOException(fileName + " was broken off", e);
            }
            refuse(event.getResponse(), context.errors().of(e));
        } finally {
            end(out);
        }
    }

    private synchronized void begin(HeldBack now) {
        if (latest != null) {
            latest.reader.leave(Reason.OPENED_AGAIN);
        }
        latest = disposition.equals(INLINE) ? now : null;
    }

    private synchronized void end(HeldBack ended) {
        if (latest == ended) {
            latest = null;
        }
    }

    /** Nobody may be left to read this; the tab in which a document should open may be. */
    private void stopped(VaadinResponse response, HeldBack out, RuntimeException cause) throws IOException {
        if (out.isUnderway()) {
            throw new IOException(fileName + " was broken off", cause);
        }
        refuse(
                response,
                context.text(out.reader.left().orElse(Reason.PAGE_CLOSED).key()));
    }

    private void refuse(VaadinResponse response, String sentence) throws IOException {
        response.setStatus(HttpStatusCode.INTERNAL_SERVER_ERROR.getCode());
        response.setContentType("text/plain; charset=utf-8");
        protect(response);
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps a family's data out of the caches of proxies and shared computers. */
    private static void protect(VaadinResponse response) {
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    /** Buffers the beginning of the file, so that an early failure can still be answered with an error message. */
    private final class HeldBack extends BufferedOutputStream {

        private final FileReader reader;

        HeldBack(VaadinResponse response, FileReader reader) {
            super(new Body(response, reader), HELD_BACK);
            this.reader = reader;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) throws IOException {
            if (reader.left().isPresent()) {
                throw new IOException("The file is not wanted any more");
            }
            super.write(bytes, from, length);
        }

        /** Whether the connection did not take the file. */
        boolean isRefused() {
            return ((Body) out).refused;
        }

        boolean isUnderway() {
            return ((Body) out).begun;
        }

        /** Ignores flushes by the content, so that the beginning stays in the buffer until the buffer is full. */
        @Override
        public void flush() {}

        void finish() throws IOException {
            super.flush();
        }
    }

    /** The body of the response; the headers are set just before the first bytes. */
    private final class Body extends OutputStream {

        private final VaadinResponse response;
        private final FileReader reader;
        private boolean begun;
        private boolean refused;

        Body(VaadinResponse response, FileReader reader) {
            this.response = response;
            this.reader = reader;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (!begun) {
                begun = true;
                reader.send();
                response.setHeader("Content-Disposition", disposition + "; filename=\"" + fileName + "\"");
                response.setContentType(type);
                protect(response);
            }
            try {
                response.getOutputStream().write(bytes, from, length);
            } catch (IOException e) {
                refused = true;
                throw e;
            }
        }
    }
}
