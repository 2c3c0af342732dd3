package org.openadmin.fees.reports.internal.books;

import java.nio.charset.Charset;
import org.openadmin.fees.api.postings.Posting;

/** Draws the entries of a posting as the text of a file. */
interface EntryFormat {

    /** The encoding of the file. Characters that it does not have become question marks. */
    Charset charset();

    String text(Posting posting);
}
