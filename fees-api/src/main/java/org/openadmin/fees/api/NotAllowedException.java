package org.openadmin.fees.api;

import java.io.Serial;

/** The user does not have the role that the method requires. */
public final class NotAllowedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String user;
    private final transient Role needed;

    public NotAllowedException(String user, Role needed) {
        super("The user " + user + " may not do this: it needs the role " + needed.roleName() + ".");
        this.user = user;
        this.needed = needed;
    }

    public String user() {
        return user;
    }

    public Role needed() {
        return needed;
    }
}
