package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.payers.JpaPayers;
import org.openadmin.fees.testkit.Kit;

/** Several users transfer the same charges, or spend the same fund, at the same time. */
class SimultaneousTransfersDatabaseTest {

    private static final int THREADS = 8;
    private static DatabaseOffice office;
    private static JpaPayers payers;
    private static int next = 100;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(200);
        payers = new JpaPayers(office.transactions, office.settings, Kit.CLOCK);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void everyRuleHolds() {
        assertThat(office.faults()).isEmpty();
    }

    private static PayerNumber payer(PayerKind kind) {
        return payers.add(new AddPayerRequest(RequestKey.fresh(), CLERK, kind, PayerDetails.named("Payer")))
                .number();
    }

    private static ChargeId charge() {
        StudentNumber student = new StudentNumber(next++);
        office.charge(student, "Trip", "30.00");
        return office.owed(student).get(0);
    }

    private static Transfer transfer(ChargeId charge, PayerNumber payer) {
        return new Transfer(RequestKey.fresh(), CLERK, charge, payer, DAY, "");
    }

    /** How many of the requests, sent at the same time, were carried out. */
    private static long done(List<? extends CorrectionRequest> requests) throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        requests.forEach(request -> calls.add(() -> {
            try {
                office.corrections.apply(request);
                return true;
            } catch (FeesException e) {
                return false;
            }
        }));
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            long done = 0;
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                done += each.get() ? 1 : 0;
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertBalance(PayerNumber payer, String balance, String outstanding) {
        assertThat(office.accounts.balance(payer)).isEqualTo(new AccountBalance(payer, cad(balance), cad(outstanding)));
    }

    @Test
    void aFundPaysOnlyWhatItHas() throws Exception {
        PayerNumber fund = payer(PayerKind.FUND);
        office.cashier.receive(new PaymentRequest(
                RequestKey.fresh(), Kit.CASHIER, fund, DAY, cad("100.00"), Set.of(), PaymentMethod.CHEQUE, ""));
        List<Transfer> requests = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            requests.add(transfer(charge(), fund));
        }

        assertThat(done(requests)).isEqualTo(3);

        assertBalance(fund, "-10.00", "0.00");
    }

    @Test
    void aChargeIsTransferredToOnePayer() throws Exception {
        ChargeId charge = charge();
        List<Transfer> requests = new ArrayList<>();
        List<PayerNumber> asked = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            asked.add(payer(PayerKind.SPONSOR));
            requests.add(transfer(charge, asked.get(i)));
        }

        assertThat(done(requests)).isEqualTo(1);

        assertThat(asked.stream()
                        .map(payer -> office.accounts.balance(payer).outstanding())
                        .filter(owed -> owed.equals(cad("30.00"))))
                .hasSize(1);
    }

    @Test
    void aTransferIsTakenBackOnce() throws Exception {
        ChargeId charge = charge();
        PayerNumber band = payer(PayerKind.SPONSOR);
        office.corrections.apply(transfer(charge, band));
        List<TakeBack> requests = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            requests.add(new TakeBack(RequestKey.fresh(), CLERK, charge, DAY, ""));
        }

        assertThat(done(requests)).isEqualTo(1);

        assertBalance(band, "0.00", "0.00");
    }
}
