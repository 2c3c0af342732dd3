package org.openadmin.fees.ui.internal.invoices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** Refreshes a page every few seconds, as long as it shows something that changes without its user and is open. */
final class PageRefresh {

    private static final int MILLISECONDS = 2_000;
    private static final int NEVER = -1;

    private final Runnable refresh;
    private UI ui;
    private Registration polls;

    PageRefresh(Component page, Runnable refresh) {
        this.refresh = refresh;
        page.addDetachListener(e -> set(false));
    }

    void set(boolean on) {
        if (on && polls == null) {
            ui = UI.getCurrent();
            polls = ui.addPollListener(e -> refresh.run());
            ui.setPollInterval(MILLISECONDS);
        } else if (!on && polls != null) {
            polls.remove();
            polls = null;
            ui.setPollInterval(NEVER);
        }
    }
}
