package org.openadmin.portal.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferenceScope;

/**
 * The whiteboard of the portal's menu: each prototype-scoped component service with a path is an entry, as long as the
 * service exists. Modules do not need an interface to compile against.
 */
@Component(service = Menu.class)
public final class Menu {

    private final BundleContext portal;
    private final Map<ServiceReference<com.vaadin.flow.component.Component>, ClassLoader> views =
            new ConcurrentHashMap<>();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    @Activate
    public Menu(BundleContext portal) {
        this.portal = portal;
    }

    @Reference(
            service = com.vaadin.flow.component.Component.class,
            target = "(" + MenuEntry.PATH + "=*)",
            scope = ReferenceScope.PROTOTYPE_REQUIRED,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void bind(ServiceReference<com.vaadin.flow.component.Component> view) {
        views.put(view, view.getBundle().adapt(BundleWiring.class).getClassLoader());
        tellListeners();
    }

    void updated(ServiceReference<com.vaadin.flow.component.Component> view) {
        tellListeners();
    }

    void unbind(ServiceReference<com.vaadin.flow.component.Component> view) {
        ClassLoader gone = views.remove(view);
        tellListeners();
        FlowMemory.forget(gone);
    }

    /**
     * Returns all entries in menu order, one for each path. While a module is being updated, there may be two versions
     * of a view: the service with the higher ranking is used, and the other one when that is removed.
     */
    List<MenuEntry> entries() {
        Map<String, MenuEntry> winners = new HashMap<>();
        for (ServiceReference<com.vaadin.flow.component.Component> view : views.keySet()) {
            MenuEntry entry = MenuEntry.of(view);
            winners.merge(entry.path(), entry, (a, b) -> a.view().compareTo(b.view()) >= 0 ? a : b);
        }
        return winners.values().stream()
                .sorted(Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::path))
                .toList();
    }

    /** Returns the entry for a location; the one with the longest path if several match. */
    Optional<MenuEntry> find(String location) {
        return entries().stream()
                .filter(entry -> entry.serves(location))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
    }

    boolean offers(MenuEntry entry) {
        return views.containsKey(entry.view());
    }

    /**
     * Creates an instance of the view. Returns empty if its bundle has just been removed or its component could not be
     * activated.
     */
    Optional<ViewInstance> visit(MenuEntry entry) {
        ServiceObjects<com.vaadin.flow.component.Component> instances = portal.getServiceObjects(entry.view());
        return Optional.ofNullable(instances)
                .map(ServiceObjects::getService)
                .map(view -> new ViewInstance(entry, view, instances));
    }

    /** Calls the listener after each change, on any thread, until the returned handle is run. */
    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tellListeners() {
        listeners.forEach(Runnable::run);
    }
}
