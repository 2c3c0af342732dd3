package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerChangedException;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerInvoice;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CoveredCharges;
import org.openadmin.fees.spi.CoveredCharges.Covered;
import org.openadmin.fees.spi.search.PayerOrder;

/** The payers, which are on the roll beside the students. */
final class MemoryPayers implements Payers {

    private final MemoryRoll roll;
    private final MemoryBooks books;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final NavigableMap<PayerNumber, Payer> payers = new ConcurrentSkipListMap<>();

    MemoryPayers(
            MemoryRoll roll, MemoryBooks books, Supplier<LocalDate> today, MemoryCalls calls, MemoryAuditLog audit) {
        this.roll = roll;
        this.books = books;
        this.today = today;
        this.calls = calls;
        this.audit = audit;
    }

    /** Adds a sponsor past every command. */
    void add(PayerNumber number, String name) {
        keep(new Payer(number, 1, PayerKind.SPONSOR, PayerDetails.named(name), true));
    }

    private Payer keep(Payer payer) {
        payers.put(payer.number(), payer);
        roll.addPayer(payer.number(), payer.name());
        return payer;
    }

    /** @throws UnknownStudentException if there is none */
    Payer require(PayerNumber number) {
        return Optional.ofNullable(payers.get(number)).orElseThrow(() -> new UnknownStudentException(List.of(number)));
    }

    @Override
    public List<PayerAccount> list(Actor reader, String typed) {
        query(reader);
        return payers.values().stream()
                .filter(payer -> PayerOrder.matches(payer, typed))
                .sorted(PayerOrder.BY_NAME)
                .map(payer -> new PayerAccount(payer, books.balance(payer.number())))
                .toList();
    }

    @Override
    public Optional<Payer> find(Actor reader, PayerNumber number) {
        query(reader);
        return Optional.ofNullable(payers.get(number));
    }

    @Override
    public PayerInvoice invoice(Actor reader, PayerNumber number) {
        query(reader);
        return new PayerInvoice(
                require(number),
                today.get(),
                CoveredCharges.by(books.outstanding(number), this::covered),
                books.balance(number).credit());
    }

    private Optional<Covered> covered(ChargeId charge) {
        JournalEntry row = books.charge(charge).orElseThrow();
        return row.links().origin().stream()
                .mapToObj(origin -> books.charge(new ChargeId(origin)).orElseThrow())
                .map(origin -> new Covered(
                        row.links().coveredStudent(),
                        origin.student().orElseThrow().number().journalNumber()))
                .findFirst();
    }

    private void query(Actor reader) {
        reader.requireEither(Role.CASHIER, Role.BILL, "Payers");
        calls.query(Payers.class);
    }

    @Override
    public Payer add(AddPayerRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            List<Object> meaning = List.of("add", request.kind(), request.details());
            PayerNumber added = calls.command(request, request.key(), meaning, PayerNumber.class, () -> {
                PayerNumber number =
                        new PayerNumber(payers.isEmpty() ? 1 : payers.lastKey().value() + 1);
                keep(new Payer(number, 1, request.kind(), request.details(), true));
                audit.done(command, Kind.PAYER, number.value());
                return number;
            });
            return require(added);
        });
    }

    @Override
    public Payer change(ChangePayerRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.BILL);
            List<Object> meaning =
                    List.of("change", request.payer(), request.version(), request.details(), request.active());
            return calls.command(request, request.key(), meaning, Payer.class, () -> {
                Payer before = require(request.payer());
                if (before.version() != request.version()) {
                    throw new PayerChangedException(request.payer());
                }
                Payer after = keep(new Payer(
                        before.number(), before.version() + 1, before.kind(), request.details(), request.active()));
                audit.done(command, Kind.PAYER, after.number().value());
                return after;
            });
        });
    }
}
