package org.openadmin.portal.internal;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** Who is logged in. Lives in the HTTP session. */
record User(String name, Set<String> roles) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = "portal.user";

    static Optional<User> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(User.class::cast);
    }

    /** The user of the current Vaadin session; also there in background work, where no request is. */
    static User current() {
        return (User) VaadinSession.getCurrent().getSession().getAttribute(ATTRIBUTE);
    }

    void enter(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    boolean mayUse(MenuEntry entry) {
        return entry.roles().isEmpty() || entry.roles().stream().anyMatch(roles::contains);
    }

    @Override
    public String getName() {
        return name;
    }

    /** The servlet API's log-in for the views. Pax Web passes the user's name on, but answers false to every role. */
    HttpServletRequest asUserOf(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return User.this;
            }

            @Override
            public String getRemoteUser() {
                return name;
            }

            @Override
            public boolean isUserInRole(String role) {
                return roles.contains(role);
            }
        };
    }
}
