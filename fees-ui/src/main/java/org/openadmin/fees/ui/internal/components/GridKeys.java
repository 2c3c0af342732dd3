package org.openadmin.fees.ui.internal.components;

import com.vaadin.flow.component.grid.Grid;

/** The key that opens a row of a list. */
public final class GridKeys {

    private static final String OPEN = """
            if (this.opensWithEnter) return;
            this.opensWithEnter = true;
            this.addEventListener('keydown', event => {
              if (event.key !== 'Enter' || this.hasAttribute('interacting')) return;
              const cell = event.composedPath().find(each => each.localName === 'td');
              if (!cell) return;
              const link = each => each.querySelector('slot')?.assignedNodes()[0]?.querySelector?.('a');
              const to = link(cell) ?? [...cell.parentElement.children].map(link).find(each => each);
              if (!to) return;
              event.preventDefault();
              event.stopPropagation();
              to.click();
            }, true);
            """;

    private GridKeys() {}

    /** Lets Enter follow the link in the cell that has the focus, or else the first one of its row. */
    public static void openWithEnter(Grid<?> grid) {
        grid.addAttachListener(e -> grid.getElement().executeJs(OPEN));
    }
}
