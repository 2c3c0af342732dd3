package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.ui.LoadMode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Serves {@code fees.css}. The portal builds its front end without the modules, so the sheet is served from this bundle, through
 * the portal's own Vaadin servlet and behind its log-in: while one of the pages is attached, its session serves requests for it.
 *
 * <p>The sheet is an eager dependency: Flow loads it once in each browser tab and waits for it before it changes the page. Its
 * address contains a hash of the content, so that the browser can cache it forever and a new version replaces it at once. After
 * the last page is left, the session holds no reference to this bundle.
 */
final class StyleSheet implements RequestHandler {

    private static final long serialVersionUID = 1L;

    private static final String FOLDER = "VAADIN/dynamic/fees-style/";
    private static final byte[] CONTENT = ShippedFile.bytes("fees.css");
    private static final String PATH = FOLDER + hash(CONTENT) + "/fees.css";

    /** Disables other versions of the sheet, in a tab that was open while the module was updated. */
    private static final String ONLY_OURS = """
            for (const sheet of document.querySelectorAll('link[rel=stylesheet][href*="' + $0 + '"]')) {
              sheet.disabled = !sheet.href.endsWith($1);
            }
            """;

    private StyleSheet() {}

    /** Loads the sheet with the page, and serves it while the page is attached. */
    static void addTo(Component page) {
        StyleSheet sheet = new StyleSheet();
        page.addAttachListener(e -> sheet.open(e.getUI(), e.getSession()));
        page.addDetachListener(e -> e.getSession().removeRequestHandler(sheet));
    }

    private void open(UI ui, VaadinSession session) {
        session.addRequestHandler(this);
        ui.getPage().addStyleSheet("base://" + PATH, LoadMode.EAGER);
        ui.getPage().executeJs(ONLY_OURS, FOLDER, PATH);
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        if (!("/" + PATH).equals(request.getPathInfo())) {
            return false;
        }
        response.setContentType("text/css; charset=utf-8");
        response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(CONTENT.length);
        response.getOutputStream().write(CONTENT);
        return true;
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
