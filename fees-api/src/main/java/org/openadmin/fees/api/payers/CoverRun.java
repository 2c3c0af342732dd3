package org.openadmin.fees.api.payers;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;

/**
 * A cover run.
 *
 * @param payer the payer whose covers were used; empty for all
 * @param transfers how many charges payers owed by it
 * @param total their sum
 * @param undone empty unless it was undone
 */
public record CoverRun(
        CoverRunNumber number,
        LocalDate date,
        Optional<PayerNumber> payer,
        int transfers,
        Money total,
        String recordedBy,
        Optional<Undone> undone) {

    /**
     * What undid a run.
     *
     * @param charges how many charges students owe again; those that had been taken back before are not among them
     * @param total their sum
     */
    public record Undone(LocalDate date, int charges, Money total) {}

    public CoverRun {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(undone, "undone");
    }
}
