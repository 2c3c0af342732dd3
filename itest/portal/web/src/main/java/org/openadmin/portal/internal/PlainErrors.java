package org.openadmin.portal.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers errors with a page of the portal. The page of the server names the servlet's class, the cause and the server's
 * version, which help nobody but an attacker.
 */
final class PlainErrors extends HttpServletResponseWrapper {

    private static final String PAGE = "<!doctype html><html lang=\"%s\"><head><meta charset=\"utf-8\">"
            + "<title>%2$s</title></head><body><h1>%2$s</h1><p>%3$s</p></body></html>";

    private final HttpServletRequest request;

    PlainErrors(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
        Texts texts = texts();
        boolean missing = status == SC_NOT_FOUND;
        write(
                status,
                texts.get(missing ? "not-found.title" : "failure.title"),
                texts.get("status.advice", String.valueOf(status)));
    }

    /** The message is left out: it can name classes. */
    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    /** Answers a failure with the reference under which it is in the log. */
    void sendFailure(Throwable failure) throws IOException {
        String reference = FailureLog.write(request.getRequestURI(), failure);
        Texts texts = texts();
        write(SC_INTERNAL_SERVER_ERROR, texts.get("failure.title"), texts.get("failure.advice", reference));
    }

    private Texts texts() {
        return Texts.in(Languages.best(request.getLocales()));
    }

    private void write(int status, String title, String advice) throws IOException {
        if (isCommitted()) {
            return;
        }
        resetBuffer();
        setStatus(status);
        setContentType("text/html; charset=UTF-8");
        setHeader("Cache-Control", "no-store");
        String page = PAGE.formatted(texts().language(), LoginPage.escape(title), LoginPage.escape(advice));
        try {
            getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalStateException alreadyWriter) {
            getWriter().write(page);
        }
        flushBuffer();
    }
}
