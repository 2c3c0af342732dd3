package org.openadmin.fees.internal.settings;

import java.util.Optional;
import org.openadmin.fees.spi.InvalidSettingException;

/** Whether the configuration file was valid when it was last read. */
public interface SettingsReport {

    /** Returns why the configuration was rejected, or empty if it is in use. */
    Optional<InvalidSettingException> rejectionReason();
}
