package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.group;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;

/** Two users, or one who clicks twice, correct and pay the same charges at the same time. */
class SimultaneousCorrectionsDatabaseTest {

    private static final int THREADS = 16;
    private static DatabaseOffice office;
    private static int next = 100;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(2300);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void everyRuleHolds() {
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void hasOneEffectWhenSixteenSendTheSameKey() throws Exception {
        StudentNumber student = new StudentNumber(next++);
        Assessment trip = office.charge(student, "Trip", "30.00");
        office.charge(student, "Bus", "20.00");
        office.charge(student, "Lab", "10.00");
        List<ChargeId> owed = office.owed(student);
        ReceiptNumber receipt =
                office.cashier.receive(payment(student, "20.00", owed.get(1))).number();
        office.cashier.receive(payment(student, "9.00"));
        long rows = office.count("fees_jrl");

        sameKey(new Undo(RequestKey.fresh(), CLERK, trip.batch(), DAY, ""));
        sameKey(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, DAY, ""));
        sameKey(new Cancel(RequestKey.fresh(), CLERK, owed.get(1), DAY, ""));
        sameKey(new Waive(RequestKey.fresh(), CLERK, owed.get(2), DAY, "Bursary"));
        sameKey(new Refund(RequestKey.fresh(), CASHIER, student, cad("9.00"), PaymentMethod.CASH, "", DAY, "Moved"));

        assertThat(office.count("fees_jrl")).isEqualTo(rows + 5);
        assertThat(office.accounts.balance(student).balance()).isEqualTo(cad("0.00"));
    }

    private static void sameKey(CorrectionRequest request) throws Exception {
        List<Correction> answers = together(IntStream.range(0, THREADS)
                .<Callable<Correction>>mapToObj(i -> () -> office.corrections.apply(request))
                .toList());
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(office.corrections.apply(request)).isEqualTo(answers.get(0));
    }

    @Test
    void cancelsAChargeOnceWhenSixteenUsersCancelIt() throws Exception {
        StudentNumber student = new StudentNumber(next++);
        office.charge(student, "Trip", "30.00");
        ChargeId trip = office.owed(student).get(0);

        List<Boolean> done = together(IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        office.corrections.apply(new Cancel(RequestKey.fresh(), CLERK, trip, DAY, ""));
                        return true;
                    } catch (AlreadyCorrectedException e) {
                        return false;
                    }
                })
                .toList());

        assertThat(done).containsOnlyOnce(true);
        assertThat(office.accounts.balance(student).balance()).isEqualTo(cad("0.00"));
    }

    @Test
    void refundsTheSameCreditOnce() throws Exception {
        StudentNumber student = new StudentNumber(next++);
        office.cashier.receive(payment(student, "10.00"));

        List<Boolean> done = together(IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        office.corrections.apply(new Refund(
                                RequestKey.fresh(),
                                CASHIER,
                                student,
                                cad("10.00"),
                                PaymentMethod.CASH,
                                "",
                                DAY,
                                "Moved"));
                        return true;
                    } catch (NotEnoughCreditException e) {
                        return false;
                    }
                })
                .toList());

        assertThat(done).containsOnlyOnce(true);
    }

    @Test
    void undoesTheWholeSchoolWhileAQueuePays() throws Exception {
        Assessment agenda = office.assessment.post(request(
                fee("Agenda", "8.50", "GST", "PST"),
                group(GroupKind.GRADE, String.join(" ", office.students.values(GroupKind.GRADE)))));
        assertThat(agenda.count()).isGreaterThanOrEqualTo(2000);
        // in descending order, so that the payments collide with the undo, which locks in ascending order
        List<StudentNumber> payers = IntStream.range(0, 120)
                .mapToObj(i -> new StudentNumber(1709 - i * 11))
                .filter(student -> !office.owed(student).isEmpty())
                .toList();
        List<List<ChargeId>> owed = payers.stream().map(office::owed).toList();
        Undo undo = new Undo(RequestKey.fresh(), CLERK, agenda.batch(), DAY, "Wrong year");
        Instant before = Instant.now();
        office.corrections.preview(undo);
        Duration pause = Duration.between(before, Instant.now()).multipliedBy(6).dividedBy(payers.size());
        List<Callable<Boolean>> work = new ArrayList<>();
        work.add(() -> {
            assertThat(office.corrections.apply(undo).rows()).isEqualTo(agenda.count());
            return false;
        });
        Instant start = Instant.now();
        for (int i = 0; i < payers.size(); i++) {
            StudentNumber payer = payers.get(i);
            ChargeId[] charges = owed.get(i).toArray(ChargeId[]::new);
            Instant turn = start.plus(pause.multipliedBy(i));
            work.add(() -> {
                LockSupport.parkUntil(turn.toEpochMilli());
                return paid(payer, charges);
            });
        }

        long paid = together(work, 12).stream().filter(Boolean::booleanValue).count();

        Correction done = office.corrections.apply(undo);
        assertThat(done.rows()).isEqualTo(agenda.count());
        assertThat(done.amount()).isEqualTo(agenda.total().negated());
        assertThat(done.toCredit()).isEqualTo(cad("9.44").times((int) paid));
        assertThat(office.ask(
                        "SELECT COUNT(*) FROM fees_jrl c JOIN fees_jrl r ON r.id = c.paid_id AND r.trans_type = 'rev'"
                                + " WHERE c.batch_id = " + agenda.batch()))
                .isEqualTo(String.valueOf(agenda.count()));
    }

    /** A payment finds either the charge or its reversal. */
    private static boolean paid(StudentNumber payer, ChargeId[] charges) {
        try {
            office.cashier.receive(payment(payer, "9.44", charges));
            return true;
        } catch (ChargeSettledException e) {
            return false;
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        return together(work, work.size());
    }

    private static <T> List<T> together(List<Callable<T>> work, int at) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(at);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
