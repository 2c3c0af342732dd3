package org.openadmin.fees.internal.schema;

import org.openadmin.fees.internal.persistence.SchemaReady;
import org.osgi.service.component.annotations.Component;

/** Enabled by {@link SchemaInitializer} when the database is ready, disabled when the data source disappears. */
// immediate: Felix SCR keeps a delayed component, and so the class loader, when it is disabled while its bundle stops
@Component(enabled = false, immediate = true)
public final class SchemaReadyMarker implements SchemaReady {

    private final int version = Script.all().size();

    @Override
    public int version() {
        return version;
    }
}
