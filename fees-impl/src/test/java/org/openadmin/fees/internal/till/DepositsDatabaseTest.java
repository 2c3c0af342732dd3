package org.openadmin.fees.internal.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CAD;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.NothingToDepositException;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.itest.database.PlainJpa;
import org.openadmin.fees.testkit.Kit;

/** Two portals on one database; what the database's user may do; and where the search for undeposited money begins. */
class DepositsDatabaseTest {

    private static final LocalDate TODAY = Kit.TODAY;
    private static final Set<Confirmation> SURE = EnumSet.allOf(Confirmation.class);
    private static final Actor ANN = new Actor("ann", EnumSet.of(Role.CASHIER));

    private final DatabaseOffice office = new DatabaseOffice(20);
    private final JpaTill till = new JpaTill(office.transactions, office.settings, Kit.CLOCK);
    private final JpaDeposits deposits = new JpaDeposits(office.transactions, office.settings, Kit.CLOCK);
    private StudentNumber student;

    @BeforeEach
    void aStudent() {
        student = new StudentNumber(Integer.parseInt(office.ask("SELECT MIN(studnum) FROM student")));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Receipt pay(String amount, PaymentMethod method) {
        return office.cashier.receive(
                new PaymentRequest(RequestKey.fresh(), ANN, student, TODAY, cad(amount), Set.of(), method, "", SURE));
    }

    private void voidReceipt(Receipt receipt) {
        office.corrections.apply(new VoidReceipt(RequestKey.fresh(), ANN, receipt.number(), TODAY, "Returned", SURE));
    }

    private void count(String sum, String reason) {
        till.count(
                new CountRequest(RequestKey.fresh(), ANN, "ann", TODAY, cad("0.00"), CountedCash.of(cad(sum)), reason));
    }

    private Deposit deposit() {
        return deposits.make(DepositRequest.everything(RequestKey.fresh(), ANN, TODAY));
    }

    private void everythingWasRecordedLongAgo() {
        office.administrator.execute(
                "UPDATE fees_jrl SET recorded_at = '2026-01-01T00:00:00.000Z' WHERE recorded_at IS NOT NULL");
    }

    private int settledTo() {
        return Integer.parseInt(office.ask("SELECT settled_to FROM fees_deposit ORDER BY id DESC LIMIT 1"));
    }

    @Test
    void twoPortalsDepositTheSameMoneyOnce() throws Exception {
        for (int i = 1; i <= 8; i++) {
            pay(i + ".00", i % 2 == 0 ? PaymentMethod.CASH : PaymentMethod.CHEQUE);
        }
        count("20.00", "");
        JpaDeposits other =
                new JpaDeposits(new Transactions(new PlainJpa(office.database), () -> 0), office.settings, Kit.CLOCK);
        List<Callable<Deposit>> attempts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            JpaDeposits portal = i % 2 == 0 ? deposits : other;
            attempts.add(() -> portal.make(DepositRequest.everything(RequestKey.fresh(), ANN, TODAY)));
        }

        List<Deposit> made = new ArrayList<>();
        ExecutorService counters = Executors.newFixedThreadPool(16);
        try {
            for (Future<Deposit> attempt : counters.invokeAll(attempts)) {
                try {
                    made.add(attempt.get());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(NothingToDepositException.class);
                }
            }
        } finally {
            counters.shutdownNow();
        }

        assertThat(made).singleElement().satisfies(deposit -> {
            assertThat(deposit.rows()).hasSize(8);
            assertThat(deposit.summary().total()).isEqualTo(cad("36.00"));
        });
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void aVoidWhileTheDepositIsMadeLeavesNothingBehind() throws Exception {
        for (int round = 0; round < 5; round++) {
            Receipt receipt = pay("5.00", PaymentMethod.CHEQUE);
            pay("6.00", PaymentMethod.CHEQUE);
            ExecutorService counters = Executors.newFixedThreadPool(2);
            Deposit deposit;
            try {
                Future<Deposit> making = counters.submit(this::deposit);
                counters.submit(() -> voidReceipt(receipt)).get();
                deposit = making.get();
            } finally {
                counters.shutdownNow();
            }
            if (deposit.rows().size() == 2) {
                assertThat(deposits.toTakeBack(VIEWER)).hasSize(1);
                deposits.takeBack(new CounterDepositRequest(RequestKey.fresh(), ANN, deposit.number(), false, "Void"));
            }
            assertThat(deposits.undeposited(VIEWER).isNothing()).isTrue();
        }
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void theSearchBeginsAfterWhatIsSettledAndGoesBackForWhatIsTakenBack() {
        pay("1.00", PaymentMethod.CHEQUE);
        Receipt returned = pay("2.00", PaymentMethod.CHEQUE);
        everythingWasRecordedLongAgo();
        Deposit first = deposit();
        int last = Integer.parseInt(office.ask("SELECT MAX(id) FROM fees_jrl"));
        assertThat(settledTo()).isEqualTo(last);

        voidReceipt(returned);
        pay("3.00", PaymentMethod.CHEQUE);
        everythingWasRecordedLongAgo();
        deposit();
        assertThat(settledTo()).as("the returned cheque waits").isEqualTo(last);
        assertThat(deposits.toTakeBack(VIEWER)).hasSize(1);
        deposits.takeBack(new CounterDepositRequest(RequestKey.fresh(), ANN, first.number(), false, "Returned"));
        assertThat(deposits.undeposited(VIEWER).isNothing()).isTrue();
        deposits.takeBack(new CounterDepositRequest(RequestKey.fresh(), ANN, first.number(), true, "Not taken"));

        assertThat(settledTo()).isLessThan(last - 1);
        assertThat(deposits.offer(VIEWER, TODAY).rows())
                .extracting(MoneyRow::amount)
                .containsExactly(cad("1.00"));
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void moneyOfAMomentAgoIsSearchedAgain() {
        pay("1.00", PaymentMethod.CHEQUE);
        deposit();

        assertThat(settledTo()).isZero();
    }

    @Test
    void afterEachStepVerifyFindsNoFault() {
        Receipt cash = pay("20.00", PaymentMethod.CASH);
        count("19.00", "Change");
        Deposit first = deposit();
        voidReceipt(cash);
        pay("30.00", PaymentMethod.CASH);
        count("10.00", "");
        assertThat(deposit().summary().cash()).isEqualTo(cad("10.00"));
        deposits.takeBack(new CounterDepositRequest(RequestKey.fresh(), ANN, first.number(), true, "Mistake"));
        assertThat(deposits.offer(VIEWER, TODAY).rows()).singleElement().satisfies(row -> assertThat(row.receipt())
                .contains(cash.number()));

        assertThat(office.faults()).isEmpty();
        assertThat(office.ask("SELECT SUM(cash_rows + difference + cheques) FROM fees_deposit"))
                .isEqualTo("10.00");
    }

    @Test
    void whatWasRecordedBeforeDepositsBeganIsLeftOut() {
        Receipt old = pay("20.00", PaymentMethod.CASH);
        pay("7.00", PaymentMethod.CHEQUE);
        office.administrator.execute(
                "UPDATE fees_counter SET value = (SELECT MAX(id) FROM fees_jrl) WHERE name = 'deposit_jrl'");
        assertThat(deposits.undeposited(VIEWER).isNothing()).isTrue();

        voidReceipt(old);

        assertThat(deposits.offer(VIEWER, TODAY).rows()).singleElement().satisfies(row -> assertThat(row.amount())
                .isEqualTo(cad("-20.00")));
    }

    static Stream<String> tables() {
        return Stream.of("fees_cash_count", "fees_deposit", "fees_deposit_row", "fees_deposit_check");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE {t} SET request_key = 'x'",
                "DELETE FROM {t}",
                "TRUNCATE TABLE {t}",
                "DROP TABLE {t}",
                "ALTER TABLE {t} DROP COLUMN recorded_by",
                "REPLACE INTO {t} SELECT * FROM {t}"
            })
    void theModulesOwnUserCannotChangeARow(String statement) throws SQLException {
        for (String table : tables().toList()) {
            try (Connection connection = office.database.getConnection();
                    Statement module = connection.createStatement()) {
                assertThatThrownBy(() -> module.execute(statement.replace("{t}", table)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(denied|privilege).*");
            }
        }
    }

    @Test
    void notesAndCoinsAreKept() {
        pay("25.25", PaymentMethod.CASH);
        CountedCash cash = CountedCash.parse("20x1,5x1,0.25x1", CAD);
        till.count(new CountRequest(RequestKey.fresh(), ANN, "ann", TODAY, cad("0.00"), cash, ""));

        Deposit deposit =
                deposits.make(new DepositRequest(RequestKey.fresh(), ANN, TODAY, Optional.empty(), Optional.of(cash)));

        assertThat(deposit.cash()).contains(cash);
        assertThat(till.drawer(VIEWER, "ann", TODAY).count().orElseThrow().counted())
                .isEqualTo(cash);
        assertThatExceptionOfType(NothingToDepositException.class).isThrownBy(this::deposit);
    }
}
