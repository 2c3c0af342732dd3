package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.Office.cad;
import static org.openadmin.fees.internal.Office.fee;
import static org.openadmin.fees.internal.Office.payment;
import static org.openadmin.fees.internal.Office.request;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.ChargeId;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.NotEnoughMoneyException;
import org.openadmin.fees.api.PaymentRequest;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.verify.JournalVerification;

/** Whatever an office does in whatever order, every account agrees with a ledger kept by hand beside it. */
class JournalInvariantsDatabaseTest {

    private static final int STEPS = 60;
    private static final int STUDENTS = 6;
    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(100);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    /** What a bookkeeper would write down for one student, in cents. */
    private static final class ByHand {
        private final Map<ChargeId, Long> owed = new LinkedHashMap<>();
        private long credit;

        long outstanding() {
            return owed.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @RepeatedTest(8)
    void everyAccountAgreesWithALedgerKeptByHand(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int first = 100 + repetition.getCurrentRepetition() * STUDENTS;
        Map<StudentNumber, ByHand> ledger = new LinkedHashMap<>();
        for (int i = 0; i < STUDENTS; i++) {
            ledger.put(new StudentNumber(first + i), new ByHand());
        }
        for (int step = 0; step < STEPS; step++) {
            StudentNumber student = new StudentNumber(first + random.nextInt(STUDENTS));
            if (random.nextInt(3) == 0) {
                charge(student, ledger.get(student), "Fee " + step, 1 + random.nextInt(9_999));
            } else {
                pay(student, ledger.get(student), random);
            }
            agree(student, ledger.get(student));
        }
        ledger.forEach(JournalInvariantsDatabaseTest::agree);
        assertThat(new JournalVerification(office.database, office.settings, () -> 2)
                        .run()
                        .faults())
                .isEmpty();
    }

    private static void charge(StudentNumber student, ByHand account, String name, int cents) {
        office.assessment.post(request(fee(name, amount(cents)), Office.only(student)));
        office.accounts.outstanding(student).stream()
                .filter(charge -> charge.name().equals(name))
                .forEach(charge -> account.owed.put(charge.id(), (long) cents));
    }

    private static void pay(StudentNumber student, ByHand account, Random random) {
        List<ChargeId> chosen = account.owed.keySet().stream()
                .filter(id -> random.nextBoolean())
                .toList();
        long total = chosen.stream().mapToLong(account.owed::get).sum();
        long received = Math.max(1, total + random.nextInt(4_001) - 2_000);
        boolean enough = chosen.isEmpty() || received + account.credit >= total;
        PaymentRequest payment = payment(student, amount(received), chosen.toArray(ChargeId[]::new));
        try {
            office.cashier.receive(payment);
            assertThat(enough).isTrue();
            account.credit += received - total;
            account.owed.keySet().removeAll(chosen);
        } catch (FeesException e) {
            assertThat(e).isInstanceOf(NotEnoughMoneyException.class);
            assertThat(enough).isFalse();
        }
    }

    private static void agree(StudentNumber student, ByHand account) {
        AccountBalance balance = office.accounts.balance(student);
        assertThat(balance.outstanding()).isEqualTo(cad(amount(account.outstanding())));
        assertThat(balance.credit()).isEqualTo(cad(amount(account.credit)));
        assertThat(balance.credit().isNegative()).isFalse();
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
