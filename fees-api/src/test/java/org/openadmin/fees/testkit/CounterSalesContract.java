package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.fee;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.AlreadyChargedException;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.Tally;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.GoodsNotStatedException;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.spi.CashRounding;

/** What the services promise of predefined fees that are sold at the counter. */
public abstract class CounterSalesContract extends OfficeContract {

    /** May charge fees and take payments. */
    private static final Actor SELLER = new Actor("seller", EnumSet.of(Role.BILL, Role.CASHIER));

    private int names;

    @BeforeEach
    void usualSettings() {
        office.configure(Kit.settings());
    }

    private PredefinedFeeId predefined(Fee fee) {
        return predefined(fee, Optional.empty(), Optional.empty());
    }

    private PredefinedFeeId predefined(Fee fee, Optional<Audience> audience, Optional<Due> due) {
        return office.catalogue()
                .add(new AddRequest(RequestKey.fresh(), CLERK, fee, audience, due))
                .id();
    }

    /** A predefined fee with a name of its own. */
    private PredefinedFeeId lock(String amount, String... taxes) {
        return predefined(fee("Lock " + ++names, amount, taxes));
    }

    private static PaymentRequest paying(StudentNumber student, String amount, ChargeId... charges) {
        return Kit.paying(RequestKey.fresh(), SELLER, student, amount, charges);
    }

    private Receipt sell(PaymentRequest request) {
        return office.cashier().receive(request);
    }

    private String name(PredefinedFeeId id) {
        return office.catalogue().find(id).map(PredefinedFee::fee).orElseThrow().name();
    }

    @Test
    void eachPieceIsChargedAndPaidWithOneReceipt() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("24.95", "GST", "QST");

        Receipt receipt = sell(paying(student, "57.38").selling(new SoldFee(lock, 2)));

        assertThat(receipt.settled()).hasSize(2).allSatisfy(charge -> {
            assertThat(charge.name()).isEqualTo(name(lock));
            assertThat(charge.date()).isEqualTo(DAY);
            assertThat(charge.due()).isEqualTo(DAY);
            assertThat(charge.subtotal()).isEqualTo(cad("24.95"));
            assertThat(charge.taxes()).containsExactly(new Tax("GST", cad("1.25")), new Tax("QST", cad("2.49")));
            assertThat(charge.total()).isEqualTo(cad("28.69"));
            assertThat(charge.batch()).isEmpty();
        });
        assertThat(rows(student))
                .extracting(JournalEntry::kind)
                .containsExactly(EntryKind.CHARGE, EntryKind.CHARGE, EntryKind.PAYMENT);
        assertThat(rows(student)).allSatisfy(row -> assertThat(row.recordedBy()).isEqualTo("seller"));
        assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void aSaleHasThePriceAndTheDueDateOfAnAssessment() {
        StudentNumber student = student();
        Fee yearbook = new Fee(
                "Yearbook " + ++names,
                "Hard cover",
                cad("40.00"),
                new Discount.Percent(new BigDecimal("10")),
                List.of("GST"),
                true);
        PredefinedFeeId later = predefined(yearbook, Optional.empty(), Optional.of(new Due.On(DAY.plusDays(30))));
        PredefinedFeeId over =
                predefined(fee("Agenda " + names, "8.50"), Optional.empty(), Optional.of(new Due.On(DAY.minusDays(1))));

        Receipt receipt = sell(paying(student, "44.50").selling(new SoldFee(later, 1), new SoldFee(over, 1)));

        Charge first = receipt.settled().get(0);
        assertThat(first.total()).isEqualTo(cad("36.00"));
        assertThat(first.taxes()).containsExactly(new Tax("GST", cad("1.71")));
        assertThat(first.description()).isEqualTo("Hard cover");
        assertThat(first.due()).isEqualTo(DAY.plusDays(30));
        assertThat(receipt.settled().get(1).due()).as("not before it is sold").isEqualTo(DAY);
    }

    @Test
    void chargesOfBeforeArePaidTogetherWithTheSale() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");

        Receipt receipt = sell(paying(student, "45.00", trip).selling(new SoldFee(lock("5.00"), 3)));

        assertThat(receipt.settled()).hasSize(4).first().extracting(Charge::id).isEqualTo(trip);
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void moneyAboveTheSumStaysOnTheAccountAndCreditHelpsToPay() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");

