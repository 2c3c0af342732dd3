package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.openadmin.fees.spi.InvalidSettingException;

/** The folder to which the shell's commands write their files. */
public interface ExportConfiguration {

    /**
     * The full path of the folder, which may not exist yet; empty if none is configured and the host has no data folder.
     *
     * @throws InvalidSettingException if there has been no valid configuration yet
     */
    Optional<Path> exportFolder();
}
