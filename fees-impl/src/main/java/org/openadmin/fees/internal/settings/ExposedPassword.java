package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds a configuration file that holds a password and that other users of the machine can read. */
final class ExposedPassword {

    private ExposedPassword() {}

    /** @param properties the configuration as read, including the key in which the portal names its file */
    static Optional<Path> in(Map<String, Object> properties) {
        boolean password = properties.entrySet().stream()
                .anyMatch(entry -> entry.getKey().endsWith("password")
                        && !String.valueOf(entry.getValue()).isBlank());
        return password
                ? ConfigFile.files(properties).filter(OwnerOnly::isReadByOthers).findFirst()
                : Optional.empty();
    }
}
