package org.openadmin.fees.api;

import java.util.Set;

/**
 * The user on whose behalf something is done. The caller vouches for it: the name is recorded with each row, the roles are
 * checked by the service.
 *
 * @param name the user's log-in name, at most 64 characters
 * @param roles the roles that the host gave the user; other roles of the host are left out
 */
public record Actor(String name, Set<Role> roles) {

    private static final int LONGEST_NAME = 64;

    public Actor {
        roles = Set.copyOf(roles);
        name = name == null || name.isBlank() ? "?" : name.strip();
        if (name.length() > LONGEST_NAME) {
            name = name.substring(0, LONGEST_NAME);
        }
    }

    /** Whether the user may do what needs this role: by the role itself, as an admin, or, to view, by any role. */
    public boolean may(Role needed) {
        return roles.contains(needed) || roles.contains(Role.ADMIN) || needed == Role.VIEW && !roles.isEmpty();
    }

    /** @throws NotAllowedException when the user lacks the role */
    public void require(Role needed) {
        if (!may(needed)) {
            throw new NotAllowedException(name, needed);
        }
    }
}
