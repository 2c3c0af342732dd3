package org.openadmin.fees.internal.corrections;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.internal.corrections.CorrectionDecision.Plan;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
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

/** Corrects mistakes: locks the accounts, reads, decides, and adds rows. */
@Component
public final class JpaCorrections implements Corrections {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaCorrections(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public Correction preview(CorrectionRequest request) {
        require(request, "JpaCorrections.preview");
        Settings current = settings.current();
        return transactions.read(em -> new CorrectionStore(em, current.currency())
                .find(request)
                .orElseGet(() -> decision(em, current).plan(request).answer()));
    }

    @Override
    public Correction apply(CorrectionRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> apply(request, command));
    }

    private Correction apply(CorrectionRequest request, AuditedCommand command) {
        require(request, "JpaCorrections.apply");
        Settings current = settings.current();
        // rows never move to another student; a read within the transaction would show the journal as of before the
        // lock
        Collection<AccountNumber> students =
                transactions.read(em -> decision(em, current).students(request));
        return audit.once(
                command,
                em -> new AccountQueries(em, current.currency()).lock(students),
                em -> new CorrectionStore(em, current.currency()).find(request),
                em -> apply(em, request, current),
                // all else is found by what it corrected
                correction -> correction
                        .returned()
                        .flatMap(Returned::receivedAgain)
                        .map(receipt -> new AuditSubject(Kind.RECEIPT, receipt.value())));
    }

    private void require(CorrectionRequest request, String operation) {
        request.actor().require(settings.current().returns().needed(request), operation);
        if (request instanceof VoidReceipt voided && voided.goods() == SoldGoods.RETURNED) {
            settings.current().payments().requireSeller(request.actor());
        }
    }

    @Override
    public Optional<Correction> find(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        return transactions.read(em -> new CorrectionStore(em, current.currency()).find(key));
    }

    private Correction apply(EntityManager em, CorrectionRequest request, Settings current) {
        Plan plan = decision(em, current).plan(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Correction done =
                plan.rows().apply(new CorrectionStore(em, current.currency()).record(request, plan.answer(), now));
        Counter.CORRECTION.next(em, 1);
        new ClosedPeriod(em).requireStillOpen(request.date());
        return done;
    }

    private CorrectionDecision decision(EntityManager em, Settings current) {
        return new CorrectionDecision(em, current, clock);
    }
}
