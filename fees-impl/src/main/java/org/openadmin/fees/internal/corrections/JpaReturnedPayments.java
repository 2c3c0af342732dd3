package org.openadmin.fees.internal.corrections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.ReturnStore.Rows;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.CashOnlyQueries;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds the payments that banks returned, with their rows of the journal. */
@Component
public final class JpaReturnedPayments implements ReturnedPayments {

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaReturnedPayments(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<ReturnedPayment> returned(Actor reader, ReceiptNumber number) {
        reader.require(Role.VIEW);
        Currency currency = settings.current().currency();
        return transactions.read(em -> payments(em, currency, new ReturnStore(em, currency).of(number)).stream()
                .reduce((earlier, later) -> later));
    }

    @Override
    public List<ReturnedPayment> returned(Actor reader, AccountNumber student) {
        reader.require(Role.VIEW);
        Currency currency = settings.current().currency();
        return transactions.read(em -> payments(em, currency, new ReturnStore(em, currency).of(student)));
    }

    @Override
    public Optional<LocalDate> cashOnlyUntil(Actor reader, AccountNumber student) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new CashOnlyQueries(em).until(student, LocalDate.now(clock)));
    }

    private static List<ReturnedPayment> payments(EntityManager em, Currency currency, List<Rows> returns) {
        if (returns.isEmpty()) {
            return List.of();
        }
        Map<Long, JournalEntry> entries = new HashMap<>();
        List<Integer> ids = returns.stream()
                .flatMap(each -> Stream.of(each.payment(), each.voiding()))
                .toList();
        JournalRowView.entries(em, currency, ids).forEach(entry -> entries.put(entry.id(), entry));
        Map<Long, Charge> fees = new HashMap<>();
        List<ChargeId> charged = returns.stream()
                .flatMapToLong(each -> each.fee().stream())
                .mapToObj(ChargeId::new)
                .toList();
        if (!charged.isEmpty()) {
            new AccountQueries(em, currency)
                    .charges(charged)
                    .forEach(charge -> fees.put(charge.id().value(), charge));
        }
        return returns.stream()
                .map(each -> payment(
                        entries.get((long) each.payment()),
                        entries.get((long) each.voiding()),
                        each.fee().isPresent()
                                ? Optional.ofNullable(fees.get(each.fee().getAsLong()))
                                : Optional.empty(),
                        each))
                .toList();
    }

    private static ReturnedPayment payment(
            JournalEntry payment, JournalEntry voiding, Optional<Charge> fee, Rows returned) {
        return new ReturnedPayment(
                payment.receipt().orElseThrow(),
                payment.student().orElseThrow(),
                payment.date(),
                voiding.date().orElseThrow(),
                returned.received(),
                payment.method(),
                payment.reference(),
                fee,
                returned.cashOnlyUntil(),
                returned.receivedAgain(),
                voiding.description(),
                voiding.recordedBy());
    }
}
