package org.openadmin.portal.internal;

import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Flow release the classes of a removed module. Flow assumes that classes are never unloaded and keeps them in
 * static caches, and a single such reference keeps the whole module in memory. {@link PortalService} contains the other
 * part of the workaround.
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
            LOG.warn("This version of Flow caches classes elsewhere; removed modules may stay in memory", changed);
        }
    }
}
