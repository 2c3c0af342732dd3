package org.openadmin.fees.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the configuration file with its explanations into Karaf's {@code etc} folder when there is none. Karaf could do that for a
 * feature, but it would delete the school's file with the feature, at every update.
 */
@Component(
        configurationPid = ConfiguredSettings.PID,
        // immediate: it does its work when it starts
        immediate = true,
        service = {})
public final class DefaultConfigInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultConfigInstaller.class);
    private static final String NAME = ConfiguredSettings.PID + ".cfg";

    /** @param properties hold {@code service.pid} when the module is configured, by whatever means */
    @Activate
    public DefaultConfigInstaller(Map<String, Object> properties) {
        this(properties, Optional.ofNullable(System.getProperty("karaf.etc")).map(Path::of));
    }

    DefaultConfigInstaller(Map<String, Object> properties, Optional<Path> etc) {
        if (!properties.containsKey("service.pid")) {
            etc.filter(Files::isDirectory).ifPresent(DefaultConfigInstaller::write);
        }
    }

    private static void write(Path etc) {
        Path file = etc.resolve(NAME);
        if (Files.exists(file)) {
            return;
        }
        Path beside = etc.resolve(NAME + ".new");
        try (InputStream shipped = DefaultConfigInstaller.class.getResourceAsStream("/config/" + NAME)) {
            Files.deleteIfExists(beside);
            Files.copy(shipped, beside);
            Files.move(beside, file);
            LOG.info("Wrote {}: the school's name and taxes belong there", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Somebody else wrote {} at this moment", file);
        } catch (IOException e) {
            LOG.warn("The configuration file {} could not be written: {}", file, e.getMessage());
        }
    }
}
