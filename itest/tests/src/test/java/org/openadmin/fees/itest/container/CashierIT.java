package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** {@code Cashier} as an OSGi service: payments are taken once and get the next number. */
public class CashierIT extends OfficeTestBase {

    private static final int AT_ONCE = 16;

    @Test
    public void twoOfThreeChargesArePaid() {
        List<Charge> three = threeCharges(130);
        PaymentRequest request = payment(130, "30.00", three.subList(0, 2));
        Receipt receipt = cashier.receive(request);
        assertEquals(three.subList(0, 2), receipt.settled());
        assertEquals(Optional.of(receipt), cashier.receipt(CASHIER, receipt.number()));
        assertEquals("the same key again", receipt, cashier.receive(request));
        assertEquals(three.subList(2, 3), accounts.outstanding(student(130)));
        assertThrows(
                "the key of another payment",
                RequestKeyReusedException.class,
                () -> cashier.receive(new PaymentRequest(
                        request.key(),
                        CASHIER,
                        student(130),
                        DAY,
                        money("31.00"),
                        request.charges(),
                        request.method(),
                        request.reference())));
    }

    @Test
    public void moneyOnAccountHelpsToPay() {
        List<Charge> three = threeCharges(131);
        assertEquals(
                money("25.00"),
                cashier.receive(payment(131, "25.00", List.of())).onAccount());
        Receipt receipt = cashier.receive(payment(131, "40.00", three));
        assertEquals(money("20.00"), receipt.fromCredit());
        var balance = accounts.balance(student(131));
        assertEquals(money("-5.00"), balance.balance());
        assertEquals(money("5.00"), balance.credit());
        assertEquals(money("0.00"), balance.outstanding());
    }

    @Test
    public void aRefusedPaymentLeavesNothingBehind() {
        List<Charge> mine = threeCharges(132);
        List<Charge> others = threeCharges(133);
        Receipt last = cashier.receive(payment(132, "10.00", mine.subList(0, 1)));
        long before = journalRows();
        assertThrows(ChargeSettledException.class, () -> cashier.receive(payment(132, "60.00", mine)));
        assertThrows(
                ChargeOfAnotherStudentException.class,
                () -> cashier.receive(payment(132, "60.00", List.of(mine.get(1), others.get(0)))));
        assertThrows(NotEnoughMoneyException.class, () -> cashier.receive(payment(132, "49.99", mine.subList(1, 3))));
        PaymentRequest good = payment(132, "50.00", mine.subList(1, 3));
        var viewers = new PaymentRequest(
                good.key(), VIEWER, good.student(), DAY, good.received(), good.charges(), good.method(), "");
        assertThrows(NotAllowedException.class, () -> cashier.receive(viewers));
        assertEquals(before, journalRows());
        assertEquals(
                "no number is lost",
                last.number().value() + 1,
                cashier.receive(good).number().value());
    }

    @Test
    public void sixteenTimesTheSameKeyAtOnceTakesTheMoneyOnce() throws Exception {
        PaymentRequest request = payment(134, "60.00", threeCharges(134));
        List<Receipt> receipts =
                atOnce(IntStream.range(0, AT_ONCE).mapToObj(i -> request).toList());
        assertEquals(1, receipts.stream().distinct().count());
        assertEquals(1, number("SELECT COUNT(*) FROM fees_jrl WHERE request_key = '" + request.key() + "'"));
        assertTrue(accounts.balance(student(134)).balance().isZero());
    }

    @Test
    public void sixteenStudentsAtOnceGetNumbersWithoutGapOrDouble() throws Exception {
        long last = cashier.receive(payment(135, "1.00", List.of())).number().value();
        List<Receipt> receipts = atOnce(IntStream.range(0, AT_ONCE)
                .mapToObj(i -> payment(140 + i, "10.00", List.of()))
                .toList());
        assertEquals(
                LongStream.rangeClosed(last + 1, last + AT_ONCE).boxed().toList(),
                receipts.stream().map(each -> each.number().value()).sorted().toList());
    }

    private List<Charge> threeCharges(int student) {
        charge(fee("Band", "10.00"), student);
        charge(fee("Camp", "20.00"), student);
        charge(fee("Locker", "30.00"), student);
        return accounts.outstanding(student(student));
    }

    private List<Receipt> atOnce(List<PaymentRequest> requests) throws Exception {
        ExecutorService counters = Executors.newFixedThreadPool(requests.size());
        try {
            CyclicBarrier start = new CyclicBarrier(requests.size());
            List<Callable<Receipt>> tasks = requests.stream()
                    .map(request -> (Callable<Receipt>) () -> {
                        start.await();
                        return cashier.receive(request);
                    })
                    .toList();
            List<Receipt> receipts = new java.util.ArrayList<>();
            for (Future<Receipt> receipt : counters.invokeAll(tasks)) {
                receipts.add(receipt.get(1, TimeUnit.MINUTES));
            }
            return receipts;
        } finally {
            counters.shutdownNow();
        }
    }
}
