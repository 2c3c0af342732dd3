package org.openadmin.portal.internal;

import jakarta.servlet.Servlet;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;

/**
 * Registers the servlet context, the WebSocket endpoint and the servlets in the only safe order. Adding a WebSocket
 * endpoint to a running context restarts it, and a request during the restart leaves a servlet with status 404 until
 * the bundle is started again. References between components cannot guarantee this order.
 */
@Component(service = {})
public final class Portal {

    private static final String SELECT = "osgi.http.whiteboard.context.select";
    private static final String PATTERN = "osgi.http.whiteboard.servlet.pattern";
    private static final String THIS_CONTEXT = "(osgi.http.whiteboard.context.name=portal)";

    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();
    private final BundleContext bundle;

    @Activate
    public Portal(BundleContext bundle, @Reference Menu menu, @Reference StudentDirectory students) {
        this.bundle = bundle;
        register(
                ServletContextHelper.class,
                new PortalContext(bundle.getBundle()),
                Map.of("osgi.http.whiteboard.context.name", "portal", "osgi.http.whiteboard.context.path", "/"));
        register(
                Object.class,
                new WebSocketEnabler(),
                Map.of("org.ops4j.pax.web.http.whiteboard.websocket", true, SELECT, THIS_CONTEXT));
        register(
                Servlet.class,
                new LoginServlet(new Realm("karaf"), new LoginBrake(Clock.systemUTC())),
                Map.of(PATTERN, new String[] {"/login", "/logout"}, SELECT, THIS_CONTEXT));
        register(
                Servlet.class,
                new PortalServlet(bundle.getBundle(), new PortalPages(menu, students)),
                Map.of(
                        "osgi.http.whiteboard.servlet.name",
                        "portal",
                        PATTERN,
                        "/*",
                        "osgi.http.whiteboard.servlet.asyncSupported",
                        true,
                        "servlet.init.productionMode",
                        "true",
                        SELECT,
                        THIS_CONTEXT));
    }

    @Deactivate
    void unregister() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private <T> void register(Class<T> type, T service, Map<String, ?> properties) {
        registrations.push(bundle.registerService(type, service, new Hashtable<>(properties)));
    }
}
