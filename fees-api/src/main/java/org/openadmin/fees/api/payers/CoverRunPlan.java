package org.openadmin.fees.api.payers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.CoverRunRequest.Figures;

/**
 * What a cover run would transfer now.
 *
 * @param date the day of the run
 * @param transfers by payer, then by student
 * @param shortages the funds whose credit does not cover what they would pay; while there is one, a run is refused
 * @param total the sum of the transfers
 */
public record CoverRunPlan(LocalDate date, List<Transfer> transfers, List<Shortage> shortages, Money total) {

    /**
     * A charge, or a part of it, that a payer would owe.
     *
     * @param student as recorded with the charge
     * @param charge the outstanding charge
     * @param fee its name
     * @param charged its date; of a part of a charge, that of the whole
     * @param whole its total
     * @param amount what the payer would owe; less than the whole if the charge would be split
     */
    public record Transfer(
            Cover cover,
            StudentSnapshot student,
            ChargeId charge,
            String fee,
            LocalDate charged,
            Money whole,
            Money amount) {

        public PayerNumber payer() {
            return cover.terms().payer();
        }
    }

    /**
     * A fund that has too little.
     *
     * @param needed what it would pay
     * @param credit what it has; zero or more
     */
    public record Shortage(PayerNumber fund, Money needed, Money credit) {

        /** By how much it is short. */
        public Money missing() {
            return needed.minus(credit);
        }
    }

    public CoverRunPlan {
        Objects.requireNonNull(date, "date");
        transfers = List.copyOf(transfers);
        shortages = List.copyOf(shortages);
        Objects.requireNonNull(total, "total");
    }

    /** What the user confirms. */
    public Figures figures() {
        return new Figures(transfers.size(), total);
    }
}
