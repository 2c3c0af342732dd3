package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.OutsiderException;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.Receipt.Share;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.DrawerDay.MethodTotal;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.spi.CashRounding;

/** One payment for several children: what {@link org.openadmin.fees.api.payments.Cashier} promises of it. */
public abstract class FamilyPaymentsContract extends OfficeContract {

    private static final int THREADS = 8;

    private int house;
    private StudentNumber ines;
    private StudentNumber marc;
    private StudentNumber zoe;

    @BeforeEach
    void aFamilyOfThree() {
        office.configure(Kit.settings());
        String street = ++house + " Oak St.";
        ines = child("Inès", "Jo Côté", street);
        marc = child("Marc", "Jo Côté", street);
        zoe = child("Zoé", "Jo Côté", street);
    }

    private FamilyPaymentRequest paying(String amount, AccountNumber surplus, Part... parts) {
        return paying(RequestKey.fresh(), CASHIER, amount, surplus, PaymentMethod.CHEQUE, parts);
    }

    private static FamilyPaymentRequest paying(
            RequestKey key, Actor actor, String amount, AccountNumber surplus, PaymentMethod method, Part... parts) {
        return new FamilyPaymentRequest(
                key,
                actor,
                List.of(parts),
                surplus,
                DAY,
                cad(amount),
                method,
                method == PaymentMethod.CHEQUE ? "0077" : "",
                Set.of());
    }

    private static Part part(AccountNumber account, ChargeId... charges) {
        return new Part(account, Set.of(charges));
    }

    private StudentSnapshot holder(StudentNumber student) {
        return office.students().find(student).orElseThrow().snapshot();
    }

    private Share share(StudentNumber student, String received, String rounding) {
        return new Share(holder(student), cad(received), cad(rounding));
    }

    @Test
    void oneChequeForThreeChildrenIsOneReceipt() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        ChargeId bus = charge(marc, "Bus", "12.00");
        ChargeId trip = charge(zoe, "Trip", "10.00");
        long before = pay(zoe, "1.00").number().value();

        FamilyPaymentRequest request = paying("60.00", ines, part(ines, lab), part(marc, bus, choir), part(zoe, trip));
        Receipt receipt = office.cashier().receive(request);

