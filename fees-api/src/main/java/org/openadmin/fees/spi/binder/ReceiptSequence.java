package org.openadmin.fees.spi.binder;

import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptLine.Elsewhere;
import org.openadmin.fees.api.binder.ReceiptLine.Issued;
import org.openadmin.fees.api.binder.ReceiptLine.Missing;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * Puts the receipts of a period in a row: numbers that no receipt has become a line between the receipts beside them, and so do the
 * receipts of other periods. The sequence begins with the first receipt of the period and ends with its last.
 */
public final class ReceiptSequence {

    private final Consumer<ReceiptLine> use;
    private ReceiptTotals totals;
    private long previous;
    /** The receipts of other periods since the last one of this period; none before the first. */
    private long elsewhereFrom;

    public ReceiptSequence(Money zero, Consumer<ReceiptLine> use) {
        this.use = use;
        totals = new ReceiptTotals(Optional.empty(), Optional.empty(), 0, zero, 0, zero, 0);
    }

    /** Adds a receipt of the period. Its number is that of the receipt before it or larger. */
    public void issued(Issued receipt) {
        long number = receipt.number();
        if (totals.first().isPresent()) {
            reach(number);
            endElsewhere();
        }
        previous = number;
        count(receipt);
        use.accept(receipt);
    }

    /** Adds a receipt of another period. */
    public void elsewhere(long number) {
        if (totals.first().isEmpty()) {
            return;
        }
        reach(number);
        if (elsewhereFrom == 0) {
            elsewhereFrom = number;
        }
        previous = number;
    }

    /** Numbers between the receipt before and this one that are missing end a range of other receipts. */
    private void reach(long number) {
        if (number > previous + 1) {
            endElsewhere();
            use.accept(new Missing(previous + 1, number - 1));
            totals = with(totals, number - 1 - previous);
        }
    }

    private void endElsewhere() {
        if (elsewhereFrom > 0) {
            use.accept(new Elsewhere(elsewhereFrom, previous));
            elsewhereFrom = 0;
        }
    }

    private static ReceiptTotals with(ReceiptTotals sum, long missing) {
        return new ReceiptTotals(
                sum.first(),
                sum.last(),
                sum.issued(),
                sum.received(),
                sum.voided(),
                sum.voidedSum(),
                sum.missing() + missing);
    }

    private void count(Issued receipt) {
        Money received = receipt.receipt().total().negated();
        boolean voided = receipt.voiding().isPresent();
        ReceiptNumber number = receipt.receipt().receipt().orElseThrow();
        totals = new ReceiptTotals(
                totals.first().or(() -> Optional.of(number)),
                Optional.of(number),
                totals.issued() + 1,
                totals.received().plus(received),
                totals.voided() + (voided ? 1 : 0),
                voided ? totals.voidedSum().plus(received) : totals.voidedSum(),
                totals.missing());
    }

    /** Returns the totals of the receipts that were added. */
    public ReceiptTotals totals() {
        return totals;
    }
}
