package org.openadmin.fees.internal.invoicing;

/** The portal in which the module runs: one of several in a cluster. */
@FunctionalInterface
public interface PortalNode {

    PortalStart current();
}
