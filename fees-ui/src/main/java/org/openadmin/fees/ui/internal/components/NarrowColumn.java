package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.grid.Grid;

/**
 * How a column of a list takes its place on a narrow page, such as a phone, a tablet with the menu open or a page enlarged to 400 %.
 * The browser decides by the width of the list, so that nothing has to be sent when the window changes.
 */
public final class NarrowColumn {

    /** The largest width of a list on a tablet with the menu open, in rem. */
    public static final int TABLET = 58;

    /** The largest width of a list on a phone, in rem. */
    public static final int PHONE = 30;

    /** The largest width of a list on a page enlarged to 400 %, in rem. */
    public static final int ENLARGED = 20;

    /** Rules are written as limit:width, the narrowest first; without a width the column is left out. */
    private static final String FIT = """
            const grid = this.closest('vaadin-grid');
            const usual = this.width;
            const rules = $0.split(' ').map(rule => rule.split(':'));
            new ResizeObserver(() => {
              const rem = grid.clientWidth / parseFloat(getComputedStyle(document.documentElement).fontSize);
              if (rem > 0) {
                const [, width] = rules.find(([limit]) => rem < limit) ?? [0, usual];
                this.hidden = !width;
                this.width = width || usual;
              }
            }).observe(grid);
            """;

    private NarrowColumn() {}

    /** Leaves the column out of a list that is narrower than this, in rem. The row opens what is left out. */
    public static <C extends Grid.Column<?>> C hide(C column, int below) {
        return fit(column, below + ":");
    }

    /** Gives the column this width in a list that is narrower than this, in rem. */
    public static <C extends Grid.Column<?>> C shrink(C column, int below, String width) {
        return fit(column, below + ":" + width);
    }

    /** Gives the column this width below the first limit, and leaves it out below the second. */
    public static <C extends Grid.Column<?>> C shrinkThenHide(C column, int below, String width, int hiddenBelow) {
        return fit(column, hiddenBelow + ": " + below + ":" + width);
    }

    /** Shows the column with this width in a list that is narrower than this, in rem, and only there. */
    public static <C extends Grid.Column<?>> C showOnly(C column, int below, String width) {
        // until the browser knows the width
        column.getElement().setProperty("hidden", true);
        return fit(column, below + ":" + width + " " + Integer.MAX_VALUE + ":");
    }

    private static <C extends Grid.Column<?>> C fit(C column, String rules) {
        column.addAttachListener(e -> column.getElement().executeJs(FIT, rules));
        return column;
    }
}
