package org.openadmin.portal.internal;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.ErrorNavigationTargetInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;

/** Starts Vaadin in OSGi, and passes it what it would otherwise find by scanning jars. */
final class PortalServlet extends VaadinServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final ClassLoader VAADIN = VaadinServlet.class.getClassLoader();

    private final transient Bundle portal;
    private final transient PortalPages pages;

    PortalServlet(Bundle portal, PortalPages pages) {
        this.portal = portal;
        this.pages = pages;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(VAADIN);
        try {
            prepare(new VaadinServletContext(config.getServletContext()));
            super.init(config);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void prepare(VaadinServletContext context) throws ServletException {
        if (context.getAttribute(Lookup.class) != null) {
            return;
        }
        new LookupInitializer()
                .initialize(context, new HashMap<>(), lookup -> context.setAttribute(Lookup.class, lookup));
        new VaadinAppShellInitializer().initialize(new HashSet<>(Set.of(AppShell.class)), context);
        new ErrorNavigationTargetInitializer().initialize(new HashSet<>(PortalPages.ERRORS), context);
        RouteConfiguration routes = RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(context));
        routes.setRoute("", HomePage.class, List.of(MainLayout.class));
        routes.setRoute("students", StudentsPage.class, List.of(MainLayout.class));
        routes.setRoute(":path*", ModuleOutlet.class, List.of(MainLayout.class));
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        HttpServletRequest http = (HttpServletRequest) request;
        PlainErrors plain = new PlainErrors(http, (HttpServletResponse) response);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Vaadin uses it to find its own resources
        thread.setContextClassLoader(VAADIN);
        try {
            super.service(User.of(http).map(user -> user.asUserOf(http)).orElse(http), plain);
        } catch (ServletException | RuntimeException e) {
            plain.sendFailure(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) throws ServiceException {
        PortalService service = new PortalService(this, configuration, portal, pages);
        // the default is the class loader of this bundle, which has no front end, so pages would be blank
        service.setClassLoader(VAADIN);
        service.init();
        return service;
    }
}
