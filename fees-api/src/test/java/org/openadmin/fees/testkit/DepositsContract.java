package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CAD;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.till.CannotTakeBackException;
import org.openadmin.fees.api.till.CannotVerifyException;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositCashException;
import org.openadmin.fees.api.till.DepositChangedException;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.Deposits.ReturnedCheque;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerNotCountedException;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.NothingToDepositException;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.api.till.UnknownDepositException;
import org.openadmin.fees.api.till.VerifyDepositRequest;

/** What {@link org.openadmin.fees.api.till.Deposits} promises. */
public abstract class DepositsContract extends TillOfficeContract {

    private static final LocalDate DAY = TODAY.minusDays(3);

    @Test
    void cashAndChequesAreOfferedAndNothingElse() {
        Actor ann = cashier();
        StudentNumber student = student();
        Receipt cash = pay(ann, student, DAY, "100.00", PaymentMethod.CASH);
        pay(ann, student, DAY, "20.00", PaymentMethod.CARD);
        pay(ann, student, DAY, "30.00", PaymentMethod.TRANSFER);
        pay(ann, student, DAY, "40.00", PaymentMethod.OTHER);
        Receipt cheque = pay(ann, student, DAY.plusDays(1), "60.00", PaymentMethod.CHEQUE);
        voidOn(ann, pay(ann, student, DAY, "7.00", PaymentMethod.CASH), DAY.plusDays(1));
        refund(ann, student, DAY.plusDays(1), "15.00", PaymentMethod.CASH);
        refund(ann, student, DAY.plusDays(1), "16.00", PaymentMethod.CHEQUE);

        List<MoneyRow> rows = offered(ann);

        assertThat(rows).extracting(MoneyRow::amount).containsExactly(cad("100.00"), cad("60.00"), cad("-15.00"));
        assertThat(rows).extracting(MoneyRow::kind).endsWith(EntryKind.REFUND);
        assertThat(rows.get(0).receipt()).contains(cash.number());
        assertThat(rows.get(0).student().orElseThrow().number()).isEqualTo(student);
        assertThat(rows.get(1).receipt()).contains(cheque.number());
        assertThat(rows.get(1).reference()).isEqualTo("cheque 12");
        assertThat(offer(DAY).rows().stream().filter(row -> row.cashier().equals(ann.name())))
                .hasSize(1);
    }

    @Test
    void aDepositIsTheSumOfItsRows() {
        Actor ann = cashier();
        StudentNumber student = student();
        pay(ann, student, DAY, "100.00", PaymentMethod.CASH);
        pay(ann, student, DAY, "60.00", PaymentMethod.CHEQUE);
        refund(ann, student, DAY, "15.00", PaymentMethod.CASH);
        count(ann, DAY, "50.00", "135.00", "");
        long last = lastNumber();

        Deposit deposit = deposit(ann);

        DepositSummary summary = deposit.summary();
        assertThat(summary.number()).isEqualTo(new DepositNumber(last + 1));
        assertThat(summary.date()).isEqualTo(TODAY);
        assertThat(summary.until()).isEqualTo(TODAY);
        assertThat(summary.madeBy()).isEqualTo(ann.name());
        assertThat(summary.cashRows()).isEqualTo(cad("85.00")).isEqualTo(summary.cash());
        assertThat(summary.difference()).isEqualTo(cad("0.00"));
        assertThat(summary.cheques()).isEqualTo(cad("60.00"));
        assertThat(summary.chequeCount()).isEqualTo(1);
        assertThat(summary.total()).isEqualTo(cad("145.00"));
        assertThat(summary.awaitsVerification()).isTrue();
        assertThat(deposit.rows()).hasSize(3);
        assertThat(deposit.takenBackBy()).isEmpty();
        assertThat(offered(ann)).isEmpty();
        assertThat(office.deposits().deposit(VIEWER, summary.number())).contains(deposit);
        assertThat(office.deposits().deposits(VIEWER, Page.first(1))).containsExactly(summary);
        DrawerDay drawer = office.till().drawer(VIEWER, ann.name(), DAY);
        assertThat(drawer.deposited()).isEqualTo(cad("85.00"));
        assertThat(drawer.expected(cad("50.00"))).isEqualTo(cad("50.00"));
        assertThat(drawer.isCounted()).isTrue();
    }

