package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.MemorySales.Sale;

/** The counter: payments settle whole charges and get the next receipt number. */
final class MemoryCashier implements Cashier {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryReturns returns;
    private final MemorySplits splits;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryClosings closings;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final MemoryFamilyPayments families;
    private final MemoryCatalogue catalogue;
    private final MemorySales sales;

    MemoryCashier(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryReturns returns,
            MemorySplits splits,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryClosings closings,
            MemoryCalls calls,
            MemoryAuditLog audit,
            MemoryFamilies families,
            MemoryCatalogue catalogue,
            MemorySales sales) {
        this.ledger = ledger;
        this.books = books;
        this.returns = returns;
        this.splits = splits;
        this.settings = settings;
        this.now = now;
        this.today = today;
        this.closings = closings;
        this.calls = calls;
        this.audit = audit;
        this.catalogue = catalogue;
        this.sales = sales;
        this.families = new MemoryFamilyPayments(ledger, books, families, returns, settings, now);
    }

    @Override
    public Receipt receive(PaymentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            if (!request.sold().isEmpty()) {
                settings.get().payments().requireSeller(request.actor());
            }
            Map<PredefinedFeeId, PredefinedFee> sold = sold(request);
            return receipt(calls.command(request, request.key(), meaning(request), Long.class, () -> {
                long row = record(request, sold);
                audit.done(command, Kind.RECEIPT, receipt(row).number().value());
                return row;
            }));
        });
    }

    @Override
    public Receipt receive(FamilyPaymentRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            Object meaning = MemoryFamilyPayments.meaning(request);
            return receipt(calls.command(request, request.key(), meaning, Long.class, () -> {
                long row = record(request);
                audit.done(command, Kind.RECEIPT, receipt(row).number().value());
                return row;
            }));
        });
    }

    private long record(FamilyPaymentRequest request) {
        settings.get().payments().rounding(request.method()).requirePayable(request.received());
        DateNotAllowedException.requireNotAfter(today.get(), request.date(), Limit.PAYMENT_AFTER_TODAY);
        request.accounts().forEach(books::requireKnown);
        request.parts()
                .forEach(part -> requireOutstanding(
                        part.account(), part.charges().stream().sorted().toList()));
        families.requireEnough(request);
        closings.requireOpen(request.date());
        families.requireConfirmed(request, today.get());
        return families.add(request);
    }

    private static Object meaning(PaymentRequest request) {
        return List.of(
                request.student(),
                request.date(),
                request.received(),
                request.charges(),
                request.method(),
                request.reference(),
                request.part(),
                request.sold());
    }

    private Map<PredefinedFeeId, PredefinedFee> sold(PaymentRequest request) {
        Map<PredefinedFeeId, PredefinedFee> fees = new HashMap<>();
        request.sold()
                .forEach(each -> fees.put(
                        each.fee(),
                        catalogue.find(each.fee()).orElseThrow(() -> new UnknownPredefinedFeeException(each.fee()))));
        return fees;
    }

    private long record(PaymentRequest request, Map<PredefinedFeeId, PredefinedFee> sold) {
        settings.get().payments().rounding(request.method()).requirePayable(request.received());
        DateNotAllowedException.requireNotAfter(today.get(), request.date(), Limit.PAYMENT_AFTER_TODAY);
        Sale sale = sales.charge(request, sold);
        try {
            long payment = record(sale);
            sales.record(payment, sale);
            return payment;
        } catch (RuntimeException e) {
            sales.withdraw(sale.pieces());
            throw e;
        }
    }

    private long record(Sale sale) {
        PaymentRequest request = sale.request();
        books.requireKnown(request.student());
        List<ChargeId> charges = Stream.concat(
                        request.charges().stream(), request.part().map(PaidPart::charge).stream())
                .sorted()
                .toList();
        requireOutstanding(request.student(), charges);
        Money total = total(request);
        Money rounding = rounding(request, total);
        requireEnough(request, !charges.isEmpty(), total, rounding);
        closings.requireOpen(request.date());
        requireUsualDate(request, charges);
        requireCashOnlyConfirmed(request);
        requireNotRepeated(request);
        sale.requireConfirmed();
        List<ChargeId> settled = request.part()
                .map(part -> Stream.concat(request.charges().stream(), Stream.of(split(request, part)))
                        .sorted()
                        .toList())
                .orElse(charges);
        long payment = ledger.add(JournalRow.of(
                        charges.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT,
                        request.received().negated())
                .student(ledger.student(request.student()).orElseThrow())
                .on(request.date())
                .named(MemoryWords.payment(settings.get().locale()))
                .about(settled.stream().map(ChargeId::toString).collect(Collectors.joining(",")))
                .receipt(books.nextReceipt())
                .by(request.method(), request.reference())
                .recorded(request.actor().name(), Optional.of(now.get())));
        settled.forEach(charge -> ledger.settle(charge.value(), OptionalLong.of(payment)));
        if (!rounding.isZero()) {
            ledger.add(JournalRow.of(EntryKind.ROUNDING, rounding.negated())
                    .student(ledger.student(request.student()).orElseThrow())
                    .on(request.date())
                    .named(MemoryWords.rounding(settings.get().locale()))
                    .reverses(payment)
                    .recorded(request.actor().name(), Optional.of(now.get())));
        }
        return payment;
    }

    /** The first reason that applies is reported: unknown, another student's, settled. */
    private void requireOutstanding(AccountNumber student, List<ChargeId> charges) {
        List<ChargeId> unknown =
                charges.stream().filter(id -> books.charge(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownChargeException(unknown);
        }
        List<ChargeId> others = charges.stream()
                .filter(id -> !MemoryLedger.isOf(books.charge(id).orElseThrow(), student))
                .toList();
        if (!others.isEmpty()) {
            throw new ChargeOfAnotherStudentException(student, others);
        }
        List<ChargeId> settled = charges.stream()
                .filter(id -> !books.charge(id).orElseThrow().isOutstanding())
                .toList();
        if (!settled.isEmpty()) {
            throw new ChargeSettledException(settled);
        }
    }

    /** Of the charges in full, and the part of one. */
    private Money total(PaymentRequest request) {
        for (PaidPart part : request.part().stream().toList()) {
            Money whole = books.charge(part.charge()).orElseThrow().total();
            if (part.amount().compareTo(whole) >= 0) {
                throw new InvalidInputException(
                        Field.AMOUNT,
                        Problem.NOT_LESS_THAN_CHARGE,
                        part.amount().toPlainString(),
                        whole.toPlainString());
            }
        }
        return Stream.concat(
                        request.charges().stream()
                                .map(id -> books.charge(id).orElseThrow().total()),
                        request.part().map(PaidPart::amount).stream())
                .reduce(books.zero(), Money::plus);
    }

    /** Splits the charge of which a part is paid, and returns that part. */
    private ChargeId split(PaymentRequest request, PaidPart part) {
        JournalEntry charge = books.charge(part.charge()).orElseThrow();
        LocalDate date = request.date().isBefore(MemoryBooks.day(charge)) ? MemoryBooks.day(charge) : request.date();
        Instant recorded = now.get();
        List<SplitPart> parts = splits.parts(charge, charge.total().minus(part.amount()));
        List<SplitPart> made = splits.split(charge, parts, (kind, sum) -> JournalRow.of(kind, sum)
                .on(date)
                .recorded(request.actor().name(), Optional.of(recorded)));
        audit.done(AuditedCommand.splitting(request, part));
        return made.get(0).id().orElseThrow();
    }

    private void requireEnough(PaymentRequest request, boolean settles, Money total, Money rounding) {
        Money credit = books.balance(request.student()).credit();
        Money worth = request.received().plus(credit).plus(rounding);
        if (settles && worth.compareTo(total) < 0) {
            throw new NotEnoughMoneyException(total, request.received(), credit, rounding);
        }
    }

    /** How much less than needed is taken, if it is cash and cash is rounded. */
    private Money rounding(PaymentRequest request, Money total) {
        Money needed = total.minus(books.balance(request.student()).credit());
        boolean cash =
                request.method() == PaymentMethod.CASH && request.received().isPositive();
        return cash && needed.isPositive() ? settings.get().payments().cash().difference(needed) : books.zero();
    }

    private void requireUsualDate(PaymentRequest request, List<ChargeId> charges) {
        List<LocalDate> charged = charges.stream()
                .map(id -> MemoryBooks.day(books.charge(id).orElseThrow()))
                .toList();
        UnusualDate.of(request.date(), today.get(), charged)
                .ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
    }

    private void requireCashOnlyConfirmed(PaymentRequest request) {
        if (request.method() != PaymentMethod.CASH
                && request.received().isPositive()
                && !request.confirmed().contains(Confirmation.NOT_CASH)) {
            returns.until(request.student(), request.date()).ifPresent(until -> {
                throw new CashOnlyException(request.student(), until);
            });
        }
    }

    private void requireNotRepeated(PaymentRequest request) {
        if (!request.received().isZero()) {
            books.repeated(RepeatedAmount.Kind.RECEIPT, request.student(), request.received(), now.get())
                    .ifPresent(repeated -> repeated.requireConfirmed(request.confirmed()));
        }
    }

    @Override
    public Optional<Receipt> receipt(Actor reader, ReceiptNumber number) {
        query(reader);
        return books.receiptRows().stream()
                .filter(row -> row.receipt().equals(Optional.of(number)))
                .findFirst()
                .map(row -> books.whole(row).shownTo(reader));
    }

    @Override
    public Optional<Receipt> receipt(Actor reader, RequestKey key) {
        query(reader);
        return calls.answer(key, Long.class).map(row -> receipt(row).shownTo(reader));
    }

    private Receipt receipt(long row) {
        return ledger.row(row).map(books::whole).orElseThrow();
    }

    private void query(Actor reader) {
        reader.require(Role.VIEW);
        calls.query(Cashier.class);
    }
}
