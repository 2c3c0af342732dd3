package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;

/**
 * Keeps the keys that a user types while the server builds the form that an earlier key has opened: they reach the field that
 * then has the focus, all of them, or none.
 */
public final class TypeAhead {

    private static final String SCRIPT = ShippedFile.string("type-ahead.js");

    private TypeAhead() {}

    /** Declares that Enter in this field leads to another form. */
    public static void leadsOn(HasElement field) {
        field.getElement().setAttribute("data-leads-on", true);
    }

    /** Starts in the browser when the page is shown; once is enough for all pages. */
    static void keepOn(Component page) {
        page.addAttachListener(e -> e.getUI().getPage().executeJs(SCRIPT));
    }
}
