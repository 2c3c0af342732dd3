package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.CorrectionType;
import org.openadmin.fees.internal.verify.JournalVerification;

/** After any sequence of operations, every account agrees with an independent model of the ledger. */
class JournalInvariantsDatabaseTest {

    private static final int REPETITIONS = 8;
    private static final int STEPS = 90;
    private static final int STUDENTS = 4;
    private static final Map<CorrectionType, Integer> DONE = new EnumMap<>(CorrectionType.class);
    private static DatabaseOffice office;

    private Random random;
    private final Map<StudentNumber, ModelLedger> ledger = new LinkedHashMap<>();
    private final Map<BatchNumber, Map<ChargeId, StudentNumber>> batches = new LinkedHashMap<>();

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @RepeatedTest(REPETITIONS)
    void everyAccountAgreesWithALedgerKeptByHand(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        int first = 100 + repetition.getCurrentRepetition() * STUDENTS;
        IntStream.range(first, first + STUDENTS)
                .forEach(number -> ledger.put(new StudentNumber(number), new ModelLedger()));
        for (int step = 0; step < STEPS; step++) {
            step("Fee " + repetition.getCurrentRepetition() + " " + step);
            ledger.forEach(JournalInvariantsDatabaseTest::agree);
            assertThat(new JournalVerification(office.database, office.settings, () -> 3)
                            .run()
                            .faults())
                    .isEmpty();
        }
        if (repetition.getCurrentRepetition() == REPETITIONS) {
            assertThat(DONE).as("each kind of correction was made").containsKeys(CorrectionType.values());
        }
    }

    private void step(String name) {
        StudentNumber student = one(List.copyOf(ledger.keySet())).orElseThrow();
        ModelLedger account = ledger.get(student);
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> charge(name, 1 + random.nextInt(9_999));
            case 3, 4, 5 -> pay(student, account);
            case 6 -> one(account.charges()).ifPresent(charge -> cancel(account, charge));
            case 7 -> one(account.charges()).ifPresent(charge -> waive(account, charge));
            case 8 -> one(List.copyOf(batches.keySet())).ifPresent(this::undo);
            case 9 -> one(account.receipts()).ifPresent(receipt -> takeBack(account, receipt));
            default -> refund(student, account);
        }
    }

    private <T> Optional<T> one(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    private void charge(String name, int cents) {
        List<StudentNumber> students = new ArrayList<>(ledger.keySet());
        students.removeIf(student -> random.nextBoolean());
        if (students.isEmpty()) {
            return;
        }
        BatchNumber batch = office.assessment
                .post(request(fee(name, amount(cents)), DatabaseOffice.only(students.toArray(StudentNumber[]::new))))
                .batch();
        batches.put(batch, new LinkedHashMap<>());
        for (StudentNumber student : students) {
            office.accounts.outstanding(student).stream()
                    .filter(charge -> charge.name().equals(name))
                    .forEach(charge -> {
                        ledger.get(student).charge(charge.id(), cents);
                        batches.get(batch).put(charge.id(), student);
                    });
        }
    }

    private void pay(StudentNumber student, ModelLedger account) {
        List<ChargeId> chosen =
                account.owed().stream().filter(id -> random.nextBoolean()).toList();
        long total = account.total(chosen);
        boolean fromCredit = !chosen.isEmpty() && account.credit() >= total;
        long received = fromCredit && random.nextBoolean() ? 0 : Math.max(1, total + random.nextInt(4_001) - 2_000);
        boolean enough = chosen.isEmpty() || received + account.credit() >= total;
        PaymentRequest payment = payment(student, amount(received), chosen.toArray(ChargeId[]::new));
        attempt(enough ? null : NotEnoughMoneyException.class, () -> office.cashier.receive(payment))
                .ifPresent(receipt -> account.pay(receipt.number(), received, chosen));
    }

    private void cancel(ModelLedger account, ChargeId charge) {
        attempt(
                        account.isCorrected(charge) ? AlreadyCorrectedException.class : null,
                        () -> office.corrections.apply(new Cancel(RequestKey.fresh(), CLERK, charge, DAY, "")))
                .ifPresent(done -> {
                    assertThat(done.toCredit()).isEqualTo(cad(amount(account.correct(charge))));
                    counted(CorrectionType.CANCEL);
                });
    }

    private void waive(ModelLedger account, ChargeId charge) {
        Class<? extends FeesException> refusal = account.isCorrected(charge)
                ? AlreadyCorrectedException.class
                : account.isPaid(charge) ? ChargeSettledException.class : null;
        attempt(refusal, () -> office.corrections.apply(new Waive(RequestKey.fresh(), CLERK, charge, DAY, "Bursary")))
                .ifPresent(done -> {
                    account.correct(charge);
                    counted(CorrectionType.WAIVE);
                });
    }

    private void undo(BatchNumber batch) {
        Map<ChargeId, StudentNumber> left = new LinkedHashMap<>(batches.get(batch));
        left.entrySet().removeIf(charge -> ledger.get(charge.getValue()).isCorrected(charge.getKey()));
        attempt(
                        left.isEmpty() ? AlreadyCorrectedException.class : null,
                        () -> office.corrections.apply(new Undo(RequestKey.fresh(), CLERK, batch, DAY, "")))
                .ifPresent(done -> {
                    assertThat(done.rows()).isEqualTo(left.size());
                    left.forEach((charge, student) -> ledger.get(student).correct(charge));
                    counted(CorrectionType.UNDO);
                });
    }

    private void takeBack(ModelLedger account, ReceiptNumber receipt) {
        Class<? extends FeesException> refusal = account.isVoided(receipt)
                ? AlreadyCorrectedException.class
                : account.canVoid(receipt) ? null : NotEnoughCreditException.class;
        attempt(refusal, () -> office.corrections.apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, DAY, "")))
                .ifPresent(done -> {
                    List<ChargeId> opened = account.openedByVoid(receipt);
                    assertThat(done.reopened()).isEqualTo(opened.size());
                    account.takeBack(receipt, opened);
                    counted(CorrectionType.VOID);
                });
    }

    private void refund(StudentNumber student, ModelLedger account) {
        long cents = 1 + random.nextInt(3_000);
        Supplier<Correction> refund = () -> office.corrections.apply(
                new Refund(RequestKey.fresh(), CASHIER, student, cad(amount(cents)), PaymentMethod.CASH, "", DAY, ""));
        attempt(account.credit() < cents ? NotEnoughCreditException.class : null, refund)
                .ifPresent(done -> {
                    account.refund(cents);
                    counted(CorrectionType.REFUND);
                });
    }

    private static void counted(CorrectionType act) {
        DONE.merge(act, 1, Integer::sum);
    }

    /** The result; empty when the operation was refused as expected. */
    private static <T> Optional<T> attempt(Class<? extends FeesException> refusal, Supplier<T> work) {
        T answer;
        try {
            answer = work.get();
        } catch (FeesException e) {
            assertThat(refusal).as("refused: %s", e).isNotNull();
            assertThat(e).isInstanceOf(refusal);
            return Optional.empty();
        }
        if (refusal != null) {
            fail("Not refused: " + answer);
        }
        return Optional.of(answer);
    }

    private static void agree(StudentNumber student, ModelLedger account) {
        AccountBalance balance = office.accounts.balance(student);
        assertThat(balance.outstanding()).isEqualTo(cad(amount(account.outstanding())));
        assertThat(balance.credit()).isEqualTo(cad(amount(account.credit())));
        assertThat(balance.credit().isNegative()).isFalse();
        assertThat(office.owed(student)).containsExactlyInAnyOrderElementsOf(account.owed());
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
