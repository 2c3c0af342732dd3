package org.openadmin.fees.api.postings;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** No posting has this number. */
public final class UnknownPostingException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PostingNumber number;

    public UnknownPostingException(PostingNumber number) {
        super("There is no posting number " + number + ".");
        this.number = number;
    }

    public PostingNumber number() {
        return number;
    }
}
