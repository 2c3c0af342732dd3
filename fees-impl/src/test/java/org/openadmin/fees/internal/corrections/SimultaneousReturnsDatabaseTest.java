package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.DatabaseOffice;

/** Several users record and undo the same returned payment at the same time, while the family pays. */
class SimultaneousReturnsDatabaseTest {

    private static final int THREADS = 16;
    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());
    private static DatabaseOffice office;
    private static int next = 100;
    private static int trips;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(200);
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
    void sixteenWithTheSameKeyHaveOneEffectAndOneAnswer() throws Exception {
        StudentNumber student = new StudentNumber(next++);
        ReceiptNumber receipt = paidByCheque(student);

        for (CorrectionRequest request : List.<CorrectionRequest>of(returning(receipt), undoing(receipt))) {
            List<Object> answers = together(() -> office.corrections.apply(request));
            assertThat(Set.copyOf(answers)).hasSize(1);
        }

        assertThat(office.accounts.balance(student).balance()).isEqualTo(cad("0.00"));
        assertThat(office.count("fees_jrl WHERE studnum = " + student)).isEqualTo(6);
    }

    @Test
    void ofSixteenUsersOneReturnsItAndOneUndoesIt() throws Exception {
        StudentNumber student = new StudentNumber(next++);
        ReceiptNumber receipt = paidByCheque(student);

        assertThat(together(() -> isDone(() -> returning(receipt)))).containsOnlyOnce(true);
        assertThat(office.accounts.balance(student).balance()).isEqualTo(cad("55.00"));
        assertThat(together(() -> isDone(() -> undoing(receipt)))).containsOnlyOnce(true);
        assertThat(office.accounts.balance(student).balance()).isEqualTo(cad("0.00"));
    }

    @Test
    void paymentsReturnsAndUndosOfOneAccountKeepEveryRule() throws Exception {
        StudentNumber student = new StudentNumber(next++);
        List<ReceiptNumber> receipts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            receipts.add(paidByCheque(student));
        }
        List<Callable<Object>> work = new ArrayList<>();
        for (ReceiptNumber receipt : receipts) {
            work.add(() -> isDone(() -> returning(receipt)));
            work.add(() -> isDone(() -> undoing(receipt)));
            work.add(() -> isDone(() -> returning(receipt)));
            work.add(() -> office.cashier.receive(paying(student)));
        }

        together(work);

        long returns = office.count("fees_return WHERE undoes IS NULL AND studnum = " + student);
        assertThat(returns).isEqualTo(4);
    }

    private static boolean isDone(Supplier<CorrectionRequest> request) {
        try {
            office.corrections.apply(request.get());
            return true;
        } catch (FeesException e) {
            return false;
        }
    }

    private static ReceiptNumber paidByCheque(StudentNumber student) {
        office.charge(student, "Trip " + ++trips, "30.00");
        List<ChargeId> owed = office.owed(student);
        return office.cashier
                .receive(paying(student, owed.get(owed.size() - 1)))
                .number();
    }

    private static PaymentRequest paying(StudentNumber student, ChargeId... charges) {
        return new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                student,
                DAY,
                cad("30.00"),
                Set.of(charges),
                PaymentMethod.CHEQUE,
                "17",
                ALL);
    }

    private static ReturnPayment returning(ReceiptNumber receipt) {
        return new ReturnPayment(
                RequestKey.fresh(), CLERK, receipt, cad("25.00"), Optional.of(DAY.plusDays(90)), DAY, "NSF", ALL);
    }

    private static UndoReturn undoing(ReceiptNumber receipt) {
        return new UndoReturn(RequestKey.fresh(), CLERK, receipt, DAY, "Honoured", ALL);
    }

    private static <R> List<R> together(Callable<R> work) throws Exception {
        return together(IntStream.range(0, THREADS).mapToObj(i -> work).toList());
    }

    private static <R> List<R> together(List<Callable<R>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<R> results = new ArrayList<>();
            for (Future<R> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
