package org.openadmin.fees.api.drawer;

import java.time.LocalDate;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The money that was received and paid out, day by day, by any method. Each movement belongs to the day of its own row
 * in the journal, so a day's figures do not change when one of its receipts is voided later.
 */
@ProviderType
public interface Drawer {

    /**
     * Returns the movements of a day: receipts by number, and after them the voids and refunds in the order in which
     * they were recorded. Their sum is the money received on the day less what was voided or refunded on it. Rows
     * without a receipt number or a student, which only damaged old data have, are included. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<DrawerMovement> movements(Actor reader, LocalDate day);
}
