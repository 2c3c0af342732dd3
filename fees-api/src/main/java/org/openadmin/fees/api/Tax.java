package org.openadmin.fees.api;

/**
 * A tax on a charge.
 *
 * @param name the short name at that time, such as {@code GST}
 * @param amount the tax, zero or more
 */
public record Tax(String name, Money amount) {}
