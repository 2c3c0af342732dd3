package org.openadmin.portal.internal;

import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The icon of a menu entry, or a default icon. */
final class MenuIcon {

    private MenuIcon() {}

    static Icon of(MenuEntry entry) {
        return entry.icon()
                .map(name -> name.split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Icon(parts[0], parts[1]))
                .orElseGet(VaadinIcon.FILE_TEXT_O::create);
    }
}
