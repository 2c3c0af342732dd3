package org.openadmin.fees.internal.persistence;

import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.spi.AuditedCommand;

/** Records in the audit log what is refused before it reaches the service that would. */
public interface Refusals {

    /** Records a refusal. If that fails, it is in the portal's log only. */
    void refused(AuditedCommand command, FeesException refusal);
}
