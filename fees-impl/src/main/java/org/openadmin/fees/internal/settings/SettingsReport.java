package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.openadmin.fees.spi.InvalidSettingException;

/** Whether the configuration file was valid when it was last read. */
public interface SettingsReport {

    /** Returns why the configuration was rejected, or empty if it is in use. */
    Optional<InvalidSettingException> rejectionReason();

    /** Returns the configuration file if it holds a password and other users of the machine can read it. */
    default Optional<Path> exposedFile() {
        return Optional.empty();
    }
}
