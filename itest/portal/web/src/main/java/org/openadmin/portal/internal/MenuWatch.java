package org.openadmin.portal.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;

/** Runs an action on a page after each change of the menu, until it is stopped or the page is closed. */
final class MenuWatch {

    private final UI page;
    private final Command action;
    private final Runnable stop;

    MenuWatch(Menu menu, UI page, Command action) {
        this.page = page;
        this.action = action;
        this.stop = menu.onChange(this::changed);
    }

    void stop() {
        stop.run();
    }

    /**
     * Renders the page of a component again if it is still the current page. This takes a round trip to the browser,
     * because a view may need data from its request: the user, the roles, the language.
     */
    static void showAgain(Component shown, UI page) {
        shown.getElement().executeJs("return true").then(answered -> {
            if (shown.isAttached()) {
                // navigating to the same location would go through the browser, which ignores it
                page.refreshCurrentRoute(false);
            }
        });
    }

    private void changed() {
        try {
            page.access(action);
        } catch (UIDetachedException closed) {
            stop();
        }
    }
}
