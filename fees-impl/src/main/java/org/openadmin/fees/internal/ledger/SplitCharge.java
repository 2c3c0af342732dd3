package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.spi.ChargeShares;
import org.openadmin.fees.spi.ChargeShares.Share;

/**
 * A charge that is split into parts.
 *
 * @param taxes the amount in each tax column, zero in an empty one
 * @param taxNames the name in each tax column, empty in an empty one
 * @param part which of how many parts it is itself
 */
public record SplitCharge(
        ChargeId id, Money total, LocalDate due, List<Money> taxes, List<String> taxNames, Optional<ChargePart> part) {

    /** What is left of the total without the taxes; of damaged old data it may be less than zero. */
    public Money subtotal() {
        return taxes.stream().reduce(total, Money::minus);
    }

    List<Share> shares(List<Money> totals) {
        return ChargeShares.of(total, taxes, totals);
    }

    /** The parts with these totals and due dates, before they are recorded. */
    public List<SplitPart> parts(List<Money> totals, List<LocalDate> due) {
        List<Share> shares = shares(totals);
        return IntStream.range(0, shares.size())
                .mapToObj(i -> part(
                        Optional.of(new ChargePart(i + 1, shares.size())),
                        due.get(i),
                        shares.get(i).taxes(),
                        shares.get(i).total()))
                .toList();
    }

    /** The charge that its parts become when they are put together, before that is recorded. */
    public SplitPart again() {
        return part(part, due, taxes, total);
    }

    private SplitPart part(Optional<ChargePart> which, LocalDate day, List<Money> amounts, Money sum) {
        return new SplitPart(
                Optional.empty(),
                which,
                day,
                amounts.stream().reduce(sum, Money::minus),
                IntStream.range(0, amounts.size())
                        .filter(i -> !taxNames.get(i).isEmpty())
                        .mapToObj(i -> new Tax(taxNames.get(i), amounts.get(i)))
                        .toList(),
                sum);
    }
}
