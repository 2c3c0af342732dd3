package org.openadmin.fees.internal.corrections;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.ReceiptVoider;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Voids receipts one after the other in the transaction of another command. */
@Component(service = ReceiptVoider.class)
public final class JpaReceiptVoider implements ReceiptVoider {

    private final FeesSettings settings;
    private final Clock clock;
    private final AuditTrail audit;

    @Activate
    public JpaReceiptVoider(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public List<Correction> voidAll(EntityManager em, List<VoidReceipt> requests) {
        Settings current = settings.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<Correction> done = new ArrayList<>();
        for (VoidReceipt request : requests) {
            CorrectionDecision.Plan plan = new CorrectionDecision(em, current, clock).plan(request);
            done.add(
                    plan.rows().apply(new CorrectionStore(em, current.currency()).record(request, plan.answer(), now)));
            audit.done(em, AuditedCommand.of(request));
            Counter.CORRECTION.next(em, 1);
            new ClosedPeriod(em).requireStillOpen(request.date());
        }
        return done;
    }
}
