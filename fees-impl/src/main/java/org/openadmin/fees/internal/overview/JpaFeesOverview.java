package org.openadmin.fees.internal.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The office's figures, summed over the journal. */
@Component
public final class JpaFeesOverview implements FeesOverview {

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaFeesOverview(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Figures figures(Actor reader, LocalDate today) {
        reader.require(Role.VIEW);
        return new OverviewQueries(transactions, currency()).of(today);
    }

    @Override
    public Receivables receivables(Actor reader, LocalDate today) {
        reader.require(Role.VIEW);
        return new ReceivableQueries(transactions, currency()).of(today).shownTo(reader);
    }

    @Override
    public Figures figuresAsOf(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        OverviewQueries queries = new OverviewQueries(transactions, currency());
        return PastDay.of(day, clock).map(queries::asOf).orElseGet(() -> queries.of(day));
    }

    @Override
    public Receivables receivablesAsOf(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        ReceivableQueries queries = new ReceivableQueries(transactions, currency());
        return PastDay.of(day, clock)
                .map(queries::asOf)
                .orElseGet(() -> queries.of(day))
                .shownTo(reader);
    }

    private Currency currency() {
        return settings.current().currency();
    }
}
