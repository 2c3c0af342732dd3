package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;

/** Reads the folder for the files of the shell's commands: {@code export.folder}. */
final class ExportKeys {

    private static final String FOLDER = "export.folder";
    private static final String DEFAULT_NAME = "fees-export";

    private ExportKeys() {}

    /** @throws InvalidSettingException if the value is not valid */
    static Optional<Path> read(ConfigValues values) {
        return values.path(FOLDER, Problem.FOLDER_PATH)
                .map(ExportKeys::checked)
                .or(() -> host("karaf.data", DEFAULT_NAME));
    }

    /** An export into the portal's own folders would configure the portal or install a program. */
    private static Path checked(Path folder) {
        if (!folder.isAbsolute()) {
            throw new InvalidSettingException(FOLDER, folder.toString(), Problem.FOLDER_ABSOLUTE);
        }
        Path exports = folder.normalize();
        boolean forbidden = Stream.of(host("karaf.etc", ""), host("karaf.base", "deploy"), host("karaf.base", "system"))
                .flatMap(Optional::stream)
                .anyMatch(portals -> exports.startsWith(portals) || portals.startsWith(exports));
        if (forbidden) {
            throw new InvalidSettingException(FOLDER, folder.toString(), Problem.FOLDER_OF_PORTAL);
        }
        return exports;
    }

    private static Optional<Path> host(String property, String name) {
        return Optional.ofNullable(System.getProperty(property))
                .map(folder -> Path.of(folder, name).toAbsolutePath().normalize());
    }
}
