package org.openadmin.fees.internal.schema;

import java.util.Optional;

/** Reports what the module is waiting for. Unlike the other services, it is always available. */
public interface HostWatch {

    /** A sentence about what is missing and what to configure; empty when nothing is missing. */
    Optional<String> missing();
}
