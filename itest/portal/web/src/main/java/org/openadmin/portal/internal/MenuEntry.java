package org.openadmin.portal.internal;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.ServiceReference;

/**
 * A view that a bundle offers to the portal, as its service properties describe it.
 *
 * @param path where the view lives, without slashes at the ends, such as {@code fees/payments}
 * @param order smaller numbers come first
 * @param roles one of these is needed to see and open the view; empty: everybody may
 * @param view the prototype-scoped service that makes instances of the view
 */
record MenuEntry(String path, int order, Set<String> roles, ServiceReference<Component> view) {

    static final String PATH = "portal.menu.path";

    private static final String PREFIX = "portal.menu.";
    private static final int LAST = 1_000;

    static MenuEntry of(ServiceReference<Component> view) {
        String path = String.valueOf(view.getProperty(PATH)).replaceAll("^/+|/+$", "");
        return new MenuEntry(path, order(view.getProperty(PREFIX + "order")), roles(view), view);
    }

    String title(Locale locale) {
        return text("title", locale).orElse(path);
    }

    Optional<String> group(Locale locale) {
        return text("group", locale);
    }

    /** The icon as {@code collection:name}, such as {@code vaadin:wallet}. */
    Optional<String> icon() {
        return property("icon");
    }

    boolean serves(String location) {
        return location.equals(path) || location.startsWith(path + "/");
    }

    /** What follows the path of this view in a location that it serves. */
    String rest(String location) {
        return location.length() > path.length() ? location.substring(path.length() + 1) : "";
    }

    private Optional<String> text(String name, Locale locale) {
        return property(name + "." + locale.getLanguage()).or(() -> property(name));
    }

    private Optional<String> property(String name) {
        return Optional.ofNullable(view.getProperty(PREFIX + name))
                .map(Object::toString)
                .filter(text -> !text.isBlank());
    }

    private static int order(Object value) {
        try {
            return value == null ? LAST : Integer.parseInt(value.toString().strip());
        } catch (NumberFormatException notANumber) {
            return LAST;
        }
    }

    /** One role, several as an array or a collection, or several in one text with commas between. */
    private static Set<String> roles(ServiceReference<Component> view) {
        Object value = view.getProperty(PREFIX + "roles");
        Stream<?> given = value instanceof Object[] several
                ? Arrays.stream(several)
                : value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        return given.flatMap(role -> List.of(role.toString().split(",")).stream())
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
