package org.openadmin.fees.api.documents;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** A document could not be created correctly, so it was not created at all. */
public final class DocumentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The reason why there is no document. */
    public enum Problem {
        /** A text does not fit in its place on the page. */
        TEXT_CUT,
        /** The document would exceed the maximum length. */
        TOO_LONG,
        /** Other users are making as many long documents as the portal makes at a time. */
        BUSY,
        /** An earlier document of the same user is still being made. */
        IN_PROGRESS,
        /** The logo cannot be read or is not an image. */
        LOGO,
        /** The school's own template is not valid. */
        TEMPLATE,
        /** Nobody waited for it any more: the page was closed, or the command was stopped. */
        STOPPED,
        /** The output file cannot be written. */
        OUTPUT,
        /** Any other failure; see the cause. */
        FAILED
    }

    private final Problem problem;
    private final String detail;

    /** @param detail the text that does not fit, the file that cannot be read, or similar */
    public DocumentException(Problem problem, String detail, Throwable cause) {
        super(
                switch (problem) {
                    case TEXT_CUT ->
                        "The document was not made because this text is too long for its place on the page: " + detail
                                + ".";
                    case TOO_LONG -> "The document would be too long, so it was not made: " + detail + ".";
                    case BUSY -> "Two long documents are being made already, for " + detail + ".";
                    case IN_PROGRESS -> "A long document is being made already for " + detail + ".";
                    case LOGO -> "The document was not made because the school's logo cannot be used: " + detail + ".";
                    case TEMPLATE ->
                        "The document was not made because the school's own template cannot be used: " + detail + ".";
                    case STOPPED -> "Stopped. No document was made.";
                    case OUTPUT -> "The document could not be written: " + detail + ".";
                    case FAILED -> "The document could not be made: " + detail + ".";
                },
                cause);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    /**
     * The text that does not fit, the file that cannot be read, or similar. For logs and administrators; any sentence
     * in it is in English.
     */
    public String detail() {
        return detail;
    }
}
