package org.openadmin.fees.internal.mail;

import java.util.Optional;
import org.openadmin.fees.spi.InvalidSettingException;

/**
 * The school's mail server as configured. It is a service for this bundle only: its package is not exported, so no other module
 * can get the password.
 */
public interface MailConfiguration {

    /**
     * The mail server of the last valid configuration; empty when none is configured. It can change while the portal is running,
     * so read it for each run.
     *
     * @throws InvalidSettingException when there has been no valid configuration yet
     */
    Optional<MailSettings> server();
}
