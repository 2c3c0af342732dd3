package org.openadmin.fees.internal.settings;

import java.time.ZoneId;
import java.util.Optional;

/** The time zone that the school has configured. */
public interface SchoolZone {

    /** Returns the zone, or empty if there is none in the configuration; the zone of the server then counts. */
    Optional<ZoneId> configured();
}
