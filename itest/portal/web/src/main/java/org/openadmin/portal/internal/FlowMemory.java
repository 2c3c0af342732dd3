package org.openadmin.portal.internal;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Flow forget the classes of a removed module. Flow expects that classes live as long as itself and keeps them in static
 * caches, and one such reference keeps a whole removed module in memory. The other half of the cure is in {@link PortalService}.
 */
final class FlowMemory {

    private static final Logger LOG = LoggerFactory.getLogger(FlowMemory.class);

    private FlowMemory() {}

    static void forget(ClassLoader gone) {
        ReflectionCache.clearAll();
        try {
            Field warned = UIInternals.class.getDeclaredField("warnedAboutDeps");
            warned.setAccessible(true);
            ((Collection<?>) warned.get(null)).removeIf(type -> ((Class<?>) type).getClassLoader() == gone);
        } catch (ReflectiveOperationException changed) {
            LOG.warn("This version of Flow keeps its classes elsewhere: removed modules may stay in memory", changed);
        }
    }
}
