package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The charge, the assessment or the receipt has already been corrected. Nothing is left to correct. */
public final class AlreadyCorrectedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What has already been corrected. */
    public enum What {
        CHARGE("Charge %s has already been reversed or waived."),
        ASSESSMENT("Every charge of batch %s has already been reversed or waived."),
        RECEIPT("Receipt %s has already been voided.");

        private final String sentence;

        What(String sentence) {
            this.sentence = sentence;
        }
    }

    private final What what;
    private final long number;

    public AlreadyCorrectedException(What what, long number) {
        super(what.sentence.formatted(number));
        this.what = what;
        this.number = number;
    }

    public What what() {
        return what;
    }

    /** The number of the charge, the assessment or the receipt. */
    public long number() {
        return number;
    }
}
