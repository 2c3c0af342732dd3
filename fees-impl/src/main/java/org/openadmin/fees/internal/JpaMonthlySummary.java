package org.openadmin.fees.internal;

import java.time.YearMonth;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.MonthSummary;
import org.openadmin.fees.api.MonthlySummary;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.Settings;
import org.openadmin.fees.internal.domain.MonthLines;
import org.openadmin.fees.internal.jpa.MonthGroups;
import org.openadmin.fees.internal.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A month's lines as sums over the journal. */
@Component(immediate = true)
public final class JpaMonthlySummary implements MonthlySummary {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaMonthlySummary(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public MonthSummary of(Actor reader, YearMonth month) {
        reader.require(Role.VIEW);
        YearMonth wanted = Dates.requireMonth(month);
        Settings current = settings.current();
        MonthLines lines = new MonthLines(current);
        transactions
                .read(em -> new MonthGroups(em, current.currency()).of(wanted))
                .forEach(lines::add);
        return lines.summary(wanted);
    }
}
