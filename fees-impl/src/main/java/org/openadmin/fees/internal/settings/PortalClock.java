package org.openadmin.fees.internal.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The clock of the portal's machine in the school's time zone, or in that of the machine if the school has not configured one. It
 * follows a change of the configuration.
 */
@Component(service = Clock.class, property = SchoolClockReference.PROPERTY)
public final class PortalClock extends Clock {

    private final SchoolZone zone;
    private final Clock system;

    @Activate
    public PortalClock(@Reference SchoolZone zone) {
        this(zone, Clock.systemDefaultZone());
    }

    /** Used by tests. */
    PortalClock(SchoolZone zone, Clock system) {
        this.zone = zone;
        this.system = system;
    }

    @Override
    public ZoneId getZone() {
        return zone.configured().orElseGet(system::getZone);
    }

    @Override
    public Clock withZone(ZoneId other) {
        return system.withZone(other);
    }

    @Override
    public Instant instant() {
        return system.instant();
    }

    @Override
    public long millis() {
        return system.millis();
    }
}
