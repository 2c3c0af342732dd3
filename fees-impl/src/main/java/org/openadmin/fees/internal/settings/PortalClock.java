package org.openadmin.fees.internal.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Component;

/** The clock of the portal's machine, in the time zone of the machine. */
@Component(service = Clock.class, property = SchoolClockReference.PROPERTY)
public final class PortalClock extends Clock {

    private final Clock system = Clock.systemDefaultZone();

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
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
