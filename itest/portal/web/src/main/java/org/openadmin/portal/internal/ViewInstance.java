package org.openadmin.portal.internal;

import com.vaadin.flow.component.Component;
import org.osgi.framework.ServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance of a view for one user, released when the user leaves it.
 *
 * @param entry the menu entry of the view
 * @param view the instance
 * @param instances the service objects that created the instance and release it
 */
record ViewInstance(MenuEntry entry, Component view, ServiceObjects<Component> instances) {

    private static final Logger LOG = LoggerFactory.getLogger(ViewInstance.class);

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
