package org.openadmin.fees.api.postings;

import java.io.OutputStream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.documents.DocumentException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files with the entries of a posting, for an accounting system to import. A posting never changes, so the same file is written again to
 * the byte.
 */
@ProviderType
public interface PostingFiles {

    /**
     * Writes a posting. Does not close the stream. Requires any fees role.
     *
     * @return the posting that was written
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownPostingException if there is no such posting
     * @throws AccountFormatException if the program cannot have one of its accounts
     * @throws DocumentException if the stream cannot be written
     */
    Posting write(Actor reader, PostingNumber number, PostingFormat format, OutputStream out);
}
