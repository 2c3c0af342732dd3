package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Anchor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;

/**
 * What a page shows to a user without the role that it needs: which one that is, and a link to go on. Portals do not show such a page
 * at all, but a role may be withdrawn while the address is known.
 */
public final class NoAccess {

    /** The portal's start page. */
    private static final String HOME = ".";

    private NoAccess() {}

    public static void show(Banner notice, UserContext context, Role needed) {
        Anchor on = context.may(Role.VIEW)
                ? new Anchor(Routes.OVERVIEW, context.text("overview.back"))
                : new Anchor(HOME, context.text("no-access.home"));
        notice.showProblem(context.notAllowed(needed), Styles.id("no-access-on", on));
    }
}
