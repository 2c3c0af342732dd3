package org.openadmin.fees.spi;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Settings of the documents.
 *
 * @param paper the paper size
 * @param receipts what receipts are printed on
 * @param templates the folder with the school's own templates, if there is one
 */
public record DocumentSettings(Paper paper, ReceiptPaper receipts, Optional<Path> templates) {

    /** The paper size. */
    public enum Paper {
        LETTER,
        A4
    }

    /** What receipts are printed on. */
    public enum ReceiptPaper {
        /** A page of the paper. */
        PAGE,
        /** The upper half of a page, or a sheet of that size. */
        HALF_PAGE,
        /** A roll 80 mm wide; each receipt is as long as its text. */
        ROLL
    }

    public DocumentSettings {
        Objects.requireNonNull(paper, "paper");
        Objects.requireNonNull(receipts, "receipts");
        Objects.requireNonNull(templates, "templates");
    }

    /** The default settings with this paper: receipts on whole pages, and the module's own templates. */
    public static DocumentSettings of(Paper paper) {
        return new DocumentSettings(paper, ReceiptPaper.PAGE, Optional.empty());
    }
}
