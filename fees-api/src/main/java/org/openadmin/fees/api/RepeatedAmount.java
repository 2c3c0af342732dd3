package org.openadmin.fees.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * Money that was taken from a student, or paid out to one, a moment ago. The same amount again is confirmed, because it may be
 * the same money, for example at another counter.
 *
 * @param number the number of the receipt or of the refund
 * @param amount the money, above zero
 * @param minutes how many whole minutes ago it was recorded; zero or more
 */
public record RepeatedAmount(Kind kind, long number, Money amount, int minutes) {

    /** For how long after an amount was recorded the same amount must be confirmed. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    /** What was recorded. */
    public enum Kind {
        RECEIPT,
        REFUND
    }

    public RepeatedAmount {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(amount, "amount");
    }

    /**
     * Checks money that was recorded before. Its time may come from another computer, whose clock may be a little ahead.
     *
     * @return empty if it was recorded longer ago than {@link #WITHIN}
     */
    public static Optional<RepeatedAmount> of(Kind kind, long number, Money amount, Instant recordedAt, Instant now) {
        Duration ago = Duration.between(recordedAt, now).abs();
        return ago.compareTo(WITHIN) > 0
                ? Optional.empty()
                : Optional.of(new RepeatedAmount(kind, number, amount, Math.toIntExact(ago.toMinutes())));
    }

    /**
     * Throws if this repetition has not been confirmed.
     *
     * @throws RepeatedAmountException if {@code confirmed} does not include {@link Confirmation#REPEATED_AMOUNT}
     */
    public void requireConfirmed(Collection<Confirmation> confirmed) {
        if (!confirmed.contains(Confirmation.REPEATED_AMOUNT)) {
            throw new RepeatedAmountException(this);
        }
    }
}
