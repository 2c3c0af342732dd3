package org.openadmin.fees.api.billing;

import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * What a student was charged of a fee with a limit in a school year. Charges count with their totals; those that were reversed do not. One
 * that was waived does: it was charged, and the school has given it up, so that a waiver never makes room for another charge. Of a charge that
 * was split, each part counts once.
 *
 * @param limit the most that a student is charged in a school year
 * @param charged what the student was charged so far; it is more than the limit only if it was before there was one
 */
public record YearLimit(Money limit, Money charged) {

    public YearLimit {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(charged, "charged");
    }

    /** What can still be charged; zero or more. */
    public Money left() {
        Money left = limit.minus(charged);
        return left.isNegative() ? Money.zero(limit.currency()) : left;
    }

    /** Whether this much more can be charged. */
    public boolean allows(Money more) {
        return charged.plus(more).compareTo(limit) <= 0;
    }
}
