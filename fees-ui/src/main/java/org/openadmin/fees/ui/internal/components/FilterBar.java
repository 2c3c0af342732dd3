package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** The filters of a list, side by side. Changes by the user take effect at once; changes by the page fire no event. */
public class FilterBar extends Div {

    private final transient Runnable changed;
    private boolean filling;

    public FilterBar(String id, Runnable changed) {
        this.changed = changed;
        setId(id);
        getElement().setAttribute("role", "search");
        Styles.css("fees-filters", this);
    }

    /** Fields that stay together on one line. */
    public static Div together(Component... fields) {
        return Styles.css("fees-filters-together", new Div(fields));
    }

    public final void fireChange() {
        if (!filling) {
            changed.run();
        }
    }

    /** Fills the fields without firing a change. */
    public final void withoutEvents(Runnable filler) {
        filling = true;
        try {
            filler.run();
        } finally {
            filling = false;
        }
    }
}
