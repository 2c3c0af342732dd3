package org.openadmin.portal.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;

/** Logs users in at {@code /login} and out at {@code /logout}. */
final class LoginServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Realm realm;
    private final transient LoginPage page = new LoginPage();

    LoginServlet(Realm realm) {
        this.realm = realm;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/logout".equals(request.getServletPath())) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            show(request, response, "", false);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name =
                Objects.requireNonNullElse(request.getParameter("user"), "").strip();
        String password = Objects.requireNonNullElse(request.getParameter("password"), "");
        Optional<User> user = realm.user(name, password);
        if (user.isPresent()) {
            enter(user.get(), request);
            response.sendRedirect(request.getContextPath() + localPath(request.getParameter("to")));
        } else {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            show(request, response, name, true);
        }
    }

    private static void enter(User user, HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        // prevents session fixation: a session id planted before the log-in must not be used after it
        request.changeSessionId();
        user.enter(session);
    }

    /** Accepts only a path on this server, so that a link cannot redirect to another site after log-in. */
    static String localPath(String target) {
        return target != null && target.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?") ? target : "/";
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String name, boolean refused)
            throws IOException {
        response.setContentType("text/html; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Frame-Options", "DENY");
        String target = localPath(request.getParameter("to"));
        response.getWriter().write(page.render(Texts.in(Languages.best(request.getLocales())), target, name, refused));
    }
}
