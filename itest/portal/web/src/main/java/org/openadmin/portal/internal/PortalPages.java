package org.openadmin.portal.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Creates the portal's own pages with their dependencies. */
final class PortalPages {

    static final Set<Class<?>> ERRORS = Set.of(NotFoundPage.class, AccessDeniedPage.class, ErrorPage.class);

    private final Map<Class<?>, Supplier<?>> makers;

    PortalPages(Menu menu, StudentDirectory students) {
        makers = Map.of(
                MainLayout.class,
                () -> new MainLayout(menu),
                ModuleOutlet.class,
                () -> new ModuleOutlet(menu),
                HomePage.class,
                () -> new HomePage(menu),
                StudentsPage.class,
                () -> new StudentsPage(students),
                AppShell.class,
                AppShell::new,
                NotFoundPage.class,
                () -> new NotFoundPage(menu),
                AccessDeniedPage.class,
                AccessDeniedPage::new,
                ErrorPage.class,
                ErrorPage::new);
    }

    <T> Optional<T> make(Class<T> type) {
        return Optional.ofNullable(makers.get(type)).map(maker -> type.cast(maker.get()));
    }
}
