package org.openadmin.fees.spi;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the documents.
 *
 * @param paper the paper size
 * @param templates the folder with the school's own templates, if there is one
 */
public record DocumentSettings(Paper paper, Optional<Path> templates) {

    /** The paper size. */
    public enum Paper {
        LETTER,
        A4
    }

    public DocumentSettings {
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(templates, "templates");
    }
}
