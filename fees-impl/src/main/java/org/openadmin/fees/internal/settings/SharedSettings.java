package org.openadmin.fees.internal.settings;

import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The settings as other bundles get them. A component of its own: a component that reads the configuration file has every key of it,
 * the mail server's included, among its service properties.
 */
@Component
public final class SharedSettings implements FeesSettings {

    private final ConfiguredSettings configured;

    @Activate
    public SharedSettings(@Reference ConfiguredSettings configured) {
        this.configured = configured;
    }

    @Override
    public Settings current() {
        return configured.current();
    }
}
