package org.openadmin.fees.internal.shell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** Student 100 has two charges and some credit; the other students have neither. Records the calls it receives. */
class FakeShellSchool implements Cashier, FeeAccounts {

    private static final Currency CAD = Currency.getInstance("CAD");
    private static final StudentNumber STUDENT = new StudentNumber(100);

    PaymentRequest request;
    /** Thrown by the next payment after it has been taken. */
    RuntimeException nextFailureAfter;
    /** Thrown by every query and command from now on. */
    RuntimeException failure;

    private final Map<RequestKey, Receipt> taken = new HashMap<>();
    private boolean settled;

    /** Returns a journal that fails with an unexpected exception. */
    static FeeAccounts broken() {
        return new FakeShellSchool() {
            @Override
            public AccountBalance balance(StudentNumber student) {
                throw new IllegalStateException("secret details");
            }
        };
    }

    /** Settles all charges. */
    void settle() {
        settled = true;
    }

    @Override
    public Receipt receive(PaymentRequest wanted) {
        request = wanted;
        fail(failure);
        Receipt receipt = taken.computeIfAbsent(wanted.key(), key -> receipt(wanted));
        fail(nextFailureAfter);
        return receipt;
    }

    private static void fail(RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
    }

    private Receipt receipt(PaymentRequest wanted) {
        return new Receipt(
                new ReceiptNumber(1),
                new StudentSnapshot(wanted.student(), "Tremblay, Inès", "9", "9A"),
                wanted.date(),
                wanted.received(),
                outstanding(wanted.student()).stream()
                        .filter(charge -> wanted.charges().contains(charge.id()))
                        .toList(),
                Optional.of(wanted.method()),
                wanted.reference(),
                wanted.actor().name(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Optional<Receipt> receipt(Actor reader, ReceiptNumber number) {
        return Optional.empty();
    }

    @Override
    public Optional<Receipt> receipt(Actor reader, RequestKey key) {
        fail(failure);
        return Optional.ofNullable(taken.get(key));
    }

    @Override
    public AccountBalance balance(StudentNumber student) {
        return new AccountBalance(student, cad("15.00"), cad("25.00"));
    }

    @Override
    public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students) {
        return Map.of(STUDENT, balance(STUDENT));
    }

    @Override
    public List<AccountBalance> balances() {
        return List.of(balance(STUDENT));
    }

    @Override
    public List<Charge> outstanding(StudentNumber student) {
        return student.equals(STUDENT) && !settled ? List.of(charge(1, "10.00"), charge(2, "15.00")) : List.of();
    }

    @Override
    public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students) {
        return Map.of(STUDENT, outstanding(STUDENT));
    }

    private static Charge charge(long id, String amount) {
        return new Charge(
                new ChargeId(id),
                new StudentSnapshot(STUDENT, "Tremblay, Inès", "9", "9A"),
                LocalDate.of(2026, 9, 1),
                "Lab fee",
                "",
                cad(amount),
                List.of(),
                cad(amount),
                Optional.empty());
    }

    private static Money cad(String amount) {
        return Money.of(new BigDecimal(amount), CAD);
    }
}
