package org.openadmin.fees.itest.bench;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.internal.journal.JpaClosings;
import org.openadmin.fees.internal.postings.JpaPostings;
import org.openadmin.fees.internal.till.JpaDeposits;
import org.openadmin.fees.internal.till.JpaTill;
import org.openadmin.fees.internal.verify.Verification.Report;

/** Closes a school's months as it would: all years before it began to close in one, and then month by month up to the last one. */
final class BenchClosings {

    private static final Actor CLERK = new Actor("bench", Set.of(Role.BILL));
    private static final YearMonth FIRST = YearMonth.of(2024, 8);

    private final JpaClosings closings;

    BenchClosings(BenchSchool school) {
        Clock clock = Clock.fixed(JournalRows.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        // the rows have no request keys, so that the module's own checks would complain
        Report none = new Report(List.of(), 0, 0, 0, 0, BigDecimal.ZERO);
        closings = new JpaClosings(
                school.transactions(),
                school.settings(),
                () -> none,
                new JpaTill(school.transactions(), school.settings(), clock),
                new JpaDeposits(school.transactions(), school.settings(), clock),
                new JpaPostings(school.transactions(), school.settings(), clock),
                clock);
    }

    /** Closes all months before this one, and prints how long the first and the last closing took. */
    void run() {
        YearMonth last = YearMonth.from(JournalRows.TODAY).minusMonths(1);
        for (YearMonth month = FIRST; !month.isAfter(last); month = month.plusMonths(1)) {
            long start = System.nanoTime();
            closings.apply(new Close(RequestKey.fresh(), CLERK, month));
            if (month.equals(FIRST) || month.equals(last)) {
                System.out.printf(
                        Locale.ROOT,
                        "Closed %s%s in %.1f s%n",
                        month,
                        month.equals(FIRST) ? " and all months before" : "",
                        (System.nanoTime() - start) / 1e9);
            }
        }
    }
}
