package org.openadmin.fees.spi;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.openadmin.fees.api.Money;

/**
 * Shares the subtotal and the taxes of a charge out to its parts. In each column the parts add up to the whole, and each part adds up to
 * its total; no amount is below zero. A tax is shared in proportion to the totals, rounded half up, and the remainder is on the last part.
 */
public final class ChargeShares {

    /**
     * What one part has of a charge.
     *
     * @param subtotal the total without the taxes
     * @param taxes in the order of the charge
     */
    public record Share(Money subtotal, List<Money> taxes, Money total) {

        public Share {
            taxes = List.copyOf(taxes);
        }
    }

    private final Money whole;
    private final List<Money> parts;
    /** The tax of each part, for each tax. */
    private final List<Money[]> taxes;

    private ChargeShares(Money whole, List<Money> taxes, List<Money> parts) {
        this.whole = whole;
        this.parts = parts;
        this.taxes = taxes.stream().map(this::inProportion).toList();
    }

    /**
     * The shares of the parts.
     *
     * @param whole the total of the charge; above zero
     * @param taxes its taxes; zero or more, not more than the total
     * @param parts the totals of the parts; each above zero, the sum is the whole
     */
    public static List<Share> of(Money whole, List<Money> taxes, List<Money> parts) {
        ChargeShares shares = new ChargeShares(whole, taxes, parts);
        shares.moveExcess();
        List<Share> shared = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            shared.add(shares.share(i));
        }
        return List.copyOf(shared);
    }

    private Money[] inProportion(Money tax) {
        Money[] shares = new Money[parts.size()];
        Money left = tax;
        for (int i = 0; i < shares.length; i++) {
            Money part = i == shares.length - 1 ? left : smaller(left, proportion(tax, parts.get(i)));
            shares[i] = part;
            left = left.minus(part);
        }
        return shares;
    }

    private Money proportion(Money tax, Money part) {
        return Money.of(
                tax.amount()
                        .multiply(part.amount())
                        .divide(whole.amount(), whole.amount().scale(), RoundingMode.HALF_UP),
                whole.currency());
    }

    /** Where the rounded taxes of a part are more than a few cents that it has in all, another part takes the rest of them. */
    private void moveExcess() {
        for (int from = parts.size() - 1; from >= 0; from--) {
            for (int to = parts.size() - 1; to >= 0 && subtotal(from).isNegative(); to--) {
                if (subtotal(to).isPositive()) {
                    move(from, to);
                }
            }
        }
    }

    private void move(int from, int to) {
        for (Money[] tax : taxes) {
            if (subtotal(from).isNegative()) {
                Money moved = smaller(smaller(subtotal(from).negated(), subtotal(to)), tax[from]);
                tax[from] = tax[from].minus(moved);
                tax[to] = tax[to].plus(moved);
            }
        }
    }

    private Money subtotal(int part) {
        Money subtotal = parts.get(part);
        for (Money[] tax : taxes) {
            subtotal = subtotal.minus(tax[part]);
        }
        return subtotal;
    }

    private Share share(int part) {
        return new Share(subtotal(part), taxes.stream().map(tax -> tax[part]).toList(), parts.get(part));
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
