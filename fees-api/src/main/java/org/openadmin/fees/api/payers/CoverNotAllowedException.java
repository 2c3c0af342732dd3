package org.openadmin.fees.api.payers;

import java.io.Serial;
import java.math.BigDecimal;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.PayerNumber;

/** The cover cannot be added or ended. Nothing was stored. */
public final class CoverNotAllowedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** The payer is not active. */
        INACTIVE,
        /** With another cover, more than 100 % of a charge would be covered. */
        TOO_MUCH,
        /** There is no such cover. */
        UNKNOWN,
        /** The cover was ended before. */
        ENDED
    }

    private final Problem problem;
    private final transient Optional<PayerNumber> payer;
    private final transient Optional<CoverNumber> cover;
    private final transient Optional<BigDecimal> percent;

    private CoverNotAllowedException(
            Problem problem, Optional<PayerNumber> payer, Optional<CoverNumber> cover, Optional<BigDecimal> percent) {
        super("The cover cannot be added or ended: " + problem + ".");
        this.problem = problem;
        this.payer = payer;
        this.cover = cover;
        this.percent = percent;
    }

    public static CoverNotAllowedException inactive(PayerNumber payer) {
        return new CoverNotAllowedException(Problem.INACTIVE, Optional.of(payer), Optional.empty(), Optional.empty());
    }

    /**
     * @param wanted the payer of the new cover
     * @param other the cover with which it is too much
     * @param percent what all of them together would cover of a charge
     */
    public static CoverNotAllowedException tooMuch(PayerNumber wanted, CoverNumber other, BigDecimal percent) {
        return new CoverNotAllowedException(
                Problem.TOO_MUCH, Optional.of(wanted), Optional.of(other), Optional.of(percent));
    }

    public static CoverNotAllowedException unknown(CoverNumber cover) {
        return new CoverNotAllowedException(Problem.UNKNOWN, Optional.empty(), Optional.of(cover), Optional.empty());
    }

    public static CoverNotAllowedException ended(CoverNumber cover) {
        return new CoverNotAllowedException(Problem.ENDED, Optional.empty(), Optional.of(cover), Optional.empty());
    }

    public Problem problem() {
        return problem;
    }

    /** The payer of the new cover; empty if one was to be ended. */
    public Optional<PayerNumber> payer() {
        return payer;
    }

    /** The cover to be ended, or the one with which a new one is too much. */
    public Optional<CoverNumber> cover() {
        return cover;
    }

    /** What all covers together would cover of a charge, in percent; more than 100. */
    public Optional<BigDecimal> percent() {
        return percent;
    }
}
