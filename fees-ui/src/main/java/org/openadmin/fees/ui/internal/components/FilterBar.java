package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** The filters of a list, side by side. Each change that somebody makes is told at once; what the page itself shows in them is not. */
public class FilterBar extends Div {

    private final transient Runnable changed;
    private boolean filling;

    public FilterBar(String id, Runnable changed) {
        this.changed = changed;
        setId(id);
        getElement().setAttribute("role", "search");
        getStyle()
                .set("display", "flex")
                .set("flex-wrap", "wrap")
                .set("gap", "0 var(--lumo-space-s)")
                .set("align-items", "baseline")
                .set("flex", "none");
    }

    /** Fields that belong together and stay on one line. */
    public static Div together(Component... fields) {
        Div together = new Div(fields);
        together.getStyle()
                .set("display", "flex")
                .set("gap", "0 var(--lumo-space-s)")
                .set("align-items", "baseline");
        return together;
    }

    public final void tell() {
        if (!filling) {
            changed.run();
        }
    }

    /** Fills the fields without telling that they have changed. */
    public final void quietly(Runnable filler) {
        filling = true;
        try {
            filler.run();
        } finally {
            filling = false;
        }
    }
}
