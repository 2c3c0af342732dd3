package org.openadmin.fees.spi;

import org.osgi.annotation.versioning.ProviderType;

/** Provides the current configuration. It can change while the portal is running, so callers must not keep it. */
@ProviderType
public interface FeesSettings {

    /**
     * Returns the last valid configuration, or the defaults if there is none.
     *
     * @throws InvalidSettingException if the configuration has been invalid since the portal started; working with the
     *     defaults would then charge families the wrong taxes
     */
    Settings current();
}
