package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.payments.Receipts.SearchResult;

/** What {@link Receipts} promises. */
public abstract class ReceiptsContract extends OfficeContract {

    private static final Actor BERTA = new Actor("berta", EnumSet.of(Role.CASHIER));

    @Test
    void aReceiptIsTheSameAsAtTheCounter() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00", "GST");
        Receipt receipt = pay(student, "40.00", trip);

        assertThat(search(ReceiptQuery.ofStudent(student)).receipts()).containsExactly(receipt);
    }

    @Test
    void receiptsAreFoundByTheirNumbers() {
        Receipt one = pay(student(), "40.00");
        pay(student(), "41.00");
        Receipt other = pay(student(), "42.00");

        assertThat(office.receipts()
                        .numbered(VIEWER, List.of(other.number(), new ReceiptNumber(999_999), one.number())))
                .containsExactly(one, other);
        assertThat(office.receipts().numbered(VIEWER, List.of())).isEmpty();
        assertNeeds(Role.VIEW, () -> office.receipts().numbered(NOBODY, List.of(one.number())));
    }

    @Test
    void anOldReceiptHasReopenedChargesOnlyAfterAVoid() {
        StudentNumber student = student();
        Receipt onAccount = pay(student, "10.00");
        long unpaid =
                office.add(JournalRow.charge("Trip", "5.00").student(student).on(DAY));
        office.add(JournalRow.payment(700_001, "5.00", unpaid).student(student).on(DAY));
        assertThat(again(700_001).reopened()).isEmpty();

        long charge = unpaid + 3;
        long payment = office.add(
                JournalRow.payment(700_002, "0.00", charge).student(student).on(DAY));
        assertThat(office.add(JournalRow.charge("Bus", "10.00")
                        .student(student)
                        .on(DAY)
                        .settledBy(payment)))
                .isEqualTo(charge);
        assertThat(again(700_002).reopened()).isEmpty();

        takeBack(onAccount);

        assertThat(again(700_002).reopened()).containsExactly(new ChargeId(charge));
    }

    private Receipt again(int number) {
        return office.cashier().receipt(VIEWER, new ReceiptNumber(number)).orElseThrow();
    }

    @Test
    void receiptsAreNewestFirstWithTheSumsOfAll() {
        StudentNumber student = student();
        Receipt first = pay(student, "1.00");
        Receipt second = pay(student, "2.00");
        Receipt third = pay(student, "4.00");
        takeBack(second);

        SearchResult found = office.receipts().search(VIEWER, ReceiptQuery.ofStudent(student), Page.first(2));

        assertThat(found.receipts()).extracting(Receipt::number).containsExactly(third.number(), second.number());
        assertThat(found.receipts()).extracting(Receipt::voided).containsExactly(Optional.empty(), Optional.of(DAY));
        assertThat(found.total()).isEqualTo(3);
        assertThat(found.received()).isEqualTo(cad("5.00"));
        assertThat(found.voidedCount()).isEqualTo(1);
        assertThat(found.voided()).isEqualTo(cad("2.00"));
        assertThat(office.receipts()
                        .search(VIEWER, ReceiptQuery.ofStudent(student), new Page(2, 2))
                        .receipts())
                .containsExactly(first);
        SearchResult behind = office.receipts().search(VIEWER, ReceiptQuery.ofStudent(student), new Page(9, 2));
        assertThat(behind.receipts()).isEmpty();
        assertThat(behind.total()).isEqualTo(3);
    }

    @Test
    void receiptsAreFilteredByDateAndCashier() {
        StudentNumber student = student();
        Receipt monday = pay(student, DAY, CASHIER);
        Receipt tuesday = pay(student, DAY.plusDays(1), BERTA);
        Receipt wednesday = pay(student, DAY.plusDays(2), CASHIER);

        assertThat(search(query(student, Optional.of(DAY.plusDays(1)), Optional.empty(), Optional.empty()))
                        .receipts())
                .containsExactly(wednesday, tuesday);
        assertThat(search(query(student, Optional.empty(), Optional.of(DAY.plusDays(1)), Optional.empty()))
                        .receipts())
                .containsExactly(tuesday, monday);
        assertThat(search(query(student, Optional.empty(), Optional.empty(), Optional.of("cashier")))
                        .receipts())
                .containsExactly(wednesday, monday);
        assertThat(search(query(student, Optional.of(DAY), Optional.of(DAY), Optional.of("berta")))
                        .total())
                .isZero();
    }

    @Test
    void aNumberThatOccursTwiceInOldDataIsFoundTwice() {
        StudentNumber one = student();
        StudentNumber two = student();
        office.add(JournalRow.payment(801, "5.00").student(one).on(DAY));
        office.add(JournalRow.payment(801, "6.00").student(two).on(DAY.plusDays(1)));

        SearchResult found = search(new ReceiptQuery(
                Optional.of(new ReceiptNumber(801)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(found.receipts())
                .extracting(receipt -> receipt.student().number())
                .containsExactly(two, one);
        assertThat(found.received()).isEqualTo(cad("11.00"));
    }

    @Test
    void aReceiptNamesWhatTheOldRowsLack() {
        StudentNumber student = student();
        long lab = office.add(JournalRow.charge("Lab fee", "3.00").on(DAY));
        long bus = office.add(JournalRow.charge("Bus", "4.00").student(student).on(DAY));
        long payment = office.add(
                JournalRow.payment(810, "7.00", lab, bus).student(student).on(DAY));
        long unnamed = office.add(JournalRow.payment(811, "5.00").onImpossible("2024-10-00"));

        assertThat(payment).isLessThan(unnamed);
        Receipt receipt =
                office.cashier().receipt(VIEWER, new ReceiptNumber(810)).orElseThrow();
        assertThat(receipt.settled()).extracting(Charge::name).containsExactly("Bus");
        assertThat(receipt.gaps()).as("the charge names no row that settled it").isEmpty();
        Receipt nobodys =
                office.cashier().receipt(VIEWER, new ReceiptNumber(811)).orElseThrow();
        assertThat(nobodys.recordedStudent()).isEmpty();
        assertThat(nobodys.studentNameOrNumber()).isEmpty();
        assertThat(nobodys.date()).isEqualTo(Dates.UNKNOWN);
        assertThat(nobodys.received()).isEqualTo(cad("5.00"));
        assertThat(nobodys.gaps())
                .containsExactly(
                        ReceiptGap.of(ReceiptGap.Kind.STUDENT, ""), ReceiptGap.of(ReceiptGap.Kind.DATE, "2024-10-00"));

        long art = office.add(JournalRow.charge("Art", "2.00").on(DAY).settledBy(unnamed + 2));
        office.add(JournalRow.payment(812, "2.00", art).student(student).on(DAY));
        assertThat(office.cashier()
                        .receipt(VIEWER, new ReceiptNumber(812))
                        .orElseThrow()
                        .gaps())
                .containsExactly(new ReceiptGap(ReceiptGap.Kind.CHARGE_STUDENT, String.valueOf(art), "Art"));
    }

    @Test
    void aPaymentWithoutANumberIsNoReceipt() {
        StudentNumber student = student();
        LocalDate day = DAY.plusYears(50);
        office.add(JournalRow.of(EntryKind.PAYMENT, "-5.00").student(student).on(day));

        assertThat(search(ReceiptQuery.ofDay(day)))
                .isEqualTo(new SearchResult(List.of(), 0, cad("0.00"), 0, cad("0.00")));
    }

    @Test
    void anOldReceiptHasNoMethodCashierOrTime() {
        StudentNumber student = student();
        office.add(JournalRow.payment(803, "5.00").student(student));

        Receipt receipt = search(ReceiptQuery.ofStudent(student)).receipts().get(0);

        assertThat(receipt.date()).isEqualTo(LocalDate.of(1900, 1, 1));
        assertThat(receipt.method()).isEmpty();
        assertThat(receipt.cashier()).isEmpty();
        assertThat(receipt.recordedAt()).isEmpty();
        assertThat(receipt.settled()).isEmpty();
        assertThat(receipt.onAccount()).isEqualTo(cad("5.00"));
    }

    @Test
    void theCashiersAreSorted() {
        StudentNumber student = student();
        pay(student, DAY, new Actor("zoe", EnumSet.of(Role.CASHIER)));
        pay(student, DAY, BERTA);
        pay(student, DAY, BERTA);
        office.add(JournalRow.payment(804, "5.00").student(student).on(DAY));

        assertThat(office.receipts().cashiers(VIEWER))
                .containsSubsequence("berta", "zoe")
                .doesNotHaveDuplicates()
                .doesNotContain("", "clerk");
    }

    @Test
    void anyRoleReads() {
        assertNeeds(Role.VIEW, () -> office.receipts().search(NOBODY, ReceiptQuery.everything(), Page.first(1)));
        assertNeeds(Role.VIEW, () -> office.receipts().cashiers(NOBODY));
    }

    private SearchResult search(ReceiptQuery query) {
        return office.receipts().search(VIEWER, query, Page.first(100));
    }

    private static ReceiptQuery query(
            StudentNumber student, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> cashier) {
        return new ReceiptQuery(Optional.empty(), Optional.of(student), from, to, cashier);
    }

    private Receipt pay(StudentNumber student, LocalDate day, Actor cashier) {
        return office.cashier()
                .receive(new PaymentRequest(
                                RequestKey.fresh(),
                                cashier,
                                student,
                                day,
                                cad("1.00"),
                                Set.of(),
                                PaymentMethod.CASH,
                                "")
                        .confirming(Confirmation.REPEATED_AMOUNT));
    }

    private void takeBack(Receipt receipt) {
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), DAY, ""));
    }
}
