package org.openadmin.portal.internal;

import com.vaadin.flow.component.Component;
import org.osgi.framework.ServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's stay on one view: an instance of its own, given back when the stay ends.
 *
 * @param entry the view's place in the menu
 * @param view the instance
 * @param instances where the instance came from and goes back to
 */
record Visit(MenuEntry entry, Component view, ServiceObjects<Component> instances) {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    boolean isOf(MenuEntry other) {
        return entry.view().equals(other.view());
    }

    void end() {
        try {
            instances.ungetService(view);
        } catch (IllegalStateException | IllegalArgumentException gone) {
            LOG.debug("The view {} went with its bundle", entry.path(), gone);
        }
    }
}
