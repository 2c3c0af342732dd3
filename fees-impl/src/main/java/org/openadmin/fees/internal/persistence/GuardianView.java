package org.openadmin.fees.internal.persistence;

/**
 * A service that exists while the database is ready and has the site's own view {@code fees_guardian}, which tells whose parent a login is.
 * Components for parents reference it, so without the view there is nothing for parents in the portal.
 */
public interface GuardianView {

    /** The name of the view. */
    String NAME = "fees_guardian";
}
