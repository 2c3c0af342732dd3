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
 * A view that a bundle adds to the portal, as described by its service properties.
 *
 * @param path the address of the view without leading and trailing slashes, such as {@code fees/payments}
 * @param order the position in the menu; smaller numbers come first
 * @param roles the roles of which a user needs at least one to see and open the view; empty for no restriction
 * @param view the prototype-scoped service that creates instances of the view
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

    /** Whether the menu shows the entry. A view without a title is an address only, which leads to another view. */
    boolean isListed() {
        return property("title").isPresent();
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

    /** Returns the part of a location that follows the path of this view. */
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

    /** The property can be a single role, an array, a collection, or a text with roles separated by commas. */
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
