package org.openadmin.fees.api.corrections;

import java.io.Serial;
import java.util.Optional;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.billing.ChargeId;

/** The charge cannot be transferred to this payer, or there is no transfer to take back. */
public final class TransferNotAllowedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** The charge is a payer's already. */
        OF_A_PAYER,
        /** The payer is not active. */
        INACTIVE,
        /** The payer is a fund, and its credit does not cover the charge. */
        FUND_CREDIT,
        /** The charge was not transferred, or the transfer was taken back. */
        NOT_TRANSFERRED
    }

    private final Problem problem;
    private final transient ChargeId charge;
    private final transient Optional<PayerNumber> payer;
    private final transient Optional<Money> needed;
    private final transient Optional<Money> credit;

    private TransferNotAllowedException(
            Problem problem,
            ChargeId charge,
            Optional<PayerNumber> payer,
            Optional<Money> needed,
            Optional<Money> credit) {
        super("Charge " + charge + " cannot be transferred or taken back: " + problem + ".");
        this.problem = problem;
        this.charge = charge;
        this.payer = payer;
        this.needed = needed;
        this.credit = credit;
    }

    public static TransferNotAllowedException ofAPayer(ChargeId charge, PayerNumber payer) {
        return new TransferNotAllowedException(
                Problem.OF_A_PAYER, charge, Optional.of(payer), Optional.empty(), Optional.empty());
    }

    public static TransferNotAllowedException inactive(ChargeId charge, PayerNumber payer) {
        return new TransferNotAllowedException(
                Problem.INACTIVE, charge, Optional.of(payer), Optional.empty(), Optional.empty());
    }

    /**
     * @param needed what the fund would have to pay
     * @param credit what it has, zero or more
     */
    public static TransferNotAllowedException fundCredit(
            ChargeId charge, PayerNumber payer, Money needed, Money credit) {
        return new TransferNotAllowedException(
                Problem.FUND_CREDIT, charge, Optional.of(payer), Optional.of(needed), Optional.of(credit));
    }

    public static TransferNotAllowedException notTransferred(ChargeId charge) {
        return new TransferNotAllowedException(
                Problem.NOT_TRANSFERRED, charge, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Problem problem() {
        return problem;
    }

    public ChargeId charge() {
        return charge;
    }

    /** The payer; empty if the charge was not transferred. */
    public Optional<PayerNumber> payer() {
        return payer;
    }

    /** What a fund would have to pay. */
    public Optional<Money> needed() {
        return needed;
    }

    /** The credit of a fund. */
    public Optional<Money> credit() {
        return credit;
    }
}