        assertThat(receipt.number().value()).isEqualTo(before + 1);
        assertThat(receipt.received()).isEqualTo(cad("60.00"));
        assertThat(receipt.method()).contains(PaymentMethod.CHEQUE);
        assertThat(receipt.reference()).isEqualTo("0077");
        assertThat(receipt.shares())
                .containsExactly(
                        share(ines, "31.00", "0.00"), share(marc, "20.00", "0.00"), share(zoe, "9.00", "0.00"));
        assertThat(receipt.settled()).extracting(Charge::id).containsExactly(lab, choir, bus, trip);
        assertThat(receipt.onAccount()).isEqualTo(cad("1.00"));
        assertThat(receipt.fromCredit()).isEqualTo(cad("1.00"));
        assertAccount(ines, "-1.00", "0.00");
        assertAccount(marc, "0.00", "0.00");
        assertAccount(zoe, "0.00", "0.00");
        assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
        assertThat(office.cashier().receipt(VIEWER, request.key())).contains(receipt);
        assertThat(newest(marc).receipt()).contains(receipt.number());
        assertThat(pay(marc, "2.00").number().value()).isEqualTo(before + 2);
    }

    @Test
    void whatIsLeftIsCreditOfTheAccountThatIsNamed() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");

        Receipt receipt = office.cashier().receive(paying("50.00", zoe, part(marc, choir), part(ines, lab)));

        assertThat(receipt.shares())
                .containsExactly(
                        share(marc, "8.00", "0.00"), share(ines, "30.00", "0.00"), share(zoe, "12.00", "0.00"));
        assertThat(newest(zoe).kind()).isEqualTo(EntryKind.ON_ACCOUNT);
        assertAccount(zoe, "-12.00", "0.00");
        assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
    }

    @Test
    void anAccountWithoutChargesHasNoRowIfNothingIsLeft() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");

        Receipt receipt = office.cashier().receive(paying("30.00", zoe, part(ines, lab)));

        assertThat(receipt.isOfSeveral()).isFalse();
        assertThat(receipt.student().number()).isEqualTo(ines);
        assertThat(rows(zoe)).isEmpty();
    }

    @Test
    void theCreditOfAChildPaysForThatChildAlone() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        pay(marc, "20.00");
        pay(ines, "4.00");

        NotEnoughMoneyException refusal = refusal(NotEnoughMoneyException.class, () -> office.cashier()
                .receive(paying("25.99", ines, part(ines, lab), part(marc, choir))));
        assertThat(refusal.charges()).isEqualTo(cad("38.00"));
        assertThat(refusal.credit()).isEqualTo(cad("12.00"));
        assertThat(refusal.missing()).isEqualTo(cad("0.01"));

        Receipt receipt = office.cashier().receive(paying("26.00", ines, part(ines, lab), part(marc, choir)));

        assertThat(receipt.shares()).containsExactly(share(ines, "26.00", "0.00"), share(marc, "0.00", "0.00"));
        assertThat(receipt.fromCredit()).isEqualTo(cad("12.00"));
        assertAccount(marc, "-12.00", "0.00");
    }

    @Test
    void creditAlonePaysForAllChildren() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        pay(ines, "30.00");
        pay(marc, "9.00");

        Receipt receipt = office.cashier().receive(paying("0.00", ines, part(ines, lab), part(marc, choir)));

        assertThat(receipt.received()).isEqualTo(cad("0.00"));
        assertThat(receipt.fromCredit()).isEqualTo(cad("38.00"));
        assertAccount(ines, "0.00", "0.00");
        assertAccount(marc, "-1.00", "0.00");
    }

    @Test
    void cashIsRoundedOnceForTheWholeSum() {
        office.configure(Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))));
        ChargeId pen = charge(ines, "Pen", "0.01");
        ChargeId choir = charge(marc, "Choir", "8.01");
        ChargeId trip = charge(zoe, "Trip", "10.00");
        Part[] parts = {part(ines, pen), part(marc, choir), part(zoe, trip)};
        refusal(InvalidInputException.class, () -> office.cashier()
                .receive(paying(RequestKey.fresh(), CASHIER, "18.02", ines, PaymentMethod.CASH, parts)));

        Receipt receipt =
                office.cashier().receive(paying(RequestKey.fresh(), CASHIER, "18.00", ines, PaymentMethod.CASH, parts));

        assertThat(receipt.rounding()).isEqualTo(cad("0.02"));
        assertThat(receipt.shares())
                .containsExactly(share(ines, "0.01", "0.00"), share(marc, "7.99", "0.02"), share(zoe, "10.00", "0.00"));
        assertAccount(marc, "0.00", "0.00");
        assertThat(newest(marc).kind()).isEqualTo(EntryKind.ROUNDING);
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), TODAY, ""));
        assertAccount(ines, "0.01", "0.01");
        assertAccount(marc, "8.01", "8.01");
        assertAccount(zoe, "10.00", "10.00");
    }

    @Test
    void itIsVoidedAsOne() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        Receipt receipt = office.cashier().receive(paying("40.00", zoe, part(ines, lab), part(marc, choir)));

        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), TODAY, "Mistake"));

        assertAccount(ines, "30.00", "30.00");
        assertAccount(marc, "8.00", "8.00");
        assertAccount(zoe, "0.00", "0.00");
        assertThat(office.cashier()
                        .receipt(VIEWER, receipt.number())
                        .orElseThrow()
                        .voided())
                .contains(TODAY);
    }

    @Test
    void theSameKeyHasOneEffectAndTheSameReceipt() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        Part[] parts = {part(ines, lab), part(marc, choir)};
        FamilyPaymentRequest request = paying("38.00", ines, parts);
        Receipt receipt = office.cashier().receive(request);

        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertThat(office.cashier().receive(request.confirming(Confirmation.OUTSIDER)))
                .isEqualTo(receipt);
        refusal(RequestKeyReusedException.class, () -> office.cashier()
                .receive(paying(request.key(), CASHIER, "39.00", ines, PaymentMethod.CHEQUE, parts)));
        refusal(RequestKeyReusedException.class, () -> office.cashier()
                .receive(paying(request.key(), CASHIER, "38.00", ines, PaymentMethod.CHEQUE, part(ines, lab))));
        refusal(RequestKeyReusedException.class, () -> office.cashier()
                .receive(new PaymentRequest(
                        request.key(),
                        CASHIER,
                        ines,
                        DAY,
                        cad("38.00"),
                        Set.of(lab, choir),
                        PaymentMethod.CHEQUE,
                        "0077")));
        assertAccount(ines, "0.00", "0.00");
        assertAccount(marc, "0.00", "0.00");
    }

    @Test
    void theSameKeyAtTheSameTimeHasOneEffect() throws Exception {
        FamilyPaymentRequest request = paying(
                "38.00", marc, part(marc, charge(marc, "Choir", "8.00")), part(ines, charge(ines, "Lab fee", "30.00")));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Receipt> pay = () -> office.cashier().receive(request);
            List<Future<Receipt>> answers =
                    threads.invokeAll(Stream.generate(() -> pay).limit(THREADS).toList());
            for (Future<Receipt> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
        } finally {
            threads.shutdown();
        }
        assertAccount(ines, "0.00", "0.00");
        assertAccount(marc, "0.00", "0.00");
    }

    @Test
    void anOutsiderIsConfirmed() {
        StudentNumber stranger = child("Guy", "Al Roy", "99 Oak St.");
        PayerNumber band = office.payers()
                .add(new AddPayerRequest(
                        RequestKey.fresh(), Kit.CLERK, PayerKind.SPONSOR, PayerDetails.named("Prairie Band")))
                .number();
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(stranger, "Choir", "8.00");
        FamilyPaymentRequest request = paying("40.00", band, part(ines, lab), part(stranger, choir));

        OutsiderException refusal =
                refusal(OutsiderException.class, () -> office.cashier().receive(request));

        assertThat(refusal.first()).isEqualTo(ines);
        assertThat(refusal.outsiders()).containsExactly(stranger, band);
        assertAccount(ines, "30.00", "30.00");
        assertAccount(stranger, "8.00", "8.00");
        Receipt receipt = office.cashier().receive(request.confirming(Confirmation.OUTSIDER));
        assertThat(receipt.shares()).hasSize(3);
        assertThat(office.accounts().balance(band).credit()).isEqualTo(cad("2.00"));
    }

    @Test
    void aRefusedPaymentStoresNothingForAnybody() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        ChargeId paid = charge(zoe, "Trip", "10.00");
        pay(zoe, "10.00", paid);
        ChargeId unknown = new ChargeId(999_999_999);

        assertThat(refusal(ChargeSettledException.class, () -> office.cashier()
                                .receive(paying("48.00", ines, part(ines, lab), part(zoe, paid))))
                        .charges())
                .containsExactly(paid);
        ChargeOfAnotherStudentException foreign = refusal(ChargeOfAnotherStudentException.class, () -> office.cashier()
                .receive(paying("48.00", ines, part(ines, lab), part(zoe, choir))));
        assertThat(foreign.student()).isEqualTo(zoe);
        refusal(UnknownChargeException.class, () -> office.cashier()
                .receive(paying("48.00", ines, part(ines, lab), part(marc, choir, unknown))));
        refusal(UnknownStudentException.class, () -> office.cashier()
                .receive(paying("48.00", STRANGER, part(ines, lab), part(marc, choir))));
        assertNeeds(Role.CASHIER, () -> office.cashier()
                .receive(paying(RequestKey.fresh(), CLERK, "38.00", ines, PaymentMethod.CHEQUE, part(ines, lab))));
        assertAccount(ines, "30.00", "30.00");
        assertAccount(marc, "8.00", "8.00");
    }

    @Test
    void itsDateIsThatOfAnyPayment() {
        Part lab = part(ines, charge(ines, "Lab fee", "30.00"));
        Part choir = part(marc, charge(marc, "Choir", "8.00"));
        FamilyPaymentRequest today = paying("38.00", ines, lab, choir);

        refusal(DateNotAllowedException.class, () -> office.cashier()
                .receive(new FamilyPaymentRequest(
                        today.key(),
                        CASHIER,
                        today.parts(),
                        ines,
                        TODAY.plusDays(1),
                        cad("38.00"),
                        PaymentMethod.CHEQUE,
                        "0077",
                        Set.of())));
        refusal(UnusualDateException.class, () -> office.cashier()
                .receive(new FamilyPaymentRequest(
                        today.key(),
                        CASHIER,
                        today.parts(),
                        ines,
                        DAY.minusDays(1),
                        cad("38.00"),
                        PaymentMethod.CHEQUE,
                        "0077",
                        Set.of())));
        assertThat(office.cashier().receive(today).date()).isEqualTo(DAY);
    }

    @Test
    void theSameAmountOfTheFamilyIsConfirmed() {
        Part lab = part(ines, charge(ines, "Lab fee", "30.00"));
        Part choir = part(marc, charge(marc, "Choir", "8.00"));
        Receipt first = office.cashier().receive(paying("38.00", ines, lab, choir));
        FamilyPaymentRequest again =
                paying("38.00", marc, part(zoe, charge(zoe, "Trip", "30.00")), part(marc, charge(marc, "Bus", "8.00")));

        assertThat(refusal(RepeatedAmountException.class, () -> office.cashier().receive(again))
                        .repeated()
                        .number())
                .isEqualTo(first.number().value());
        assertAccount(zoe, "30.00", "30.00");
        office.cashier().receive(again.confirming(Confirmation.REPEATED_AMOUNT));
        assertAccount(zoe, "0.00", "0.00");
    }

    @Test
    void oneChildWhoPaysInCashOnlyMakesTheFamilyDoSo() {
        Receipt bounced = office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(), CASHIER, marc, DAY, cad("5.00"), Set.of(), PaymentMethod.CHEQUE, "1"));
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        ADMIN,
                        bounced.number(),
                        cad("0.00"),
                        Optional.of(TODAY.plusDays(9)),
                        DAY,
                        "NSF"));
        FamilyPaymentRequest request = paying(
                "38.00", ines, part(ines, charge(ines, "Lab fee", "30.00")), part(marc, charge(marc, "Choir", "8.00")));

        assertThat(refusal(CashOnlyException.class, () -> office.cashier().receive(request))
                        .student())
                .isEqualTo(marc);
        assertThat(office.cashier()
                        .receive(request.confirming(Confirmation.NOT_CASH))
                        .isOfSeveral())
                .isTrue();
    }

    @Test
    void theBankReturnsOneChequeForAllItsAccounts() {
        ChargeId lab = charge(ines, "Lab fee", "30.00");
        ChargeId choir = charge(marc, "Choir", "8.00");
        ChargeId trip = charge(zoe, "Trip", "10.00");
        pay(ines, "30.00");
        Receipt receipt =
                office.cashier().receive(paying("20.00", marc, part(ines, lab), part(marc, choir), part(zoe, trip)));
        assertAccount(marc, "-2.00", "0.00");

        Correction done = office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        ADMIN,
                        receipt.number(),
                        cad("25.00"),
                        Optional.of(TODAY.plusDays(9)),
                        TODAY,
                        "NSF"));

        assertThat(done.rows()).isEqualTo(4);
        assertThat(done.amount()).isEqualTo(cad("45.00"));
        assertThat(done.reopened()).isEqualTo(3);
        assertThat(done.returned().orElseThrow().student()).isEqualTo(marc);
        assertThat(done.returned().orElseThrow().payment()).isEqualTo(cad("20.00"));
        assertAccount(ines, "0.00", "30.00");
        assertAccount(marc, "33.00", "33.00");
        assertAccount(zoe, "10.00", "10.00");
        for (StudentNumber each : List.of(ines, marc, zoe)) {
            assertThat(office.returns().cashOnlyUntil(VIEWER, each)).contains(TODAY.plusDays(9));
            assertThat(office.returns().returned(VIEWER, each))
                    .singleElement()
                    .satisfies(returned -> assertThat(returned.amount()).isEqualTo(cad("20.00")));
        }

        Correction undone = office.corrections()
                .apply(new UndoReturn(RequestKey.fresh(), ADMIN, receipt.number(), TODAY, "Honoured"));

        ReceiptNumber again = undone.returned().orElseThrow().receivedAgain().orElseThrow();
        assertThat(undone.amount()).isEqualTo(cad("-45.00"));
        assertThat(undone.returned().orElseThrow().settled()).isEqualTo(3);
        Receipt second = office.cashier().receipt(VIEWER, again).orElseThrow();
        assertThat(second.received()).isEqualTo(cad("20.00"));
        assertThat(second.shares())
                .extracting(Share::received)
                .containsExactly(cad("10.00"), cad("0.00"), cad("10.00"));
        assertAccount(ines, "0.00", "0.00");
        assertAccount(marc, "-2.00", "0.00");
        assertAccount(zoe, "0.00", "0.00");
        assertThat(office.returns().cashOnlyUntil(VIEWER, ines)).isEmpty();
    }

    @Test
    void oneChequeIsOneLineInTheTillAndOnTheDeposit() {
        FamilyPaymentRequest request = paying(
                "38.00", ines, part(ines, charge(ines, "Lab fee", "30.00")), part(marc, charge(marc, "Choir", "8.00")));
        Actor own = new Actor("cashier" + house, EnumSet.of(Role.CASHIER));
        int before = office.deposits().undeposited(VIEWER).receipts();
        Receipt receipt = office.cashier()
                .receive(paying(
                        request.key(),
                        own,
                        "38.00",
                        ines,
                        PaymentMethod.CHEQUE,
                        request.parts().toArray(Part[]::new)));

        assertThat(office.deposits().undeposited(VIEWER).receipts()).isEqualTo(before + 1);
        assertThat(office.till().drawers(VIEWER, DAY))
                .filteredOn(drawer -> drawer.cashier().equals(own.name()))
                .flatExtracting(DrawerDay::methods)
                .extracting(MethodTotal::receipts)
                .containsExactly(1);
        MoneyRow line = office.deposits().offer(VIEWER, TODAY).wholeRows().stream()
                .filter(row -> row.receipt().equals(Optional.of(receipt.number())))
                .findFirst()
                .orElseThrow();
        assertThat(line.amount()).isEqualTo(cad("38.00"));
        assertThat(line.payer()).isEqualTo("Tremblay, Inès; Tremblay, Marc");

        Deposit deposit = office.deposits()
                .make(new DepositRequest(
                        RequestKey.fresh(), own, TODAY, Optional.of(Set.of(line.row())), Optional.empty()));

        assertThat(deposit.rows()).hasSize(2);
        assertThat(deposit.chequeRows()).singleElement().satisfies(cheque -> assertThat(cheque.amount())
                .isEqualTo(cad("38.00")));
        assertThat(deposit.summary().chequeCount()).isEqualTo(1);
        assertThat(deposit.summary().cheques()).isEqualTo(cad("38.00"));
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), TODAY, "NSF"));
        assertThat(office.deposits().toTakeBack(VIEWER))
                .filteredOn(each -> each.voided().receipt().equals(Optional.of(receipt.number())))
                .singleElement()
                .satisfies(each -> assertThat(each.voided().amount()).isEqualTo(cad("-38.00")));
    }
}
