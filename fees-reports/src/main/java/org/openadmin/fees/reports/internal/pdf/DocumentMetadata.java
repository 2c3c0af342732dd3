package org.openadmin.fees.reports.internal.pdf;

import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * The metadata of a document's file.
 *
 * @param subject the number of the document, or another name to file it under
 * @param at when the document was created
 */
public record DocumentMetadata(String title, String subject, ZonedDateTime at) {

    private static final int ID_LENGTH = 16;

    /** The identifier of the file: the same for a document of the same title, subject and time. */
    byte[] id() {
        byte[] digest =
                new Fingerprint().add(title).add(subject).add(at.toInstant()).bytes();
        return Arrays.copyOf(digest, ID_LENGTH);
    }
}
