package org.openadmin.fees.reports.internal.pdf;

import java.time.ZonedDateTime;

/**
 * What a document's file says of itself.
 *
 * @param subject its number, or what else it is kept under
 * @param at when it was made
 */
public record DocumentMetadata(String title, String subject, ZonedDateTime at) {}
