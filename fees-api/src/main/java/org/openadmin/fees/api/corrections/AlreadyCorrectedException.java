package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The charge, the assessment or the receipt has already been corrected. Nothing is left to correct. */
public final class AlreadyCorrectedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What has already been corrected. */
    public enum Subject {
        CHARGE("Charge %s has already been reversed, waived, split or transferred."),
        ASSESSMENT("Every charge of batch %s has already been reversed or waived."),
        RECEIPT("Receipt %s has already been voided."),
        /** The fee for a returned payment, whose parts or whose transfer must be corrected first. */
        RETURN_FEE("The fee for the returned payment (charge %s) was split or transferred.");

        private final String sentence;

        Subject(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Subject subject;
    private final long number;

    public AlreadyCorrectedException(Subject subject, long number) {
        super(subject.sentence.formatted(number));
        this.subject = subject;
        this.number = number;
    }

    public Subject subject() {
        return subject;
    }

    /** The number of the charge, the assessment or the receipt; of a fee, that of its charge. */
    public long number() {
        return number;
    }
}
