package org.openadmin.fees.internal.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.NotUnclaimedException;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.imports.UnclaimedSum;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.imports.ClaimStore.Open;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.ClosedPeriod;
import org.openadmin.fees.internal.ledger.PaymentWriter;
import org.openadmin.fees.internal.ledger.PaymentWriter.Received;
import org.openadmin.fees.internal.ledger.PaymentWriter.Written;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.imports.Fingerprints;
import org.openadmin.fees.spi.imports.ImportReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Unclaimed money: what becomes of it is recorded one at a time, under the lock of the imports. */
@Component
public final class JpaClaims implements Claims {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final PaymentWriter payments;
    private final Clock clock;

    @Activate
    public JpaClaims(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference PaymentWriter payments,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.payments = payments;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public Receipt claim(ClaimRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return audit.once(
                    command,
                    em -> {
                        Counter.IMPORT.lock(em);
                        new AccountQueries(em, settings.current().currency()).lock(Set.of(request.account()));
                    },
                    em -> claimed(em, request),
                    em -> claim(em, request),
                    receipt -> Optional.of(
                            new AuditSubject(Kind.RECEIPT, receipt.number().value())));
        });
    }

    private Optional<Receipt> claimed(EntityManager em, ClaimRequest request) {
        ClaimStore store = store(em);
        return store.end(request.key()).map(end -> {
            if (end.line() != request.line().value()
                    || end.row()
                            .filter(row ->
                                    store.account(row) == request.account().journalNumber())
                            .isEmpty()) {
                throw new RequestKeyReusedException(request.key());
            }
            return receipt(em, store.receipt(end.row().get()));
        });
    }

    private Receipt receipt(EntityManager em, int number) {
        return new ReceiptQueries(em, settings.current().currency())
                .find(new ReceiptNumber(number))
                .orElseThrow();
    }

    private Receipt claim(EntityManager em, ClaimRequest request) {
        ClaimStore store = store(em);
        Open line = store.open(request.line()).orElseThrow(() -> new NotUnclaimedException(request.line()));
        new AccountQueries(em, settings.current().currency()).account(request.account());
        ClosedPeriod closed = new ClosedPeriod(em);
        LocalDate day = closed.lastDay()
                .filter(last -> !line.day().isAfter(last))
                .map(last -> last.plusDays(1))
                .orElse(line.day());
        Written written = payments.write(
                        em,
                        request.actor(),
                        List.of(new Received(
                                Fingerprints.paymentKey(line.fingerprint(), line.round(), line.voided()),
                                request.account(),
                                day,
                                line.amount(),
                                settings.current().imports().method(),
                                ImportReference.of(line.text()))))
                .get(0);
        store.end(line, Optional.of(written.row()), "", request.key(), request.actor(), now());
        closed.requireStillOpen(day);
        return receipt(em, written.receipt());
    }

    @Override
    public void sendBack(SendBackRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return audit.once(
                    command,
                    Counter.IMPORT::lock,
                    em -> sentBack(em, request),
                    em -> {
                        ClaimStore store = store(em);
                        Open line =
                                store.open(request.line()).orElseThrow(() -> new NotUnclaimedException(request.line()));
                        store.end(line, Optional.empty(), request.reason(), request.key(), request.actor(), now());
                        return request.line();
                    },
                    line -> Optional.empty());
        });
    }

    private Optional<BankLineNumber> sentBack(EntityManager em, SendBackRequest request) {
        return store(em).end(request.key()).map(end -> {
            if (end.line() != request.line().value() || end.row().isPresent()) {
                throw new RequestKeyReusedException(request.key());
            }
            return request.line();
        });
    }

    @Override
    public List<UnclaimedMoney> unclaimed(Actor reader) {
        reader.require(Role.CASHIER);
        return transactions.read(em -> store(em).unclaimed(LocalDate.now(clock)));
    }

    @Override
    public UnclaimedSum sum(Actor reader) {
        reader.require(Role.CASHIER);
        return transactions.read(em -> store(em).sum(LocalDate.now(clock)));
    }

    private ClaimStore store(EntityManager em) {
        return new ClaimStore(em, settings.current().currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
