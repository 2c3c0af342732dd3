package org.openadmin.fees.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.openadmin.fees.internal.persistence.SchemaReady;
import org.openadmin.fees.spi.ModuleThread;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Detects missing prerequisites of the portal and logs them once, after the portal has had time to start. */
// immediate: it runs without being used by another component
@Component(immediate = true)
public final class HostPrerequisites implements HostWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HostPrerequisites.class);
    private static final int TIMEOUT_SECONDS = 10;

    @Reference(
            target = "(osgi.jndi.service.name=openadmin)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    private volatile DataSource database;

    @Reference(
            target = "(osgi.unit.name=fees)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    private volatile JpaTemplate jpa;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile SchemaInitializer keeper;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile SchemaReady ready;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            work -> ModuleThread.daemon("fees-host", HostPrerequisites.class.getClassLoader(), work));

    @Activate
    void start() {
        clock.schedule(() -> missingFromHost().ifPresent(LOG::warn), TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    @Override
    public Optional<String> missing() {
        Optional<String> host = missingFromHost();
        if (host.isPresent() || ready != null) {
            return host;
        }
        SchemaInitializer working = keeper;
        return Optional.of(working == null ? "" : working.reason().orElse(""))
                .filter(reason -> !reason.isEmpty())
                .or(() -> Optional.of("Open Admin Fees is preparing the database."));
    }

    private Optional<String> missingFromHost() {
        List<String> missing = new ArrayList<>();
        if (database == null) {
            missing.add("the school's database, a DataSource service with osgi.jndi.service.name=openadmin"
                    + " (configure it in etc/org.ops4j.datasource-openadmin.cfg)");
        }
        if (jpa == null) {
            missing.add("JPA for the persistence unit \"fees\" (install Aries JPA with EclipseLink: feature jpa"
                    + (database == null ? ", which also needs that database)" : ")"));
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Open Admin Fees waits for " + String.join(" and for ", missing) + ".");
    }
}
