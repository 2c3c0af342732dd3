package org.openadmin.fees.internal.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/**
 * A day, usually before today.
 *
 * @param day the day
 * @param end the first moment after it in the school's time zone, in UTC as in the journal
 */
public record PastDay(LocalDate day, String end) {

    /**
     * A past day; empty for today, whose figures are those of now.
     *
     * @throws DateNotAllowedException if the day is later than today
     */
    public static Optional<PastDay> of(LocalDate day, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        DateNotAllowedException.requireNotAfter(today, Dates.require(day), Limit.AS_OF_AFTER_TODAY);
        return Optional.of(day).filter(today::isAfter).map(past -> at(past, clock.getZone()));
    }

    /** A day up to its end, also one that is not over. */
    public static PastDay at(LocalDate day, ZoneId zone) {
        return new PastDay(
                day, UtcTimestamp.text(day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** A day that is over, of which nothing is recorded any more: only what is dated up to it is of interest. */
    public static PastDay endOf(LocalDate day) {
        return new PastDay(day, "9999");
    }

    /** The day as in the journal, such as 2026-09-08. */
    public String text() {
        return day.toString();
    }
}
