package org.openadmin.fees.spi;

import java.io.OutputStream;
import org.openadmin.fees.api.documents.DocumentException;
import org.osgi.annotation.versioning.ProviderType;

/** Draws the letter about a returned payment. It makes no decisions and stores nothing: the page shows exactly the data passed in. */
@ProviderType
public interface ReturnLetterRenderer {

    /**
     * Writes the letter as a PDF. Nothing is written to the stream until the PDF is complete. The stream is not closed.
     *
     * @param settings language, paper and letterhead
     * @throws DocumentException if the PDF cannot be created
     */
    void draw(ReturnLetter letter, Settings settings, OutputStream out);
}
