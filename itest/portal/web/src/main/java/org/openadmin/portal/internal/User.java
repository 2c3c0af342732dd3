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

/** The logged-in user, stored in the HTTP session. */
record User(String name, Set<String> roles) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The role of everyone who works at the school; parents have another one. */
    static final String STAFF = "staff";

    private static final String ATTRIBUTE = "portal.user";

    static Optional<User> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(User.class::cast);
    }

    /** Returns the user of the current Vaadin session; also works in background tasks, which have no request. */
    static User current() {
        return (User) VaadinSession.getCurrent().getSession().getAttribute(ATTRIBUTE);
    }

    void enter(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    boolean mayUse(MenuEntry entry) {
        return entry.roles().isEmpty() || entry.roles().stream().anyMatch(roles::contains);
    }

    boolean maySeeStudents() {
        return roles.contains(STAFF);
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * Provides the user to views through the servlet API. Pax Web passes on the user name, but returns false for every
     * role.
     */
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