        Receipt more = sell(paying(student, "15.00").selling(new SoldFee(lock, 1)));
        assertThat(more.onAccount()).isEqualTo(cad("5.00"));

        Receipt less = sell(
                paying(student, "5.00").confirming(Confirmation.ALREADY_CHARGED).selling(new SoldFee(lock, 1)));
        assertThat(less.fromCredit()).isEqualTo(cad("5.00"));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void creditAloneBuysToo() {
        StudentNumber student = student();
        pay(student, "30.00");
        PredefinedFeeId lock = lock("10.00");

        Receipt receipt = sell(new PaymentRequest(
                RequestKey.fresh(),
                SELLER,
                student,
                DAY,
                cad("0.00"),
                Set.of(),
                PaymentMethod.OTHER,
                "",
                Set.of(),
                Optional.empty(),
                List.of(new SoldFee(lock, 2))));

        assertThat(receipt.fromCredit()).isEqualTo(cad("20.00"));
        assertAccount(student, "-10.00", "0.00");
    }

    @Test
    void moneyThatIsNotEnoughIsRefusedAndNothingIsCharged() {
        StudentNumber student = student();
        PaymentRequest request = paying(student, "19.99").selling(new SoldFee(lock("10.00"), 2));

        assertThat(refusal(NotEnoughMoneyException.class, () -> sell(request)).missing())
                .isEqualTo(cad("0.01"));

        assertThat(rows(student)).isEmpty();
    }

    @Test
    void whatIsNotPaidIsOwed() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");

        Receipt receipt = sell(paying(student, "14.00").selling(new SoldFee(lock, 3, Optional.of(cad("14.00")))));

