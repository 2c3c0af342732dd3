package org.openadmin.fees.internal.overview;

import java.time.LocalDate;
import java.util.Currency;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The office's figures, summed over the journal. */
@Component
public final class JpaFeesOverview implements FeesOverview {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaFeesOverview(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public Figures figures(Actor reader, LocalDate today) {
        reader.require(Role.VIEW);
        return new OverviewQueries(transactions, currency()).of(today);
    }

    @Override
    public Receivables receivables(Actor reader, LocalDate today) {
        reader.require(Role.VIEW);
        return new ReceivableQueries(transactions, currency()).of(today);
    }

    private Currency currency() {
        return settings.current().currency();
    }
}
