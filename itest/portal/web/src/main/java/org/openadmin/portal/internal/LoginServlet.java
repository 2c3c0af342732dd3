package org.openadmin.portal.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Logs users in at {@code /login} and out at {@code /logout}. */
final class LoginServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern LOCAL = Pattern.compile("/[^\\\\\\p{Cntrl}]*");
    private static final Pattern RESOLVED_LATER =
            Pattern.compile("//|/\\.{1,2}(/|;|$)|;|%2e|%2f|%5c", Pattern.CASE_INSENSITIVE);
    private static final int TOO_MANY_REQUESTS = 429;

    private final transient Realm realm;
    private final transient LoginBrake brake;
    private final transient LoginPage page = new LoginPage();

    LoginServlet(Realm realm, LoginBrake brake) {
        this.realm = realm;
        this.brake = brake;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PlainErrors plain = new PlainErrors(request, response);
        try {
            super.service(request, plain);
        } catch (ServletException | RuntimeException e) {
            plain.sendFailure(e);
        }
    }

    /** A link or an image of another site must not log anybody out, so a visit to {@code /logout} does nothing. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isLogOut(request)) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            show(request, response, "", "");
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (isLogOut(request)) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
            response.sendRedirect(request.getContextPath() + "/login");
        } else {
            logIn(request, response);
        }
    }

    private void logIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name =
                Objects.requireNonNullElse(request.getParameter("user"), "").strip();
        String address = request.getRemoteAddr();
        Optional<Duration> wait = brake.wait(name, address);
        if (wait.isPresent()) {
            long seconds = wait.get().toSeconds() + 1;
            response.setStatus(TOO_MANY_REQUESTS);
            response.setHeader("Retry-After", String.valueOf(seconds));
            show(request, response, name, texts(request).get("login.wait", seconds));
            return;
        }
        Optional<User> user = realm.user(name, Objects.requireNonNullElse(request.getParameter("password"), ""));
        if (user.isPresent()) {
            brake.succeeded(name, address);
            enter(user.get(), request);
            response.sendRedirect(request.getContextPath() + localPath(request.getParameter("to")));
        } else {
            brake.failed(name, address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            show(request, response, name, texts(request).get("login.refused"));
        }
    }

    private static boolean isLogOut(HttpServletRequest request) {
        return "/logout".equals(request.getServletPath());
    }

    private static Texts texts(HttpServletRequest request) {
        return Texts.in(Languages.best(request.getLocales()));
    }

    private static void enter(User user, HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        // prevents session fixation: a session id planted before the log-in must not be used after it
        request.changeSessionId();
        user.enter(session);
    }

    /**
     * Accepts only a path on this server, so that a link cannot redirect to another site after log-in. A path with empty
     * or dotted segments is refused, because the server resolves them afterwards: {@code /.//other.example} would become
     * {@code //other.example}, which is another site.
     */
    static String localPath(String target) {
        if (target == null || !LOCAL.matcher(target).matches()) {
            return "/";
        }
        String path = target.split("[?#]", 2)[0];
        return RESOLVED_LATER.matcher(path).find() ? "/" : target;
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String name, String error)
            throws IOException {
        response.setContentType("text/html; charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        String target = localPath(request.getParameter("to"));
        response.getWriter().write(page.render(texts(request), target, name, error));
    }
}
