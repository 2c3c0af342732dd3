package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Figures that one should see first: each with its label above, and what explains it below. */
public final class StatTiles {

    private StatTiles() {}

    /**
     * @param id of the value
     * @param note may be empty
     */
    public static Div of(String id, String label, String value, String note) {
        Span shown = Styles.id(id, new Span(value));
        shown.getStyle()
                .set("font-size", "var(--lumo-font-size-xl)")
                .set("font-weight", "600")
                .set("line-height", "1.25")
                .set("font-variant-numeric", "tabular-nums");
        Span above = Styles.quiet(new Span(label));
        above.getStyle().set("align-self", "end");
        Div figure = new Div(above, shown);
        if (!note.isEmpty()) {
            figure.add(Styles.quiet(new Span(note)));
        }
        figure.getStyle().set("padding-bottom", "var(--lumo-space-s)");
        // the values of a row stand on one line, however long one of the labels is
        figure.getStyle()
                .set("display", "grid")
                .set("grid-template-rows", "subgrid")
                .set("grid-row", "span 3")
                .set("justify-items", "start")
                .set("min-width", "0");
        return figure;
    }

    /** Puts figures side by side in a box. */
    public static void row(Div box) {
        Styles.boxed(box)
                .getStyle()
                .set("display", "grid")
                .set("grid-template-columns", "repeat(auto-fit, minmax(8rem, 1fr))")
                .set("gap", "0 var(--lumo-space-m)")
                .set("padding", "var(--lumo-space-s) var(--lumo-space-m) 0")
                .set("width", "100%");
    }
}
