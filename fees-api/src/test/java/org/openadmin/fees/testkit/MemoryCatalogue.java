package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** The predefined fees, each with the number of its charges. */
final class MemoryCatalogue implements FeeCatalogue {

    private final Map<PredefinedFeeId, AddRequest> fees = new TreeMap<>();
    private final Map<PredefinedFeeId, Integer> charges = new TreeMap<>();
    private final Students students;
    private final Supplier<Settings> settings;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private long ids;

    MemoryCatalogue(
            Students students,
            Supplier<Settings> settings,
            Supplier<LocalDate> today,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.students = students;
        this.settings = settings;
        this.today = today;
        this.calls = calls;
        this.audit = audit;
    }

    @Override
    public List<PredefinedFee> list() {
        calls.query(FeeCatalogue.class);
        return fees.keySet().stream()
                .map(this::fee)
                .sorted(Comparator.comparing((PredefinedFee each) ->
                                MemoryNames.folded(each.fee().name()))
                        .thenComparing(PredefinedFee::id))
                .toList();
    }

    @Override
    public Optional<PredefinedFee> find(PredefinedFeeId id) {
        calls.query(FeeCatalogue.class);
        return Optional.of(id).filter(fees::containsKey).map(this::fee);
    }

    private PredefinedFee fee(PredefinedFeeId id) {
        AddRequest kept = fees.get(id);
        Fee fee = kept.fee();
        List<String> taxes = settings.get().taxes().stream()
                .filter(rate -> MemoryPricing.has(fee, rate))
                .map(TaxRate::name)
                .toList();
        return new PredefinedFee(
                id,
                new Fee(fee.name(), fee.description(), fee.amount(), fee.discount(), taxes, fee.taxesIncluded()),
                kept.audience(),
                kept.due(),
                charges.getOrDefault(id, 0),
                kept.parts(),
                kept.terms().limitedTo(yearLimit(fee.name())));
    }

    /** The lowest limit of the predefined fees with this name. */
    Optional<Money> yearLimit(String name) {
        return fees.values().stream()
                .filter(each -> each.fee().name().equalsIgnoreCase(name))
                .flatMap(each -> each.terms().yearLimit().stream())
                .min(Comparator.naturalOrder());
    }

    @Override
    public PredefinedFee add(AddRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> add(request, command));
    }

    private PredefinedFee add(AddRequest request, AuditedCommand command) {
        request.actor().require(Role.BILL);
        Fee fee = request.fee();
        Object meaning = List.of(
                fee.name(),
                fee.description(),
                fee.amount(),
                fee.discount(),
                fee.taxesIncluded(),
                request.due(),
                request.parts(),
                request.terms());
        return fee(calls.command(request, request.key(), meaning, PredefinedFeeId.class, () -> {
            Money price = new MemoryPricing(settings.get().taxesOn(today.get()))
                    .price(fee)
                    .total();
            request.terms().requireLimit(price);
            request.parts().ifPresent(parts -> EqualParts.of(price, parts.count()));
            request.audience().ifPresent(students::in);
            PredefinedFeeId id = new PredefinedFeeId(++ids);
            fees.put(id, request);
            audit.done(command, Kind.FEE, id.value());
            return id;
        }));
    }

    @Override
    public void remove(Actor actor, PredefinedFeeId id) {
        AuditedCommand command = AuditedCommand.removing(actor, id);
        audit.attempt(command, () -> remove(actor, id, command));
    }

    private AddRequest remove(Actor actor, PredefinedFeeId id, AuditedCommand command) {
        actor.require(Role.BILL);
        return calls.command(id, () -> {
            PredefinedFee fee = find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id));
            if (!fee.isRemovable()) {
                throw new PredefinedFeeInUseException(id, fee.charges());
            }
            audit.done(command);
            return fees.remove(id);
        });
    }

    void charged(PredefinedFeeId id, int students) {
        charges.merge(id, students, Integer::sum);
    }
}
