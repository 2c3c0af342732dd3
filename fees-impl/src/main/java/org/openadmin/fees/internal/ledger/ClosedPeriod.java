package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The months that are closed: nothing is dated in them any more. */
public final class ClosedPeriod {

    private static final Sql LAST = Sql.of("SELECT {day} FROM fees_closing c ORDER BY c.id DESC LIMIT 1")
            .part("day", SqlDates.of("c.closed_through"));

    private final EntityManager em;

    public ClosedPeriod(EntityManager em) {
        this.em = em;
    }

    /** The last day that is closed, as of the beginning of the transaction. */
    public Optional<LocalDate> lastDay() {
        return lastDay(LAST);
    }

    /**
     * Checks the date of a request before its rows are written, so that nobody has to confirm a request that is refused anyway. A
     * month is closed when it is over, so that a date of this month needs no query.
     *
     * @throws DateNotAllowedException if the date is closed
     */
    public void requireOpen(LocalDate date, LocalDate today) {
        if (date.isBefore(today.withDayOfMonth(1))) {
            requireAfter(lastDay(), date);
        }
    }

    /**
     * Checks the date of the rows that were written, with a read that sees a closing which was committed after the transaction
     * began. The last step of each command, once it has taken its number from its {@linkplain
     * org.openadmin.fees.internal.persistence.Counter counter}: a closing changes all counters, so it waits for the end of this
     * transaction, or was committed before. On a cluster, one of the two fails to be certified and is repeated.
     *
     * @throws DateNotAllowedException if the date is closed
     */
    public void requireStillOpen(LocalDate date) {
        requireAfter(lastDay(Sql.of("{last} LOCK IN SHARE MODE").part("last", LAST)), date);
    }

    private Optional<LocalDate> lastDay(Sql last) {
        return last.values(em).stream().findFirst().flatMap(SqlDates::day);
    }

    private static void requireAfter(Optional<LocalDate> closed, LocalDate date) {
        closed.filter(last -> !date.isAfter(last)).ifPresent(last -> {
            throw new DateNotAllowedException(Limit.PERIOD_CLOSED, date, last.plusDays(1));
        });
    }
}
