package org.openadmin.fees.internal.schema;

import org.openadmin.fees.internal.persistence.SchemaReady;
import org.osgi.service.component.annotations.Component;

/** Enabled by {@link SchemaInitializer} when the database is ready, disabled when the data source disappears. */
@Component(enabled = false)
public final class SchemaReadyMarker implements SchemaReady {

    private final int version = Script.all().size();

    @Override
    public int version() {
        return version;
    }
}
