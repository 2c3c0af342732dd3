package org.openadmin.fees.api;

import org.osgi.annotation.versioning.ProviderType;

/** Where the configuration in force is read. It changes while the portal runs: ask each time, keep nothing. */
@ProviderType
public interface FeesSettings {

    /** The last good configuration. */
    Settings current();
}
