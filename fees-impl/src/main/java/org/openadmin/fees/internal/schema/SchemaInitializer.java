package org.openadmin.fees.internal.schema;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openadmin.fees.spi.ModuleThread;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Prepares the school's database in its own thread, so that the portal starts while the database is still down, and then enables
 * {@link SchemaReadyMarker} and, where the site has the view of parents, {@link GuardianViewMarker}.
 */
// immediate: it does its work when it starts
@Component(immediate = true, service = SchemaInitializer.class)
public final class SchemaInitializer {

    private final ComponentContext context;
    private final Schema schema;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final SchemaPreparation preparation;
    private final Thread thread;

    @Activate
    public SchemaInitializer(
            ComponentContext context, @Reference(target = "(osgi.jndi.service.name=openadmin)") DataSource database) {
        this.context = context;
        this.schema = new Schema(database);
        this.preparation = new SchemaPreparation(
                schema, time -> !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS), this::publish);
        this.thread = ModuleThread.daemon("fees-schema", SchemaInitializer.class.getClassLoader(), preparation);
        thread.start();
    }

    /** The reason why the database is not ready yet, if there is one. */
    Optional<String> reason() {
        return preparation.reason();
    }

    private synchronized void publish() {
        if (stopped.getCount() > 0) {
            context.enableComponent(SchemaReadyMarker.class.getName());
            if (schema.hasGuardians()) {
                context.enableComponent(GuardianViewMarker.class.getName());
            }
        }
    }

    /**
     * Withdraws the markers when the data source disappears. When the bundle stops, its components end together: one that was
     * disabled before that stays in the registry of Felix SCR, and with it the class loader.
     */
    @Deactivate
    synchronized void stop(int reason) {
        stopped.countDown();
        thread.interrupt();
        if (reason != ComponentConstants.DEACTIVATION_REASON_BUNDLE_STOPPED) {
            context.disableComponent(GuardianViewMarker.class.getName());
            context.disableComponent(SchemaReadyMarker.class.getName());
        }
    }
}
