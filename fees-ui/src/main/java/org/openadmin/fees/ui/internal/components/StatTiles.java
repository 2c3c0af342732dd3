package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Key figures, each with a label above and an explanation below. */
public final class StatTiles {

    private StatTiles() {}

    /**
     * @param id the id of the value
     * @param note the explanation; may be empty
     */
    public static Div of(String id, String label, String value, String note) {
        Span shown = Styles.css("fees-tile-value", Styles.id(id, new Span(value)));
        Div figure = new Div(Styles.secondaryText(new Span(label)), shown);
        if (!note.isEmpty()) {
            figure.add(Styles.secondaryText(new Span(note)));
        }
        return Styles.css("fees-tile", figure);
    }

    /** Puts figures side by side in a box. */
    public static void row(Div box) {
        Styles.css("fees-tiles", Styles.boxed(box));
    }
}
