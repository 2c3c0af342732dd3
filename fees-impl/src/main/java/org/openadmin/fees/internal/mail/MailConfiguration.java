package org.openadmin.fees.internal.mail;

import java.util.Optional;
import org.openadmin.fees.spi.InvalidSettingException;

/**
 * The school's mail server as configured. It is a service of this bundle only: its package is not exported, so no other module can be
 * given the password.
 */
public interface MailConfiguration {

    /**
     * The mail server of the last good configuration; empty when none is configured. It changes while the portal runs: read it for each
     * run.
     *
     * @throws InvalidSettingException when there is no good configuration yet
     */
    Optional<MailSettings> server();
}
