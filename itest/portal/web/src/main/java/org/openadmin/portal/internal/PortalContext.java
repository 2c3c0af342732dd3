package org.openadmin.portal.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * The portal's own servlet context. Its attributes are removed with this bundle, and requests without a log-in are not
 * let through.
 */
final class PortalContext extends ServletContextHelper {

    private static final Set<String> OPEN_TO_ALL = Set.of("/login", "/logout", "/portal-icon.svg");

    private static final String SESSION_EXPIRED = "for(;;);[{\"meta\":{\"sessionExpired\":true}}]";

    PortalContext(Bundle bundle) {
        super(bundle);
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.write(request, response);
        Optional<User> user = User.of(request);
        if (user.isPresent()) {
            request.setAttribute(AUTHENTICATION_TYPE, HttpServletRequest.FORM_AUTH);
            request.setAttribute(REMOTE_USER, user.get().name());
            return true;
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (OPEN_TO_ALL.contains(path)) {
            return true;
        }
        if ("uidl".equals(request.getParameter("v-r"))) {
            // in Vaadin's words: to a bare 401 its client reacts with an empty box
            response.setContentType("application/json; charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.getWriter().write(SESSION_EXPIRED);
        } else if (isPageVisit(request, path)) {
            response.sendRedirect(request.getContextPath() + "/login?to=" + target(request, path));
        } else {
            // a redirect would send the log-in page to a script that expects data
            // not with the error page of the server, which names its parts
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        }
        return false;
    }

    private static boolean isPageVisit(HttpServletRequest request, String path) {
        return "GET".equals(request.getMethod())
                && request.getParameter("v-r") == null
                && request.getHeader("Upgrade") == null
                && !path.startsWith("/VAADIN/");
    }

    private static String target(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        return URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }
}