    @Test
    void chosenRowsAreDepositedAndTheOthersWait() {
        Actor ann = cashier();
        pay(ann, DAY, "10.00", PaymentMethod.CHEQUE);
        pay(ann, DAY, "11.00", PaymentMethod.CHEQUE);
        List<MoneyRow> rows = offered(ann);

        Deposit deposit = office.deposits().make(depositing(ann, rows.subList(1, 2)));

        assertThat(deposit.summary().total()).isEqualTo(cad("11.00"));
        assertThat(offered(ann)).containsExactly(rows.get(0));
        assertThatExceptionOfType(DepositChangedException.class)
                .isThrownBy(() -> office.deposits().make(depositing(ann, rows)))
                .satisfies(refusal -> assertThat(refusal.rows()).isEqualTo(1));
        assertThat(offered(ann)).containsExactly(rows.get(0));
    }

    @Test
    void cashLeavesADrawerOnlyWhenItWasCounted() {
        Actor ann = cashier();
        pay(ann, DAY, "10.00", PaymentMethod.CASH);

        DrawerNotCountedException never = assertThatExceptionOfType(DrawerNotCountedException.class)
                .isThrownBy(() -> deposit(ann))
                .actual();
        assertThat(never.cashier()).isEqualTo(ann.name());
        assertThat(never.day()).isEqualTo(DAY);
        assertThat(never.counted()).isFalse();
        count(ann, DAY, "0.00", "10.00", "");
        pay(ann, DAY, "2.00", PaymentMethod.CASH);
        DrawerNotCountedException since = assertThatExceptionOfType(DrawerNotCountedException.class)
                .isThrownBy(() -> deposit(ann))
                .actual();
        assertThat(since.counted()).isTrue();
        assertThat(since.since()).isEqualTo(cad("2.00"));
        count(ann, DAY, "0.00", "12.00", "");
        assertThat(deposit(ann).summary().cash()).isEqualTo(cad("12.00"));
    }

