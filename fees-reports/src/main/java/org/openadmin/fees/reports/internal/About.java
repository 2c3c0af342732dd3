package org.openadmin.fees.reports.internal;

import java.time.ZonedDateTime;

/**
 * What a document's file says of itself.
 *
 * @param subject its number, or what else it is kept under
 * @param at when it was made
 */
record About(String title, String subject, ZonedDateTime at) {}
