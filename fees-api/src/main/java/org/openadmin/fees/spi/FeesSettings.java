package org.openadmin.fees.spi;

import org.osgi.annotation.versioning.ProviderType;

/** Where the configuration in force is read. It changes while the portal runs: ask each time, keep nothing. */
@ProviderType
public interface FeesSettings {

    /**
     * The last good configuration; the defaults when there is no configuration at all.
     *
     * @throws InvalidSettingException when the portal was started with a wrong one, until it is right: to go on without the
     *     school's taxes would charge families wrongly
     */
    Settings current();
}
