package org.openadmin.fees.internal.invoicing;

/**
 * One start of one portal of the school.
 *
 * @param portal the same after a restart, and different from every other portal on the same database; up to 36 characters
 * @param start different after a restart; up to 36 characters
 */
public record PortalStart(String portal, String start) {}
