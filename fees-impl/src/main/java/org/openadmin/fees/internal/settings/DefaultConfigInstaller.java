package org.openadmin.fees.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the commented configuration file in Karaf's {@code etc} folder if there is none. A Karaf feature could also
 * install the file, but Karaf would then delete the school's file with the feature at every update. Only the portal's
 * own user may read it, because the password of the mail server belongs there.
 */
@Component(
        configurationPid = ConfiguredSettings.PID,
        // immediate: the work is done on activation
        immediate = true,
        service = {})
public final class DefaultConfigInstaller {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultConfigInstaller.class);
    private static final String NAME = ConfiguredSettings.PID + ".cfg";

    /** @param properties contain {@code service.pid} if the module has a configuration from any source */
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
            try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                    beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file(beside)))) {
                shipped.transferTo(out);
            }
            Files.move(beside, file);
            LOG.info("Created {}: enter the school's name and taxes there", file);
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Another process created {} first", file);
        } catch (IOException e) {
            LOG.warn("The configuration file {} could not be written: {}", file, e.getMessage());
        }
    }
}