        assertThat(receipt.settled()).extracting(Charge::total).containsExactly(cad("10.00"), cad("4.00"));
        assertThat(office.accounts().outstanding(student))
                .extracting(Charge::total)
                .containsExactlyInAnyOrder(cad("6.00"), cad("10.00"));
        assertAccount(student, "16.00", "16.00");
    }

    @Test
    void aSaleCanBeOwedWhileTheMoneyPaysAnotherCharge() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");

        Receipt receipt =
                sell(paying(student, "30.00", trip).selling(new SoldFee(lock("5.00"), 1, Optional.of(cad("0.00")))));

        assertThat(receipt.settled()).extracting(Charge::id).containsExactly(trip);
        assertAccount(student, "5.00", "5.00");
    }

    @Test
    void whatIsPaidOfASaleIsLessThanItsSum() {
        StudentNumber student = student();
        PaymentRequest request =
                paying(student, "20.00").selling(new SoldFee(lock("10.00"), 2, Optional.of(cad("20.00"))));

        InvalidInputException refused = refusal(InvalidInputException.class, () -> sell(request));

        assertThat(refused.problem()).isEqualTo(Problem.NOT_LESS_THAN_CHARGE);
        assertThat(refused.proposal()).isEqualTo("20.00");
        assertThat(rows(student)).isEmpty();
    }

    @Test
    void cashIsRoundedOnceForTheWholeSum() {
        office.configure(Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))));
        StudentNumber student = student();

        Receipt receipt = sell(paying(student, "22.25").selling(new SoldFee(lock("7.42"), 3)));

        assertThat(receipt.rounding()).isEqualTo(cad("0.01"));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void methodAndReferenceAreThoseOfThePayment() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        PaymentRequest request = new PaymentRequest(
                        RequestKey.fresh(), SELLER, student, DAY, cad("10.00"), Set.of(), PaymentMethod.CHEQUE, "77")
                .selling(new SoldFee(lock, 1));

        Receipt receipt = sell(request);

        assertThat(receipt.method()).contains(PaymentMethod.CHEQUE);
        assertThat(receipt.reference()).isEqualTo("77");
    }

    @Test
    void theSameKeySellsOnceAndHasTheSameReceipt() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        PaymentRequest request = paying(student, "20.00").selling(new SoldFee(lock, 2));
        PaymentRequest part = paying(student, "4.00")
                .confirming(Confirmation.ALREADY_CHARGED)
                .selling(new SoldFee(lock, 1, Optional.of(cad("4.00"))));

        Receipt first = sell(request);
        Receipt owed = sell(part);

        assertThat(sell(request)).isEqualTo(first);
        assertThat(sell(part)).isEqualTo(owed);
        assertThat(rows(student)).filteredOn(row -> row.kind().isReceipt()).hasSize(2);
        for (PaymentRequest other : List.of(
                request.selling(),
                request.selling(new SoldFee(lock, 1)),
                request.selling(new SoldFee(lock, 2, Optional.of(cad("15.00")))),
                request.selling(new SoldFee(lock("10.00"), 2)))) {
            refusal(RequestKeyReusedException.class, () -> sell(other));
        }
        refusal(
                RequestKeyReusedException.class,
                () -> sell(part.selling(new SoldFee(lock, 1, Optional.of(cad("3.00"))))));
    }

    @Test
    void aFeeThatTheStudentHasIsSoldWithASecondYes() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        charge(student, DAY.minusDays(3), name(lock), "10.00");
        PaymentRequest request = paying(student, "20.00").selling(new SoldFee(lock, 2));

        AlreadyChargedException asked = refusal(AlreadyChargedException.class, () -> sell(request));

        assertThat(asked.student()).isEqualTo(student);
        assertThat(asked.fee()).isEqualTo(name(lock));
        assertThat(asked.date()).isEqualTo(DAY.minusDays(3));
        assertThat(rows(student)).hasSize(1);
        sell(request.confirming(Confirmation.ALREADY_CHARGED));
        assertThat(rows(student)).hasSize(4);
    }

    @Test
    void theSameAmountTwiceIsAskedAboutAsForAnyPayment() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        sell(paying(student, "10.00").selling(new SoldFee(lock, 1)));
        PaymentRequest again = new PaymentRequest(
                        RequestKey.fresh(), SELLER, student, DAY, cad("10.00"), Set.of(), PaymentMethod.CASH, "")
                .confirming(Confirmation.ALREADY_CHARGED)
                .selling(new SoldFee(lock, 1));

        refusal(RepeatedAmountException.class, () -> sell(again));

        assertThat(rows(student)).hasSize(2);
    }

    @Test
    void aSaleIsDatedAsAPaymentIs() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        PaymentRequest past = dated(student, TODAY.minusDays(40)).selling(new SoldFee(lock, 1));

        refusal(
                DateNotAllowedException.class,
                () -> sell(dated(student, TODAY.plusDays(1)).selling(new SoldFee(lock, 1))));
        refusal(UnusualDateException.class, () -> sell(past));
        sell(past.confirming(Confirmation.UNUSUAL_DATE));

        assertThat(rows(student)).hasSize(2).allMatch(row -> row.date().equals(Optional.of(TODAY.minusDays(40))));
    }

    private static PaymentRequest dated(StudentNumber student, LocalDate date) {
        return new PaymentRequest(
                RequestKey.fresh(), SELLER, student, date, cad("10.00"), Set.of(), PaymentMethod.CASH, "");
    }

    @Test
    void onAClosedDayNothingIsSold() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        LocalDate july = LocalDate.of(2026, 7, 31);
        office.closings().apply(new ClosingRequest.Close(RequestKey.fresh(), ADMIN, YearMonth.of(2026, 7)));
        try {
            refusal(
                    DateNotAllowedException.class,
                    () -> sell(dated(student, july)
                            .confirming(Confirmation.UNUSUAL_DATE)
                            .selling(new SoldFee(lock, 1))));
            assertThat(rows(student)).isEmpty();
        } finally {
            office.closings()
                    .apply(new ClosingRequest.Reopen(RequestKey.fresh(), ADMIN, YearMonth.of(2026, 7), "Test"));
        }
    }

    @Test
    void bothRolesAreNeededUnlessCashiersSell() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        PaymentRequest byCashier =
                Kit.paying(RequestKey.fresh(), CASHIER, student, "10.00").selling(new SoldFee(lock, 1));

        assertNeeds(Role.BILL, () -> sell(byCashier));
        assertNeeds(
                Role.CASHIER,
                () -> sell(
                        Kit.paying(RequestKey.fresh(), CLERK, student, "10.00").selling(new SoldFee(lock, 1))));
        assertThat(rows(student)).isEmpty();

        office.configure(Kit.settings().withCashiersSelling());
        sell(byCashier);
        assertNeeds(
                Role.CASHIER,
                () -> sell(
                        Kit.paying(RequestKey.fresh(), CLERK, student, "10.00").selling(new SoldFee(lock, 1))));
    }

    @Test
    void onlyAStudentOfTheSchoolBuysAPredefinedFee() {
        StudentNumber gone = student();
        PredefinedFeeId lock = lock("10.00");
        pay(gone, "5.00");
        office.remove(gone);

        refusal(
                UnknownStudentException.class,
                () -> sell(paying(STRANGER, "10.00").selling(new SoldFee(lock, 1))));
        refusal(UnknownStudentException.class, () -> sell(paying(gone, "10.00").selling(new SoldFee(lock, 1))));
        refusal(
                UnknownPredefinedFeeException.class,
                () -> sell(paying(student(), "10.00").selling(new SoldFee(new PredefinedFeeId(999_999), 1))));
        InvalidInputException payer = refusal(
                InvalidInputException.class, () -> Kit.paying(RequestKey.fresh(), SELLER, new PayerNumber(12), "10.00")
                        .selling(new SoldFee(lock, 1)));
        assertThat(payer.field()).isEqualTo(Field.STUDENT);
        assertThat(rows(gone)).hasSize(1);
    }

    @Test
    void theQuantityIsAWholeNumberUpToNinetyNine() {
        PredefinedFeeId lock = lock("0.50");
        for (String wrong : List.of("0", "100", "1.5", "-1", "two", "", "99999999999")) {
            InvalidInputException refused = refusal(InvalidInputException.class, () -> SoldFee.quantity(wrong));
            assertThat(refused.field()).isEqualTo(Field.QUANTITY);
        }
        assertThat(SoldFee.quantity(" 99 ")).isEqualTo(99);
        refusal(InvalidInputException.class, () -> new SoldFee(lock, 0));
        refusal(InvalidInputException.class, () -> new SoldFee(lock, 100));
        StudentNumber student = student();
        refusal(InvalidInputException.class, () -> paying(student, "1.00")
                .selling(new SoldFee(lock, 1), new SoldFee(lock, 1)));

        assertThat(sell(paying(student, "49.50").selling(new SoldFee(lock, 99))).settled())
                .hasSize(99);
    }

    @Test
    void aFeeThatWasSoldIsNotRemoved() {
        PredefinedFeeId lock = lock("10.00");
        sell(paying(student(), "20.00").selling(new SoldFee(lock, 2)));

        assertThat(refusal(PredefinedFeeInUseException.class, () -> office.catalogue()
                                .remove(CLERK, lock))
                        .charges())
                .isEqualTo(2);
        assertThat(office.catalogue().find(lock).orElseThrow().charges()).isEqualTo(2);
    }

    @Test
    void theCollectionHasItAsChargedAndPaid() {
        StudentNumber student = student();
        PredefinedFeeId lock = lock("10.00");
        sell(paying(student, "14.00").selling(new SoldFee(lock, 2, Optional.of(cad("14.00")))));

        Collected collected = office
                .collection()
                .fees(VIEWER, new CollectionPeriod(Optional.of(DAY), Optional.of(DAY), Optional.empty()))
                .lines()
                .stream()
                .filter(each -> each.name().equals(name(lock)))
                .findFirst()
                .orElseThrow()
                .collected();

        assertThat(collected.charged()).isEqualTo(new Tally(3, cad("20.00")));
        assertThat(collected.of(ChargeState.PAID)).isEqualTo(new Tally(2, cad("14.00")));
        assertThat(collected.of(ChargeState.OUTSTANDING)).isEqualTo(new Tally(1, cad("6.00")));
    }

    @Test
    void aVoidedSaleIsAskedWhetherTheGoodsCameBack() {
        StudentNumber student = student();
        Receipt receipt = sell(paying(student, "20.00").selling(new SoldFee(lock("10.00"), 2)));
        VoidReceipt request = voiding(SELLER, receipt);

        for (int i = 0; i < 2; i++) {
            boolean previews = i == 0;
            assertThat(refusal(GoodsNotStatedException.class, () -> {
                                if (previews) {
                                    office.corrections().preview(request);
                                } else {
                                    office.corrections().apply(request);
                                }
                            })
                            .number())
                    .isEqualTo(receipt.number());
        }
        assertThat(rows(student)).hasSize(3);
    }

    private static VoidReceipt voiding(Actor actor, Receipt receipt) {
        return new VoidReceipt(RequestKey.fresh(), actor, receipt.number(), TODAY, "Wrong colour");
    }

    @Test
    void goodsThatCameBackAreNotOwed() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = sell(paying(student, "50.00", trip).selling(new SoldFee(lock("10.00"), 2)));
        VoidReceipt request = voiding(SELLER, receipt).stating(SoldGoods.RETURNED);

        Correction would = office.corrections().preview(request);
        Correction did = office.corrections().apply(request);

        assertThat(did).isEqualTo(would);
        assertThat(did.reopened()).isEqualTo(1);
        assertThat(did.reopenedTotal()).isEqualTo(cad("30.00"));
        assertThat(did.toCredit()).isEqualTo(cad("0.00"));
        assertThat(owed(student)).containsExactly(trip);
        assertAccount(student, "30.00", "30.00");
        assertThat(rows(student))
                .filteredOn(row -> row.kind() == EntryKind.REVERSAL)
                .hasSize(2);
        assertThat(office.corrections().apply(request)).isEqualTo(did);
        refusal(RequestKeyReusedException.class, () -> office.corrections().apply(request.stating(SoldGoods.KEPT)));
        assertThat(office.audit().entries(ADMIN, AuditQuery.everything().by("seller"), Page.first(1)))
                .extracting(AuditEntry::operation)
                .containsExactly(AuditOperation.VOID);
    }

    @Test
    void goodsThatAreKeptAreOwed() {
        StudentNumber student = student();
        Receipt receipt = sell(paying(student, "20.00").selling(new SoldFee(lock("10.00"), 2)));

        Correction did = office.corrections().apply(voiding(CASHIER, receipt).stating(SoldGoods.KEPT));

        assertThat(did.reopened()).isEqualTo(2);
        assertAccount(student, "20.00", "20.00");
    }

    @Test
    void onlyASellerTakesGoodsBack() {
        Receipt receipt = sell(paying(student(), "20.00").selling(new SoldFee(lock("10.00"), 2)));
        VoidReceipt request = voiding(CASHIER, receipt).stating(SoldGoods.RETURNED);

        assertNeeds(Role.BILL, () -> office.corrections().preview(request));
        assertNeeds(Role.BILL, () -> office.corrections().apply(request));
    }

    @Test
    void partsAndPiecesThatWerePaidLaterComeBackTooUnlessTheyWereCorrected() {
        StudentNumber student = student();
        Receipt receipt =
                sell(paying(student, "14.00").selling(new SoldFee(lock("10.00"), 3, Optional.of(cad("14.00")))));
        Charge rest = office.accounts().outstanding(student).stream()
                .filter(charge -> charge.total().equals(cad("6.00")))
                .findFirst()
                .orElseThrow();
        Charge whole = office.accounts().outstanding(student).stream()
                .filter(charge -> charge.total().equals(cad("10.00")))
                .findFirst()
                .orElseThrow();
        pay(student, "6.00", rest.id());
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, whole.id(), TODAY, ""));

        Correction did = office.corrections().apply(voiding(SELLER, receipt).stating(SoldGoods.RETURNED));

        assertThat(did.reopened()).isZero();
        assertThat(did.toCredit()).isEqualTo(cad("6.00"));
        assertAccount(student, "-6.00", "0.00");
    }

    @Test
    void aReceiptWithoutASaleIsVoidedAsEver() {
        StudentNumber student = student();
        Receipt receipt = pay(student, "5.00");

        office.corrections().apply(voiding(CASHIER, receipt));

        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void theSumOfPiecesIsExact() {
        StudentNumber student = student();
        PredefinedFeeId cheap = lock("0.33", "GST");
        Money each = office.assessment()
                .price(office.catalogue().find(cheap).orElseThrow().fee(), DAY)
                .total();

        Receipt receipt = sell(paying(student, each.times(7).toPlainString()).selling(new SoldFee(cheap, 7)));

        assertThat(receipt.settledTotal()).isEqualTo(cad("2.45"));
        assertAccount(student, "0.00", "0.00");
    }
}