    @Test
    void whatADrawerIsOverOrShortGoesToTheBankOnce() {
        Actor ann = cashier();
        pay(ann, DAY, "100.00", PaymentMethod.CASH);
        count(ann, DAY, "50.00", "149.00", "first count");
        count(ann, DAY, "50.00", "145.00", "Change given twice");

        Deposit deposit = deposit(ann);

        assertThat(deposit.summary().cashRows()).isEqualTo(cad("100.00"));
        assertThat(deposit.summary().difference()).isEqualTo(cad("-5.00"));
        assertThat(deposit.summary().cash()).isEqualTo(cad("95.00"));
        assertThat(deposit.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.cashier()).isEqualTo(ann.name());
            assertThat(difference.day()).isEqualTo(DAY);
            assertThat(difference.amount()).isEqualTo(cad("-5.00"));
            assertThat(difference.reason()).isEqualTo("Change given twice");
        });
        pay(ann, DAY, "8.00", PaymentMethod.CASH);
        count(ann, DAY, "50.00", "58.00", "");
        assertThat(deposit(ann).summary().cash()).isEqualTo(cad("8.00"));
    }

    @Test
    void aDifferenceFoundLaterGoesWithTheNextDeposit() {
        Actor ann = cashier();
        LocalDate first = LocalDate.of(2026, 1, 7);
        count(ann, first, "50.00", "53.00", "Found below the drawer");

        Deposit deposit = office.deposits()
                .make(new DepositRequest(RequestKey.fresh(), ann, first, Optional.of(Set.of()), Optional.empty()));

        assertThat(deposit.rows()).isEmpty();
        assertThat(deposit.summary().total()).isEqualTo(cad("3.00"));
        assertThatExceptionOfType(NothingToDepositException.class).isThrownBy(() -> office.deposits()
                .make(new DepositRequest(RequestKey.fresh(), ann, first, Optional.of(Set.of()), Optional.empty())));
    }

    @Test
    void theNotesAndCoinsAreTheCashOfTheDeposit() {
        Actor ann = cashier();
        pay(ann, DAY, "45.25", PaymentMethod.CASH);
        count(ann, DAY, "0.00", "45.25", "");
        DepositRequest right = depositing(ann, offered(ann));
        CountedCash cash = CountedCash.parse("20x2,5x1,0.25x1", CAD);

        assertThatExceptionOfType(DepositCashException.class)
                .isThrownBy(() -> office.deposits()
                        .make(new DepositRequest(
                                RequestKey.fresh(),
                                ann,
                                TODAY,
                                right.rows(),
                                Optional.of(CountedCash.parse("20x2,5x1", CAD)))))
                .satisfies(refusal -> {
                    assertThat(refusal.problem()).isEqualTo(DepositCashException.Problem.OTHER_AMOUNT);
                    assertThat(refusal.cash()).isEqualTo(cad("45.25"));
                    assertThat(refusal.counted()).isEqualTo(cad("45.00"));
                });
        Deposit deposit = office.deposits()
                .make(new DepositRequest(RequestKey.fresh(), ann, TODAY, right.rows(), Optional.of(cash)));

        assertThat(deposit.cash()).contains(cash);
    }

    @Test
    void cashIsNeverBelowZero() {
        Actor ann = cashier();
        StudentNumber student = student();
        pay(ann, student, DAY, "20.00", PaymentMethod.CARD);
        refund(ann, student, DAY, "20.00", PaymentMethod.CASH);
        count(ann, DAY, "50.00", "30.00", "");

        assertThatExceptionOfType(DepositCashException.class)
                .isThrownBy(() -> deposit(ann))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(DepositCashException.Problem.NEGATIVE));
        pay(ann, DAY, "20.00", PaymentMethod.CASH);
        count(ann, DAY, "50.00", "50.00", "");
        assertThat(deposit(ann).summary().total()).isEqualTo(cad("0.00"));
    }

    @Test
    void aReturnedPaymentWaitsToBeTakenBackAndMoneyReceivedAgainToBeDeposited() {
        Actor ann = cashier();
        StudentNumber student = student();
        Receipt cheque = pay(ann, student, DAY, "60.00", PaymentMethod.CHEQUE);
        Deposit deposit = deposit(ann);
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(), ADMIN, cheque.number(), cad("25.00"), Optional.empty(), TODAY, "NSF"));
        assertThat(offered(ann)).isEmpty();

        Actor ben = new Actor(cashier().name(), Set.of(Role.BILL, Role.CASHIER));
        office.corrections().apply(new UndoReturn(RequestKey.fresh(), ben, cheque.number(), TODAY, ""));

        assertThat(offered(ben)).extracting(MoneyRow::amount).containsExactly(cad("60.00"));
        assertThat(takeBack(ann, deposit, false).summary().cheques()).isEqualTo(cad("-60.00"));
        assertThat(deposit(ben).summary().cheques()).isEqualTo(cad("60.00"));
    }

    @Test
    void aReturnedChequeIsTakenBackByACounterDeposit() {
        Actor ann = cashier();
        Receipt cheque = pay(ann, DAY, "60.00", PaymentMethod.CHEQUE);
        pay(ann, DAY, "40.00", PaymentMethod.CHEQUE);
        Deposit deposit = deposit(ann);
        assertThatExceptionOfType(CannotTakeBackException.class)
                .isThrownBy(() -> takeBack(ann, deposit, false))
                .satisfies(refusal ->
                        assertThat(refusal.problem()).isEqualTo(CannotTakeBackException.Problem.NOTHING_VOIDED));
        voidOn(ann, cheque, TODAY);
        assertThat(offered(ann)).isEmpty();
        assertThat(returned(ann)).singleElement().satisfies(returned -> {
            assertThat(returned.deposit()).isEqualTo(deposit.number());
            assertThat(returned.voided().amount()).isEqualTo(cad("-60.00"));
            assertThat(returned.voided().receipt()).contains(cheque.number());
        });

        Deposit counter = takeBack(ann, deposit, false);

        assertThat(counter.summary().takesBack()).contains(deposit.number());
        assertThat(counter.summary().total()).isEqualTo(cad("-60.00"));
        assertThat(counter.summary().reason()).isEqualTo("Returned by the bank");
        assertThat(counter.rows()).singleElement().satisfies(row -> {
            assertThat(row.amount()).isEqualTo(cad("-60.00"));
            assertThat(row.row().receipt()).contains(cheque.number());
        });
        assertThat(returned(ann)).isEmpty();
        assertThat(offered(ann)).isEmpty();
        Deposit first = office.deposits().deposit(VIEWER, deposit.number()).orElseThrow();
        assertThat(first.takenBackBy()).containsExactly(counter.number());
        assertThat(first.summary()).isEqualTo(deposit.summary());
        assertThatExceptionOfType(CannotTakeBackException.class).isThrownBy(() -> takeBack(ann, deposit, false));
        assertThatExceptionOfType(CannotTakeBackException.class)
                .isThrownBy(() -> takeBack(ann, counter, true))
                .satisfies(refusal ->
                        assertThat(refusal.problem()).isEqualTo(CannotTakeBackException.Problem.COUNTER_DEPOSIT));
    }

    @Test
    void cashGivenBackAfterItsDepositLowersTheNextOne() {
        Actor ann = cashier();
        StudentNumber student = student();
        Receipt paid = pay(ann, student, DAY, "20.00", PaymentMethod.CASH);
        count(ann, DAY, "0.00", "20.00", "");
        deposit(ann);
        voidOn(ann, paid, TODAY);
        pay(ann, student, TODAY, "50.00", PaymentMethod.CASH);
        count(ann, TODAY, "100.00", "130.00", "");

        Deposit next = deposit(ann);

        assertThat(next.rows()).extracting(row -> row.row().kind()).contains(EntryKind.VOID);
        assertThat(next.summary().cash()).isEqualTo(cad("30.00"));
        assertThat(offered(ann)).isEmpty();
    }

    @Test
    void aCounterDepositCanTakeBackVoidedCashInstead() {
        Actor ann = cashier();
        Receipt paid = pay(ann, DAY, "20.00", PaymentMethod.CASH);
        count(ann, DAY, "0.00", "20.00", "");
        Deposit deposit = deposit(ann);
        voidOn(ann, paid, TODAY);
        assertThat(offered(ann)).hasSize(1);

        assertThat(takeBack(ann, deposit, false).summary().cash()).isEqualTo(cad("-20.00"));
        assertThat(offered(ann)).isEmpty();
    }

    @Test
    void aWholeDepositIsTakenBackAndDepositedAgain() {
        Actor ann = cashier();
        pay(ann, DAY, "60.00", PaymentMethod.CHEQUE);
        pay(ann, DAY, "100.00", PaymentMethod.CASH);
        count(ann, DAY, "0.00", "99.00", "Change");
        Deposit deposit = deposit(ann);

        Deposit counter = takeBack(ann, deposit, true);

        assertThat(counter.summary().total()).isEqualTo(cad("-159.00"));
        assertThat(counter.summary().difference()).isEqualTo(cad("1.00"));
        assertThat(offered(ann)).hasSize(2);
        assertThatExceptionOfType(CannotTakeBackException.class)
                .isThrownBy(() -> takeBack(ann, deposit, true))
                .satisfies(
                        refusal -> assertThat(refusal.problem()).isEqualTo(CannotTakeBackException.Problem.TAKEN_BACK));
        Deposit again = deposit(ann);
        assertThat(again.summary().total()).isEqualTo(cad("159.00"));
        assertThat(offered(ann)).isEmpty();
        assertThat(takeBack(ann, again, true).summary().total()).isEqualTo(cad("-159.00"));
    }

    @Test
    void aRecountAfterTheDepositIsRepeatedWhenTheDepositIsTakenBack() {
        Actor ann = cashier();
        pay(ann, DAY, "100.00", PaymentMethod.CASH);
        count(ann, DAY, "0.00", "95.00", "Short");
        Deposit deposit = deposit(ann);
        count(ann, DAY, "0.00", "5.00", "Found below the drawer");
        takeBack(ann, deposit, true);

        assertThatExceptionOfType(DrawerNotCountedException.class).isThrownBy(() -> deposit(ann));
        count(ann, DAY, "0.00", "100.00", "");
        assertThat(deposit(ann).summary().cash()).isEqualTo(cad("100.00"));
    }

    @Test
    void anotherPersonVerifiesADepositOnce() {
        Actor ann = cashier();
        Actor bob = cashier();
        Actor cid = cashier();
        pay(ann, DAY, "60.00", PaymentMethod.CHEQUE);
        DepositNumber number = deposit(ann).number();
        VerifyDepositRequest request = new VerifyDepositRequest(RequestKey.fresh(), bob, number);

        assertThatExceptionOfType(CannotVerifyException.class)
                .isThrownBy(() -> office.deposits().verify(new VerifyDepositRequest(RequestKey.fresh(), ann, number)))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(CannotVerifyException.Problem.MAKER));
        assertNeeds(Role.CASHIER, () -> office.deposits()
                .verify(new VerifyDepositRequest(RequestKey.fresh(), VIEWER, number)));
        Deposit verified = office.deposits().verify(request);

        assertThat(verified.summary().verification().orElseThrow().by()).isEqualTo(bob.name());
        assertThat(verified.summary().awaitsVerification()).isFalse();
        assertThat(office.deposits().verify(request)).isEqualTo(verified);
        assertThatExceptionOfType(CannotVerifyException.class)
                .isThrownBy(() -> office.deposits().verify(new VerifyDepositRequest(RequestKey.fresh(), cid, number)))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(CannotVerifyException.Problem.VERIFIED));
    }

    @Test
    void whereNobodyVerifiesADepositSaysSo() {
        Actor ann = cashier();
        pay(ann, DAY, "60.00", PaymentMethod.CHEQUE);
        office.configure(Kit.settings().withTill(Kit.settings().till().withVerify(false)));
        try {
            DepositSummary summary = deposit(ann).summary();
            assertThat(summary.toVerify()).isFalse();
            assertThat(summary.awaitsVerification()).isFalse();
            assertThat(summary.verification()).isEmpty();
        } finally {
            office.configure(Kit.settings());
        }
    }

    @Test
    void theSameKeyDepositsOnce() {
        Actor ann = cashier();
        pay(ann, DAY, "60.00", PaymentMethod.CHEQUE);
        DepositRequest request = depositing(ann, offered(ann));
        Deposit deposit = office.deposits().make(request);

        assertThat(office.deposits().make(request)).isEqualTo(deposit);
        assertThat(office.deposits().deposit(VIEWER, request.key())).contains(deposit);
        assertThat(office.deposits().deposit(VIEWER, RequestKey.fresh())).isEmpty();
        assertThat(lastNumber()).isEqualTo(deposit.number().value());
        assertThatExceptionOfType(RequestKeyReusedException.class)
                .isThrownBy(() -> office.deposits().make(DepositRequest.everything(request.key(), ann, DAY)));
        CounterDepositRequest back =
                new CounterDepositRequest(RequestKey.fresh(), ann, deposit.number(), true, "Not taken");
        Deposit counter = office.deposits().takeBack(back);
        assertThat(office.deposits().takeBack(back)).isEqualTo(counter);
        assertThatExceptionOfType(RequestKeyReusedException.class).isThrownBy(() -> office.deposits()
                .takeBack(new CounterDepositRequest(back.key(), ann, deposit.number(), true, "Other")));
        assertThatExceptionOfType(RequestKeyReusedException.class).isThrownBy(() -> office.deposits()
                .takeBack(new CounterDepositRequest(request.key(), ann, deposit.number(), true, "Other")));
    }

    @Test
    void theSameMoneyIsDepositedOnceFromTwoCountersAtTheSameTime() throws Exception {
        Actor ann = cashier();
        for (int i = 0; i < 6; i++) {
            pay(ann, DAY, "1" + i + ".00", PaymentMethod.CHEQUE);
        }
        List<MoneyRow> rows = offered(ann);
        long before = lastNumber();
        List<Callable<Deposit>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            DepositRequest request = depositing(ann, rows.subList(i % 2, 4 + i % 3));
            attempts.add(() -> office.deposits().make(request));
        }
        ExecutorService counters = Executors.newFixedThreadPool(8);
        List<Deposit> made = new ArrayList<>();
        try {
            for (Future<Deposit> attempt : counters.invokeAll(attempts)) {
                try {
                    made.add(attempt.get());
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(DepositChangedException.class);
                }
            }
        } finally {
            counters.shutdownNow();
        }

        Set<Long> deposited = new HashSet<>();
        made.forEach(deposit -> deposit.rows()
                .forEach(row -> assertThat(deposited.add(row.row().row())).isTrue()));
        assertThat(made).isNotEmpty();
        assertThat(lastNumber()).isEqualTo(before + made.size());
        assertThat(offered(ann)).hasSize(6 - deposited.size());
    }

    @Test
    void theUndepositedMoneyIsThatOfTheOffer() {
        Actor ann = cashier();
        StudentNumber student = student();
        LocalDate oldest = LocalDate.of(2025, 12, 1);
        Undeposited before = office.deposits().undeposited(VIEWER);
        pay(ann, student, oldest, "60.00", PaymentMethod.CHEQUE);
        pay(ann, student, DAY, "10.00", PaymentMethod.CASH);
        pay(ann, student, DAY, "99.00", PaymentMethod.CARD);
        refund(ann, student, DAY, "4.00", PaymentMethod.CASH);

        Undeposited after = office.deposits().undeposited(VIEWER);

        assertThat(after.receipts()).isEqualTo(before.receipts() + 2);
        assertThat(after.sum()).isEqualTo(before.sum().plus(cad("66.00")));
        assertThat(after.oldest()).contains(oldest);
        assertThat(after.days(oldest.plusDays(9))).isEqualTo(9);
        assertThat(after.sum())
                .isEqualTo(offer(TODAY).rows().stream().map(MoneyRow::amount).reduce(cad("0.00"), Money::plus));
        office.deposits()
                .make(depositing(
                        ann, offered(ann).stream().filter(row -> !row.isCash()).toList()));
        assertThat(office.deposits().undeposited(VIEWER).receipts()).isEqualTo(before.receipts() + 1);
    }

    @Test
    void tomorrowAndUnknownDepositsAreRefused() {
        Actor ann = cashier();
        DepositNumber none = new DepositNumber(999_999);

        assertThatExceptionOfType(DateNotAllowedException.class).isThrownBy(() -> office.deposits()
                .make(DepositRequest.everything(RequestKey.fresh(), ann, TODAY.plusDays(1))));
        assertThatExceptionOfType(UnknownDepositException.class).isThrownBy(() -> office.deposits()
                .takeBack(new CounterDepositRequest(RequestKey.fresh(), ann, none, true, "why")));
        assertThatExceptionOfType(UnknownDepositException.class)
                .isThrownBy(() -> office.deposits().verify(new VerifyDepositRequest(RequestKey.fresh(), ann, none)));
        assertThat(office.deposits().deposit(VIEWER, none)).isEmpty();
        assertThatExceptionOfType(NothingToDepositException.class).isThrownBy(() -> office.deposits()
                .make(DepositRequest.everything(RequestKey.fresh(), ann, LocalDate.of(2000, 1, 1))));
    }

    @Test
    void onlyCashiersDeposit() {
        assertNeeds(Role.VIEW, () -> office.deposits().offer(NOBODY, DAY));
        assertNeeds(Role.VIEW, () -> office.deposits().undeposited(NOBODY));
        assertNeeds(Role.VIEW, () -> office.deposits().toTakeBack(NOBODY));
        assertNeeds(Role.VIEW, () -> office.deposits().deposits(NOBODY, Page.first(1)));
        assertNeeds(Role.VIEW, () -> office.deposits().deposit(NOBODY, new DepositNumber(1)));
        assertNeeds(
                Role.CASHIER, () -> office.deposits().make(DepositRequest.everything(RequestKey.fresh(), VIEWER, DAY)));
        assertNeeds(Role.CASHIER, () -> office.deposits()
                .takeBack(new CounterDepositRequest(RequestKey.fresh(), VIEWER, new DepositNumber(1), true, "why")));
    }

    @Test
    void eachCommandAndRefusalIsInTheAuditLog() {
        Actor ann = cashier();
        Actor bob = cashier();
        pay(ann, DAY, "60.00", PaymentMethod.CHEQUE);
        Deposit deposit = deposit(ann);
        AuditSubject subject =
                new AuditSubject(AuditSubject.Kind.DEPOSIT, deposit.number().value());
        catchThrowableOfType(CannotVerifyException.class, () -> office.deposits()
                .verify(new VerifyDepositRequest(RequestKey.fresh(), ann, deposit.number())));
        office.deposits().verify(new VerifyDepositRequest(RequestKey.fresh(), bob, deposit.number()));
        takeBack(bob, deposit, true);

        List<AuditEntry> lines =
                office.audit().entries(ADMIN, AuditQuery.everything().about(subject), Page.first(10));

        assertThat(lines)
                .extracting(AuditEntry::operation)
                .containsExactly(
                        AuditOperation.COUNTER_DEPOSIT,
                        AuditOperation.VERIFY_DEPOSIT,
                        AuditOperation.VERIFY_DEPOSIT,
                        AuditOperation.DEPOSIT);
        assertThat(lines)
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.DONE, AuditOutcome.DONE, AuditOutcome.REFUSED, AuditOutcome.DONE);
        assertThat(lines.get(2).reason()).isEqualTo("cannot-verify");
    }

    @Test
    void oldMoneyIsNotOffered() {
        LocalDate day = LocalDate.of(2024, 2, 3);
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-6.00")
                .student(student())
                .on(day)
                .by(PaymentMethod.CASH, ""));

        assertThat(offer(day).rows()).isEmpty();
    }

    private Deposit takeBack(Actor actor, Deposit deposit, boolean whole) {
        return office.deposits()
                .takeBack(new CounterDepositRequest(
                        RequestKey.fresh(), actor, deposit.number(), whole, "Returned by the bank"));
    }

    private List<ReturnedCheque> returned(Actor cashier) {
        return office.deposits().toTakeBack(VIEWER).stream()
                .filter(each -> each.voided().cashier().equals(cashier.name()))
                .toList();
    }

    private long lastNumber() {
        return office.deposits().deposits(VIEWER, Page.first(1)).stream()
                .mapToLong(deposit -> deposit.number().value())
                .findFirst()
                .orElse(0);
    }
}
