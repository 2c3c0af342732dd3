package org.openadmin.fees.internal.payers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerChangedException;
import org.openadmin.fees.api.payers.PayerInvoice;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CoveredCharges;
import org.openadmin.fees.spi.CoveredCharges.Covered;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.search.PayerOrder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The payers. They are added and changed one at a time. */
@Component
public final class JpaPayers implements Payers {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaPayers(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public List<PayerAccount> list(Actor reader, String typed) {
        requireRole(reader, "Payers.list");
        return transactions.readAtOneMoment(em -> {
            List<Payer> payers = new PayerStore(em)
                    .all().stream()
                            .filter(payer -> PayerOrder.matches(payer, typed))
                            .sorted(PayerOrder.BY_NAME)
                            .toList();
            List<PayerNumber> numbers = payers.stream().map(Payer::number).toList();
            Map<AccountNumber, AccountBalance> balances = numbers.isEmpty()
                    ? Map.of()
                    : new AccountQueries(em, settings.current().currency()).balances(numbers);
            return payers.stream()
                    .map(payer -> new PayerAccount(payer, balances.get(payer.number())))
                    .toList();
        });
    }

    @Override
    public Optional<Payer> find(Actor reader, PayerNumber number) {
        requireRole(reader, "Payers.find");
        return transactions.read(em -> new PayerStore(em).find(number));
    }

    @Override
    public PayerInvoice invoice(Actor reader, PayerNumber number) {
        requireRole(reader, "Payers.invoice");
        return transactions.readAtOneMoment(em -> {
            PayerStore store = new PayerStore(em);
            Payer payer = store.find(number).orElseThrow(() -> new UnknownStudentException(List.of(number)));
            AccountQueries accounts = new AccountQueries(em, settings.current().currency());
            List<Charge> charges = accounts.outstanding(new StudentSnapshot(number, payer.name(), "", ""));
            Map<ChargeId, Covered> students = store.covered(number);
            AccountBalance balance = accounts.balances(List.of(number)).get(number);
            return new PayerInvoice(
                    payer,
                    LocalDate.now(clock),
                    CoveredCharges.by(charges, charge -> Optional.ofNullable(students.get(charge))),
                    balance.credit());
        });
    }

    /** Who pays for a student is hidden from those who only view. */
    private static void requireRole(Actor reader, String operation) {
        reader.requireEither(Role.CASHIER, Role.BILL, operation);
    }

    @Override
    public Payer add(AddPayerRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL, "Payers.add");
            return audit.once(
                    command,
                    Counter.PAYER::lock,
                    em -> answered(em, request),
                    em -> {
                        int number = Counter.PAYER.next(em, 1);
                        new PayerStore(em).add(request, number, now());
                        return new Payer(new PayerNumber(number), 1, request.kind(), request.details(), true);
                    },
                    JpaPayers::subject);
        });
    }

    /** A request that was sent again is answered with the payer as it is now. */
    private static Optional<Payer> answered(EntityManager em, AddPayerRequest request) {
        PayerStore payers = new PayerStore(em);
        Optional<Payer> added = payers.added(request.key());
        boolean another = added.isPresent()
                ? added.get().kind() != request.kind()
                        || added.get().version() == 1 && !added.get().details().equals(request.details())
                : payers.changed(request.key()).isPresent();
        if (another) {
            throw new RequestKeyReusedException(request.key());
        }
        return added;
    }

    @Override
    public Payer change(ChangePayerRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL, "Payers.change");
            return audit.once(
                    command,
                    Counter.PAYER::lock,
                    em -> answered(em, request),
                    em -> change(em, request),
                    JpaPayers::subject);
        });
    }

    private static Optional<Payer> answered(EntityManager em, ChangePayerRequest request) {
        PayerStore payers = new PayerStore(em);
        Optional<Payer> changed = payers.changed(request.key());
        boolean another = changed.isPresent()
                ? !isOf(request, changed.get())
                : payers.added(request.key()).isPresent();
        if (another) {
            throw new RequestKeyReusedException(request.key());
        }
        return changed;
    }

    private static boolean isOf(ChangePayerRequest request, Payer payer) {
        return payer.number().equals(request.payer())
                && payer.version() == request.version() + 1
                && payer.details().equals(request.details())
                && payer.active() == request.active();
    }

    private Payer change(EntityManager em, ChangePayerRequest request) {
        PayerStore payers = new PayerStore(em);
        Payer before =
                payers.find(request.payer()).orElseThrow(() -> new UnknownStudentException(List.of(request.payer())));
        if (before.version() != request.version()) {
            throw new PayerChangedException(request.payer());
        }
        payers.change(request, now());
        return new Payer(before.number(), before.version() + 1, before.kind(), request.details(), request.active());
    }

    private static Optional<AuditSubject> subject(Payer payer) {
        return Optional.of(new AuditSubject(Kind.PAYER, payer.number().value()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
