package org.openadmin.fees.internal.collection;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.KnownValues;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.ValueList;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.PastDay;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.students.HostStudents;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.search.NearestNames;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has paid what, added up by the database for each fee, or for each student of one fee. */
@Component
public final class JpaFeeCollection implements FeeCollection {

    private static final int NEAREST = 3;

    private final Transactions transactions;
    private final FeesSettings settings;
    private final FeeCatalogue catalogue;
    private final Clock clock;

    @Activate
    public JpaFeeCollection(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference FeeCatalogue catalogue,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.clock = clock;
        this.transactions = transactions;
        this.settings = settings;
        this.catalogue = catalogue;
    }

    @Override
    public CollectionReport fees(Actor reader, CollectionPeriod period) {
        reader.require(Role.VIEW);
        Optional<PastDay> past = past(period);
        return CollectionReport.of(
                Optional.empty(),
                transactions.readAtOneMoment(em -> {
                    FeeQueries queries = new FeeQueries(em, zero());
                    ChargeStateSql states = ChargeStateSql.of(em, zero().currency(), past, Optional.empty());
                    return carried(em, period, states.dated(period))
                            .map(queries::fees)
                            .orElseGet(() -> queries.fees(
                                    period,
                                    states,
                                    LaterChargeQueries.of(em, zero().currency(), past, Optional.empty())));
                }),
                zero());
    }

    /** What the closings carry forward is what has become of the charges by now. */
    private Optional<CarriedChargesSql> carried(EntityManager em, CollectionPeriod period, Sql charges) {
        return past(period).isPresent()
                ? Optional.empty()
                : CarriedChargesSql.of(CarriedForward.of(em), period, charges);
    }

    @Override
    public CollectionReport groups(Actor reader, CollectionQuery query) {
        reader.require(Role.VIEW);
        ChargeQueries.Groups groups = carriedGroups(query).orElseGet(() -> {
            List<StudentCharges> charges = charges(query);
            return new ChargeQueries.Groups(CollectionGroups.lines(charges, query.by()), latest(charges));
        });
        return CollectionReport.of(Optional.of(spelled(query.fee(), groups.latest())), groups.lines(), zero());
    }

    /** The groups of today are those of each student, which is not carried forward. */
    private Optional<ChargeQueries.Groups> carriedGroups(CollectionQuery query) {
        if (query.groups() != GroupDay.CHARGE || past(query.period()).isPresent()) {
            return Optional.empty();
        }
        return transactions.readAtOneMoment(em -> {
            ChargeStateSql states = ChargeStateSql.of(em, zero().currency(), Optional.empty(), Optional.empty());
            Sql charges = states.dated(query.period()).and(FeeQueries.named(query.fee()));
            return carried(em, query.period(), charges)
                    .flatMap(carried -> new ChargeQueries(em, zero()).of(query.fee(), query.by(), carried));
        });
    }

    private static Optional<Long> latest(List<StudentCharges> charges) {
        return charges.stream().map(StudentCharges::latest).max(Comparator.naturalOrder());
    }

    @Override
    public ChargedStudents students(Actor reader, CollectionQuery query, Optional<String> group) {
        reader.require(Role.VIEW);
        List<StudentCharges> charges = charges(query);
        String fee = spelled(query.fee(), latest(charges));
        Optional<String> spelled = group.map(typed -> spelledGroup(typed, query.by(), charges));
        return new ChargedStudents(fee, spelled, CollectionGroups.students(charges, query.by(), spelled));
    }

    private List<StudentCharges> charges(CollectionQuery query) {
        Optional<PastDay> past = past(query.period());
        Optional<String> fee = Optional.of(query.fee());
        return read(past, em -> new ChargeQueries(em, zero())
                .of(
                        query,
                        ChargeStateSql.of(em, zero().currency(), past, fee),
                        LaterChargeQueries.of(em, zero().currency(), past, fee)));
    }

    /** The figures of a past day come from several queries, which have to be of the same moment. */
    private <R> R read(Optional<PastDay> past, Function<EntityManager, R> queries) {
        return past.isPresent() ? transactions.readAtOneMoment(queries) : transactions.read(queries);
    }

    /** Empty for now, also as of today. */
    private Optional<PastDay> past(CollectionPeriod period) {
        return period.asOf().flatMap(day -> PastDay.of(day, clock));
    }

    /**
     * The name of the fee as it was charged last.
     *
     * @param latest the number of its last charge in the period
     * @throws UnknownFeeException when there is no such fee
     */
    private String spelled(String fee, Optional<Long> latest) {
        return transactions
                .read(em -> {
                    FeeQueries queries = new FeeQueries(em, zero());
                    return latest.map(queries::name).or(() -> queries.latestName(fee));
                })
                .or(() ->
                        predefined().filter(name -> ValueList.isSame(name, fee)).findFirst())
                .orElseThrow(() -> new UnknownFeeException(fee, nearest(fee)));
    }

    private List<String> nearest(String fee) {
        Collection<String> charged = transactions.read(em -> new FeeQueries(em, zero()).names());
        return NearestNames.of(
                fee, Stream.concat(charged.stream(), predefined()).distinct().toList(), NEAREST);
    }

    private Stream<String> predefined() {
        return catalogue.list().stream().map(each -> each.fee().name());
    }

    private String spelledGroup(String typed, GroupKind by, List<StudentCharges> charges) {
        if (typed.isBlank()) {
            return "";
        }
        KnownValues known = new KnownValues(
                by,
                Stream.concat(
                                CollectionGroups.names(charges, by).stream(),
                                transactions.read(em -> new HostStudents(em).values(by)).stream())
                        .toList());
        List<String> read = known.has(typed) ? List.of(typed) : known.read(ValueList.split(typed));
        if (read.size() != 1 || !known.has(read.get(0))) {
            throw new UnknownGroupValueException(by, List.of(typed.strip()));
        }
        return known.spellings(read).get(0);
    }

    private Money zero() {
        return Money.zero(settings.current().currency());
    }
}
