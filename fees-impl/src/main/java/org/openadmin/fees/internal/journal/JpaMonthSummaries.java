package org.openadmin.fees.internal.journal;

import java.time.YearMonth;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The lines of a month, summed over the journal; those of a closed month as they were when it was closed. */
@Component
public final class JpaMonthSummaries implements MonthSummaries {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaMonthSummaries(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public MonthSummary of(Actor reader, YearMonth month) {
        reader.require(Role.VIEW);
        YearMonth wanted = Dates.requireMonth(month);
        Settings current = settings.current();
        return transactions.read(em -> new ClosedMonthStore(em, current.currency())
                .find(wanted, current.taxNames())
                .orElseGet(() -> {
                    MonthLines lines = new MonthLines(current);
                    new MonthGroupQueries(em, current.currency()).of(wanted).forEach(lines::add);
                    return lines.summary(wanted);
                }));
    }
}
