package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;

/** One payment for several accounts: what each needs, then what is left. */
final class MemoryFamilyPayments {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryFamilies families;
    private final MemoryReturns returns;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;

    MemoryFamilyPayments(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryFamilies families,
            MemoryReturns returns,
            Supplier<Settings> settings,
            Supplier<Instant> now) {
        this.ledger = ledger;
        this.books = books;
        this.families = families;
        this.returns = returns;
        this.settings = settings;
        this.now = now;
    }

    static Object meaning(FamilyPaymentRequest request) {
        return List.of(
                FamilyPaymentRequest.class,
                request.first(),
                request.date(),
                request.received(),
                request.charges(),
                request.method(),
                request.reference());
    }

    /** What each account with charges needs beyond its credit. */
    private Map<AccountNumber, Money> needed(FamilyPaymentRequest request) {
        Map<AccountNumber, Money> needed = new LinkedHashMap<>();
        for (Part part : request.parts()) {
            Money more = total(part).minus(books.balance(part.account()).credit());
            needed.put(part.account(), more.isPositive() ? more : books.zero());
        }
        return needed;
    }

    private Money total(Part part) {
        return part.charges().stream()
                .map(charge -> books.charge(charge).orElseThrow().total())
                .reduce(books.zero(), Money::plus);
    }

    private CashRounding cash(FamilyPaymentRequest request) {
        return settings.get().payments().rounding(request.method());
    }

    /** The account whose share is rounded. */
    private Optional<AccountNumber> rounded(FamilyPaymentRequest request) {
        Money difference = difference(request);
        return difference.isZero()
                ? Optional.empty()
                : needed(request).entrySet().stream()
                        .filter(each -> each.getValue().compareTo(difference) > 0)
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    private Money difference(FamilyPaymentRequest request) {
        Money sum = sum(request);
        return request.received().isPositive() && sum.isPositive()
                ? cash(request).difference(sum)
                : books.zero();
    }

    private Money sum(FamilyPaymentRequest request) {
        return needed(request).values().stream().reduce(books.zero(), Money::plus);
    }

    private Money left(FamilyPaymentRequest request) {
        Money rounding = rounded(request).isPresent() ? difference(request) : books.zero();
        return request.received().plus(rounding).minus(sum(request));
    }

    void requireEnough(FamilyPaymentRequest request) {
        if (left(request).isNegative()) {
            Money total = request.parts().stream().map(this::total).reduce(books.zero(), Money::plus);
            throw new NotEnoughMoneyException(
                    total,
                    request.received(),
                    total.minus(sum(request)),
                    rounded(request).isPresent() ? difference(request) : books.zero());
        }
    }

    void requireConfirmed(FamilyPaymentRequest request, LocalDate today) {
        List<LocalDate> charged = request.charges().stream()
                .map(id -> MemoryBooks.day(books.charge(id).orElseThrow()))
                .toList();
        UnusualDate.of(request.date(), today, charged)
                .ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        OutsiderException.requireConfirmed(
                request.first(), families.outsiders(request.first(), request.accounts()), request.confirmed());
        boolean asked =
                request.method() != PaymentMethod.CASH && request.received().isPositive();
        if (asked && !request.confirmed().contains(Confirmation.NOT_CASH)) {
            request.accounts()
                    .forEach(account -> returns.until(account, request.date()).ifPresent(until -> {
                        throw new CashOnlyException(account, until);
                    }));
        }
        if (request.received().isPositive()) {
            repeated(request).ifPresent(repeated -> repeated.requireConfirmed(request.confirmed()));
        }
    }

    private Optional<RepeatedAmount> repeated(FamilyPaymentRequest request) {
        return books.receiptRows().stream()
                .filter(row -> row.student()
                        .filter(student -> request.accounts().contains(student.number()))
                        .isPresent())
                .filter(row -> row.recordedAt().isPresent() && row.voidedBy().isEmpty())
                .map(books::whole)
                .filter(receipt -> receipt.received().equals(request.received()))
                .flatMap(receipt -> RepeatedAmount.of(
                        RepeatedAmount.Kind.RECEIPT,
                        receipt.number().value(),
                        request.received(),
                        receipt.recordedAt().orElseThrow(),
                        now.get())
                        .stream())
                .reduce((earlier, later) -> later);
    }

    /** @return the first row of the receipt */
    long add(FamilyPaymentRequest request) {
        Map<AccountNumber, Money> money = needed(request);
        Money left = left(request);
        Optional<AccountNumber> rounded = rounded(request);
        Money rounding = difference(request);
        rounded.ifPresent(account -> money.merge(account, rounding.negated(), Money::plus));
        if (left.isPositive()) {
            money.merge(request.surplus(), left, Money::plus);
        }
        int number = books.nextReceipt();
        List<Long> rows = new ArrayList<>();
        money.forEach((account, received) -> {
            List<ChargeId> charges = request.parts().stream()
                    .filter(part -> part.account().equals(account))
                    .flatMap(part -> part.charges().stream().sorted())
                    .toList();
            JournalRow row = JournalRow.of(
                            charges.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT, received.negated())
                    .student(ledger.student(account).orElseThrow())
                    .on(request.date())
                    .named(MemoryWords.payment(settings.get().locale()))
                    .about(charges.stream().map(ChargeId::toString).collect(Collectors.joining(",")))
                    .receipt(number)
                    .by(request.method(), request.reference())
                    .recorded(request.actor().name(), Optional.of(now.get()));
            long id = ledger.add(rows.isEmpty() ? row : row.lead(rows.get(0)));
            rows.add(id);
            charges.forEach(charge -> ledger.settle(charge.value(), OptionalLong.of(id)));
            if (rounded.filter(account::equals).isPresent()) {
                addRounding(ledger.row(id).orElseThrow(), rounding);
            }
        });
        return rows.get(0);
    }

    private void addRounding(JournalEntry payment, Money rounding) {
        ledger.add(JournalRow.of(EntryKind.ROUNDING, rounding.negated())
                .student(payment.student().orElseThrow())
                .on(MemoryBooks.day(payment))
                .named(MemoryWords.rounding(settings.get().locale()))
                .reverses(payment.id())
                .recorded(payment.recordedBy(), payment.recordedAt()));
    }
}
