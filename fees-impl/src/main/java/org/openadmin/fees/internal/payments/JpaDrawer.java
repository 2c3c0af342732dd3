package org.openadmin.fees.internal.payments;

import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.drawer.Drawer;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The money received and paid out, a day at a time. */
@Component
public final class JpaDrawer implements Drawer {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaDrawer(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public List<DrawerMovement> movements(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new DrawerQueries(em, settings.current().currency()).of(day));
    }
}
