package org.openadmin.fees.api.payers;

import java.io.Serial;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.payers.CoverRunPlan.Shortage;
import org.openadmin.fees.api.payers.CoverRunRequest.Figures;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The cover run cannot be made or undone. Nothing was stored. */
public final class CoverRunRefusedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** No outstanding charge is left that a cover reaches. */
        NOTHING,
        /** Something else would be transferred than the user confirmed. */
        CHANGED,
        /** The credit of a fund does not cover what it would pay. */
        FUND_SHORT,
        /** There is no such run. */
        UNKNOWN,
        /** The run was undone before. */
        UNDONE,
        /** A payer has paid one of the charges. */
        PAID
    }

    private final Problem problem;
    private final transient Optional<Shortage> shortage;
    private final transient Optional<Figures> now;
    private final transient Optional<CoverRunNumber> run;
    private final transient Optional<PayerNumber> payer;
    private final transient Optional<ReceiptNumber> receipt;

    private CoverRunRefusedException(
            Problem problem,
            Optional<Shortage> shortage,
            Optional<Figures> now,
            Optional<CoverRunNumber> run,
            Optional<PayerNumber> payer,
            Optional<ReceiptNumber> receipt) {
        super("The cover run cannot be made or undone: " + problem + ".");
        this.problem = problem;
        this.shortage = shortage;
        this.now = now;
        this.run = run;
        this.payer = payer;
        this.receipt = receipt;
    }

    private CoverRunRefusedException(Problem problem, Optional<CoverRunNumber> run) {
        this(problem, Optional.empty(), Optional.empty(), run, Optional.empty(), Optional.empty());
    }

    public static CoverRunRefusedException nothing() {
        return new CoverRunRefusedException(Problem.NOTHING, Optional.empty());
    }

    /** @param now what would be transferred */
    public static CoverRunRefusedException changed(Figures now) {
        return new CoverRunRefusedException(
                Problem.CHANGED,
                Optional.empty(),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static CoverRunRefusedException fundShort(Shortage shortage) {
        return new CoverRunRefusedException(
                Problem.FUND_SHORT,
                Optional.of(shortage),
                Optional.empty(),
                Optional.empty(),
                Optional.of(shortage.fund()),
                Optional.empty());
    }

    public static CoverRunRefusedException unknown(CoverRunNumber run) {
        return new CoverRunRefusedException(Problem.UNKNOWN, Optional.of(run));
    }

    public static CoverRunRefusedException undone(CoverRunNumber run) {
        return new CoverRunRefusedException(Problem.UNDONE, Optional.of(run));
    }

    public static CoverRunRefusedException paid(CoverRunNumber run, PayerNumber payer, ReceiptNumber receipt) {
        return new CoverRunRefusedException(
                Problem.PAID,
                Optional.empty(),
                Optional.empty(),
                Optional.of(run),
                Optional.of(payer),
                Optional.of(receipt));
    }

    public Problem problem() {
        return problem;
    }

    /** The fund that has too little. */
    public Optional<Shortage> shortage() {
        return shortage;
    }

    /** What would be transferred now, if that is not what the user confirmed. */
    public Optional<Figures> now() {
        return now;
    }

    /** The run that was to be undone. */
    public Optional<CoverRunNumber> run() {
        return run;
    }

    /** The fund, or the payer who has paid. */
    public Optional<PayerNumber> payer() {
        return payer;
    }

    /** The receipt of that payment. */
    public Optional<ReceiptNumber> receipt() {
        return receipt;
    }
}
