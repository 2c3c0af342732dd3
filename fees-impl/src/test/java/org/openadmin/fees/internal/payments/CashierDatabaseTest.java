package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.internal.DatabaseOffice;

/** Payments at the counter, on a real database. Each test has its own students. */
class CashierDatabaseTest {

    private static final int THREADS = 16;
    private static DatabaseOffice office;
    private static int next = 100;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(200);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static StudentNumber somebody() {
        return new StudentNumber(next++);
    }

    @Test
    void settlesTwoOfThreeChargesAndRemembersTheStudentOfThatDay() {
        StudentNumber student = somebody();
        office.charge(student, "Lab fee", "24.95", "GST", "PST");
        office.charge(student, "Locker", "10.00");
        office.charge(student, "Yearbook", "45.00", "GST");
        List<ChargeId> owed = office.owed(student);

        Receipt receipt = office.cashier.receive(payment(student, "37.70", owed.get(0), owed.get(1)));

        assertThat(receipt.settled()).extracting(c -> c.name()).containsExactly("Lab fee", "Locker");
        assertThat(receipt.settledTotal()).isEqualTo(cad("37.70"));
        assertThat(receipt.onAccount()).isEqualTo(cad("0.00"));
        assertThat(receipt.student().name())
                .isEqualTo(office.students.find(student).orElseThrow().name());
        assertThat(office.accounts.balance(student)).isEqualTo(new AccountBalance(student, cad("47.25"), cad("47.25")));
        assertThat(office.cashier.receipt(DatabaseOffice.VIEWER, receipt.number()))
                .contains(receipt);
    }

    @Test
    void settlesWithCreditAloneUnderAReceiptNumberOfItsOwn() {
        StudentNumber student = somebody();
        office.charge(student, "Trip", "30.00");
        office.charge(student, "Bus", "0.01");
        List<ChargeId> owed = office.owed(student);
        Receipt earlier = office.cashier.receive(payment(student, "30.00"));
        PaymentRequest nothing = payment(student, "0.00", owed.get(0));

        Receipt receipt = office.cashier.receive(nothing);

        assertThat(receipt.number().value()).isEqualTo(earlier.number().value() + 1);
        assertThat(receipt.received()).isEqualTo(cad("0.00"));
        assertThat(receipt.fromCredit()).isEqualTo(cad("30.00"));
        assertThat(office.cashier.receive(nothing)).isEqualTo(receipt);
        assertThat(office.cashier.receipt(DatabaseOffice.VIEWER, receipt.number()))
                .contains(receipt);
        assertThat(office.accounts.balance(student)).isEqualTo(new AccountBalance(student, cad("0.01"), cad("0.01")));
        refused(NotEnoughMoneyException.class, payment(student, "0.00", owed.get(1)));
        assertThatThrownBy(() -> payment(student, "0.00")).isInstanceOf(InvalidInputException.class);
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void receivesOnAccountWhenNoChargeIsChosen() {
        StudentNumber student = somebody();
        office.charge(student, "Trip", "30.00");

        Receipt receipt = office.cashier.receive(payment(student, "10.00"));

        assertThat(receipt.settled()).isEmpty();
        AccountBalance balance = office.accounts.balance(student);
        assertThat(balance.due()).isEqualTo(cad("20.00"));
        assertThat(balance.credit()).isEqualTo(cad("10.00"));
        assertThat(office.ask("SELECT trans_type FROM fees_jrl WHERE receipt_number = " + receipt.number()))
                .isEqualTo("roa");
    }

    @Test
    void refusesEachWrongPaymentWithItsOwnErrorAndStoresNothing() {
        StudentNumber student = somebody();
        StudentNumber other = somebody();
        office.charge(student, "Trip", "30.00");
        office.charge(other, "Trip", "30.00");
        ChargeId trip = office.owed(student).get(0);
        office.cashier.receive(payment(student, "30.00", trip));
        office.charge(student, "Bus", "25.00");
        ChargeId bus = office.owed(student).get(0);
        ChargeId others = office.owed(other).get(0);
        long rows = office.count("fees_jrl");

        refused(ChargeSettledException.class, payment(student, "30.00", trip));
        refused(ChargeOfAnotherStudentException.class, payment(student, "30.00", others));
        refused(UnknownChargeException.class, payment(student, "30.00", new ChargeId(999_999)));
        refused(NotEnoughMoneyException.class, payment(student, "24.99", bus));
        refused(UnknownStudentException.class, payment(new StudentNumber(999_999), "1.00"));
        PaymentRequest good = payment(student, "25.00", bus);
        refused(
                NotAllowedException.class,
                new PaymentRequest(
                        good.key(),
                        DatabaseOffice.CLERK,
                        student,
                        good.date(),
                        good.received(),
                        good.charges(),
                        good.method(),
                        ""));

        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        assertThat(office.ask("SELECT COUNT(*) FROM fees_account WHERE studnum = 999999"))
                .isEqualTo("0");
    }

    private static void refused(Class<? extends FeesException> error, PaymentRequest request) {
        assertThatThrownBy(() -> office.cashier.receive(request)).isInstanceOf(error);
    }

    @Test
    void takesTheMoneyOnceWhenSixteenSendTheSameKeyAtTheSameMoment() throws Exception {
        StudentNumber student = somebody();
        office.charge(student, "Trip", "30.00");
        PaymentRequest request = payment(student, "30.00", office.owed(student).get(0));
        long rows = office.count("fees_jrl");

        List<Receipt> receipts = together(IntStream.range(0, THREADS)
                .<Callable<Receipt>>mapToObj(i -> () -> office.cashier.receive(request))
                .toList());

        assertThat(Set.copyOf(receipts)).hasSize(1);
        assertThat(office.count("fees_jrl")).isEqualTo(rows + 1);
    }

    @Test
    void settlesAChargeOnceWhenSixteenPayItWithDifferentKeys() throws Exception {
        StudentNumber student = somebody();
        office.charge(student, "Trip", "30.00");
        ChargeId trip = office.owed(student).get(0);

        List<Boolean> paid = together(IntStream.range(0, THREADS)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    try {
                        office.cashier.receive(payment(student, "30.00", trip));
                        return true;
                    } catch (ChargeSettledException e) {
                        return false;
                    }
                })
                .toList());

