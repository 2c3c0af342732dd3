package org.openadmin.fees.internal.invoicing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Component;

/**
 * Recognises the portal by the name of its machine and by its folder. A portal that comes back under another name, such as a new
 * container, is a new one.
 */
@Component
public final class LocalPortal implements PortalNode {

    /** The module's classes are loaded once for each start of the portal, or of the module in it. */
    private static final String START = UUID.randomUUID().toString();

    @Override
    public PortalStart current() {
        return new PortalStart(portal(machine(), folder()), START);
    }

    static String portal(String machine, String folder) {
        return UUID.nameUUIDFromBytes((machine + '\n' + folder).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String folder() {
        return Optional.ofNullable(System.getProperty("karaf.base")).orElseGet(() -> System.getProperty("user.dir"));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // begins with the machine's name, which has no address
            return String.valueOf(e.getMessage());
        }
    }
}
