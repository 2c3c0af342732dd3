package org.openadmin.fees.internal.settings;

import java.util.Optional;

/** What became of the configuration file when it was last read. */
public interface SettingsReport {

    /** Why it was refused, one sentence; empty when it is in force. */
    Optional<String> refusal();
}
