package org.openadmin.fees.api.documents;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** A document could not be made as it should be, so it was not made at all. */
public final class DocumentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Problem {
        /** A text is longer than its place on the page. */
        TEXT_CUT,
        /** It would be longer than one document can be. */
        TOO_LONG,
        /** The logo cannot be read or is no picture. */
        LOGO,
        /** The school's own template is not as it must be. */
        TEMPLATE,
        /** The file cannot be written. */
        OUTPUT,
        /** Anything else; the cause says more. */
        FAILED
    }

    private final Problem problem;
    private final String detail;

    /** @param detail what it is about, such as the text that does not fit or the file that cannot be read */
    public DocumentException(Problem problem, String detail, Throwable cause) {
        super(
                switch (problem) {
                    case TEXT_CUT ->
                        "The document was not made because this text is too long for its place on the page: " + detail
                                + ".";
                    case TOO_LONG -> "The document would be too long, so it was not made: " + detail + ".";
                    case LOGO -> "The document was not made because the school's logo cannot be used: " + detail + ".";
                    case TEMPLATE ->
                        "The document was not made because the school's own template cannot be used: " + detail + ".";
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

    /** What it is about, such as the text that does not fit; for logs and admins, in English where it is more than a name. */
    public String detail() {
        return detail;
    }
}
