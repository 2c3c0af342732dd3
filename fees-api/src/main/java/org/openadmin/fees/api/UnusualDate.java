package org.openadmin.fees.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A date that is allowed but rare, and must be confirmed: often the year or the month was mistyped. Pages use this
 * rule to ask before they send a request, and the services to refuse one that was not confirmed.
 *
 * @param compared the date that it was compared with: today, or the date of the charge
 */
public record UnusualDate(Reason reason, LocalDate date, LocalDate compared) {

    /** The oldest date that needs no confirmation, in days before today. */
    public static final int MAX_USUAL_AGE = 31;

    /** Why the date is unusual. */
    public enum Reason {
        /** More than 31 days before today. */
        LONG_AGO,
        /** Before the date of a charge that the money pays. */
        BEFORE_CHARGE
    }

    /**
     * Checks the date of a payment.
     *
     * @param charges the dates of the charges that it settles
     */
    public static Optional<UnusualDate> of(LocalDate date, LocalDate today, Collection<LocalDate> charges) {
        if (ChronoUnit.DAYS.between(date, today) > MAX_USUAL_AGE) {
            return Optional.of(new UnusualDate(Reason.LONG_AGO, date, today));
        }
        return charges.stream()
                .max(Comparator.naturalOrder())
                .filter(date::isBefore)
                .map(charge -> new UnusualDate(Reason.BEFORE_CHARGE, date, charge));
    }

    /** Checks the date of a correction. */
    public static Optional<UnusualDate> of(LocalDate date, LocalDate today) {
        return of(date, today, List.of());
    }

    /** The number of days from the date to the one that it was compared with; above zero. */
    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(date, compared));
    }

    /**
     * Throws if this date has not been confirmed.
     *
     * @throws UnusualDateException if {@code confirmed} does not include {@link Confirmation#UNUSUAL_DATE}
     */
    public void requireConfirmed(Collection<Confirmation> confirmed) {
        if (!confirmed.contains(Confirmation.UNUSUAL_DATE)) {
            throw new UnusualDateException(this);
        }
    }
}
