package org.openadmin.fees.spi;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How documents are made.
 *
 * @param paper the size of the pages
 * @param invoiceDays how many days after its date an invoice is due
 * @param templates the folder with the school's own templates, if it has any
 */
public record DocumentSettings(Paper paper, int invoiceDays, Optional<Path> templates) {

    /** The size of the pages. */
    public enum Paper {
        LETTER,
        A4
    }

    public DocumentSettings {
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(templates, "templates");
    }
}
