package org.openadmin.fees.internal.settings;

import java.util.Optional;

/** Whether the configuration file was valid when it was last read. */
public interface SettingsReport {

    /** Returns the reason why the configuration was rejected, in one sentence, or empty if it is in use. */
    Optional<String> refusal();
}
