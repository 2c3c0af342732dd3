package org.openadmin.fees.reports.internal.pdf;

import java.time.ZonedDateTime;

/**
 * The metadata of a document's file.
 *
 * @param subject the number of the document, or another name to file it under
 * @param at when the document was created
 */
public record DocumentMetadata(String title, String subject, ZonedDateTime at) {}
