package org.openadmin.portal.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;

/** Repeats something on a page after each change of the menu, until it is stopped or the page is gone. */
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
     * Renders the page of a component again, while that is still the page. The browser is asked first, because a view may need what
     * only its request brings: the user, the roles, the language.
     */
    static void showAgain(Component shown, UI page) {
        shown.getElement().executeJs("return true").then(answered -> {
            if (shown.isAttached()) {
                // navigating to the same place would go through the browser, which ignores it
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
