package org.openadmin.fees.internal.billing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.Audiences;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The predefined fees in their table. */
@Component
public final class JpaFeeCatalogue implements FeeCatalogue {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaFeeCatalogue(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public List<PredefinedFee> list() {
        return transactions.read(em -> catalogue(em).list());
    }

    @Override
    public Optional<PredefinedFee> find(PredefinedFeeId id) {
        return transactions.read(em -> catalogue(em).find(id));
    }

    @Override
    public PredefinedFee add(AddRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> add(request, command));
    }

    private PredefinedFee add(AddRequest request, AuditedCommand command) {
        request.actor().require(Role.BILL);
        Settings current = settings.current();
        return audit.once(
                command,
                // the catalogue has no series of numbers of its own
                Counter.BATCH::lock,
                em -> answered(em, request),
                em -> add(em, request, current),
                fee -> Optional.of(new AuditSubject(Kind.FEE, fee.id().value())));
    }

    private PredefinedFee add(EntityManager em, AddRequest request, Settings current) {
        Price price = new Pricing(current.taxesOn(LocalDate.now(clock))).price(request.fee());
        request.terms().requireLimit(price.total());
        request.parts().ifPresent(parts -> EqualParts.of(price.total(), parts.count()));
        request.audience().ifPresent(audience -> new HostStudents(em).in(Audiences.group(audience, current)));
        return catalogue(em).add(request, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private Optional<PredefinedFee> answered(EntityManager em, AddRequest request) {
        Optional<PredefinedFee> added = catalogue(em).find(request.key());
        if (added.isPresent() && !isSame(added.get(), request)) {
            throw new RequestKeyReusedException(request.key());
        }
        return added;
    }

    /** The limit of a fee is that of its name, which may have become lower since. */
    private static boolean isSame(FeeTerms added, FeeTerms requested) {
        return added.period().equals(requested.period())
                && requested
                        .yearLimit()
                        .map(limit -> added.yearLimit()
                                .filter(now -> now.compareTo(limit) <= 0)
                                .isPresent())
                        .orElse(true);
    }

    /** The taxes are left out: the fee that was added has only those that are still configured. */
    private static boolean isSame(PredefinedFee predefined, AddRequest request) {
        Fee added = predefined.fee();
        Fee requested = request.fee();
        return predefined.due().equals(request.due())
                && predefined.parts().equals(request.parts())
                && isSame(predefined.terms(), request.terms())
                && added.name().equals(requested.name())
                && added.description().equals(requested.description())
                && added.amount().equals(requested.amount())
                && added.discount().equals(requested.discount())
                && (added.taxes().isEmpty() || added.taxesIncluded() == requested.taxesIncluded());
    }

    @Override
    public void remove(Actor actor, PredefinedFeeId id) {
        AuditedCommand command = AuditedCommand.removing(actor, id);
        audit.attempt(command, () -> remove(actor, id, command));
    }

    private PredefinedFeeId remove(Actor actor, PredefinedFeeId id, AuditedCommand command) {
        actor.require(Role.BILL);
        return transactions.write(em -> {
            CatalogueStore catalogue = catalogue(em);
            PredefinedFee fee = catalogue.find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id));
            if (!fee.isRemovable()) {
                throw new PredefinedFeeInUseException(id, fee.charges());
            }
            catalogue.remove(id);
            audit.done(em, command);
            return id;
        });
    }

    private CatalogueStore catalogue(EntityManager em) {
        return new CatalogueStore(em, settings.current());
    }
}