        assertThat(paid).containsOnlyOnce(true);
        assertThat(office.accounts.balance(student).balance()).isEqualTo(cad("0.00"));
    }

    @Test
    void givesReceiptNumbersWithoutGapOrDoubleToSixteenWhoPayAtOnce() throws Exception {
        List<StudentNumber> students =
                IntStream.range(0, THREADS).mapToObj(i -> somebody()).toList();
        long before = Long.parseLong(office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'"));

        List<Long> numbers = together(students.stream()
                .<Callable<Long>>map(student -> () -> {
                    long last = 0;
                    for (int i = 0; i < 5; i++) {
                        last = office.cashier
                                .receive(payment(student, "1.00"))
                                .number()
                                .value();
                    }
                    return last;
                })
                .toList());

        assertThat(numbers).doesNotHaveDuplicates();
        List<Long> given = LongStream.rangeClosed(before + 1, before + THREADS * 5)
                .filter(n -> office.cashier
                        .receipt(DatabaseOffice.VIEWER, new org.openadmin.fees.api.payments.ReceiptNumber(n))
                        .isPresent())
                .boxed()
                .toList();
        assertThat(given).hasSize(THREADS * 5);
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'"))
                .isEqualTo(String.valueOf(before + THREADS * 5));
    }

    @Test
    void isNotHeldUpByAPaymentThatWasRefusedForItsNumber() {
        StudentNumber student = somebody();
        long before = Long.parseLong(office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'"));
        assertThatThrownBy(() -> office.cashier.receive(payment(student, "1.00", new ChargeId(999_999))))
                .isInstanceOf(UnknownChargeException.class);

        assertThat(office.cashier.receive(payment(student, "1.00")).number().value())
                .isEqualTo(before + 1);
    }

    @Test
    void writesTheJournalsWordInTheSchoolsLanguageAndKeepsEveryWordOfTheReference() {
        StudentNumber student = somebody();
        office.settings.change(Locale.CANADA_FRENCH, 1);
        PaymentRequest plain = payment(student, "1.00");
        Receipt receipt = office.cashier.receive(new PaymentRequest(
                RequestKey.fresh(),
                plain.actor(),
                student,
                plain.date(),
                plain.received(),
                Set.of(),
                PaymentMethod.CHEQUE,
                "№ 12 <5 & \"x\" 👍"));
        office.settings.change(Locale.CANADA, 1);

        assertThat(office.ask("SELECT name FROM fees_jrl WHERE receipt_number = " + receipt.number()))
                .isEqualTo("Paiement");
        assertThat(office.cashier
                        .receipt(DatabaseOffice.VIEWER, receipt.number())
                        .orElseThrow()
                        .reference())
                .isEqualTo("№ 12 <5 & \"x\" 👍");
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
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
