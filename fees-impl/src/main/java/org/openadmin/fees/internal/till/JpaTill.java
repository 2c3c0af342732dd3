package org.openadmin.fees.internal.till;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.ReasonNeededException;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.internal.till.CashCountStore.Stored;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts drawers: no deposit is made meanwhile, because a count locks the series of deposits. */
@Component
public final class JpaTill implements Till {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaTill(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public DrawerDay drawer(Actor reader, String cashier, LocalDate day) {
        reader.require(Role.VIEW);
        return transactions.read(em -> drawers(em, day).of(cashier));
    }

    @Override
    public List<DrawerDay> drawers(Actor reader, LocalDate day) {
        reader.require(Role.VIEW);
        return transactions.read(em -> drawers(em, day).all());
    }

    @Override
    public Optional<DrawerCount> count(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new CashCountStore(em, settings.current().currency()).find(key));
    }

    @Override
    public List<DrawerDay> overdrawn(Actor reader, YearMonth month) {
        reader.require(Role.VIEW);
        List<LocalDate> days = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .toList();
        return transactions.read(em -> drawers(em, days).stream()
                .flatMap(day -> day.all().stream())
                .filter(DrawerDay::isOverdrawn)
                .toList());
    }

    private Drawers drawers(EntityManager em, LocalDate day) {
        return drawers(em, List.of(day)).get(0);
    }

    private List<Drawers> drawers(EntityManager em, List<LocalDate> days) {
        Currency currency = settings.current().currency();
        List<DrawerMoney> rows = new DrawerRowQueries(em, currency).of(days);
        List<DrawerCount> counts = new CashCountStore(em, currency)
                .of(days).stream().map(Stored::count).toList();
        return days.stream()
                .map(day -> new Drawers(day, rows, counts, currency))
                .toList();
    }

    @Override
    public DrawerCount count(CountRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> count(request, command));
    }

    private DrawerCount count(CountRequest request, AuditedCommand command) {
        boolean own = request.cashier().equals(request.actor().name());
        request.actor().require(own ? Role.CASHIER : Role.ADMIN);
        return audit.once(
                command,
                Counter.DEPOSIT::lock,
                em -> answered(em, request),
                em -> count(em, request),
                count -> Optional.of(new AuditSubject(Kind.COUNT, count.number())));
    }

    private Optional<DrawerCount> answered(EntityManager em, CountRequest request) {
        Optional<DrawerCount> count = new CashCountStore(em, settings.current().currency()).find(request.key());
        if (count.isEmpty()) {
            TillKeyQueries.requireUnused(em, request.key(), CashCountStore.TABLE);
        } else if (!isFor(request, count.get())) {
            throw new RequestKeyReusedException(request.key());
        }
        return count;
    }

    private static boolean isFor(CountRequest request, DrawerCount count) {
        return count.cashier().equals(request.cashier())
                && count.day().equals(request.day())
                && count.opening().equals(request.opening())
                && count.counted().equals(request.counted())
                && count.reason().equals(request.reason());
    }

    private DrawerCount count(EntityManager em, CountRequest request) {
        DateNotAllowedException.requireNotAfter(LocalDate.now(clock), request.day(), Limit.TILL_AFTER_TODAY);
        request.counted().requireValues(settings.current().till().denominations());
        DrawerDay drawer = drawers(em, request.day()).of(request.cashier());
        Money expected = drawer.expected(request.opening());
        Money counted = request.counted().total();
        if (!counted.equals(expected) && request.reason().isEmpty()) {
            throw new ReasonNeededException(expected, counted);
        }
        return new CashCountStore(em, settings.current().currency())
                .add(request, drawer, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
