package org.openadmin.fees.internal.schema;

import java.util.Optional;

/** Says what the module is waiting for. Unlike its other services this one is always there. */
public interface HostWatch {

    /** One sentence about what is missing and what to set up; empty when everything is there. */
    Optional<String> missing();
}
