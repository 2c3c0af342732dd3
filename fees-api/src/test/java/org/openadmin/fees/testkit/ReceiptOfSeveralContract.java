package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.Receipt.Share;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts.SearchResult;

/** One cheque for two students and a payer is one receipt. Beside it, there is a receipt of one student. */
public abstract class ReceiptOfSeveralContract extends OfficeContract {

    private static final PayerNumber BAND = new PayerNumber(12);
    private static final ReceiptNumber NUMBER = new ReceiptNumber(70);
    private static final Instant RECORDED = Instant.parse("2026-09-08T14:00:00Z");

    private StudentNumber ines;
    private StudentNumber marc;
    private long lab;
    private long choir;

    /** Inès pays 20.00 of 30.00 from credit, Marc has 5.00 more than his charge. */
    @BeforeAll
    void oneCheque() {
        office.addPayer(BAND, "Prairie Band");
        ines = student("Tremblay", "Inès", "9", "9A");
        marc = student("Tremblay", "Marc", "7", "7B");
        lab = add(ines, JournalRow.charge("Lab fee", "30.00"));
        choir = add(marc, JournalRow.charge("Choir", "8.00"));
        add(ines, JournalRow.payment(69, "20.00"));
        long first = add(ines, JournalRow.payment(70, "10.00", lab));
        add(marc, JournalRow.payment(70, "13.00", choir).lead(first));
        add(BAND, JournalRow.payment(70, "7.00").lead(first));
        office.settle(lab, OptionalLong.of(first));
        office.settle(choir, OptionalLong.of(first + 1));
    }

    private long add(AccountNumber account, JournalRow row) {
        return office.add(row.student(holder(account))
                .on(DAY)
                .by(PaymentMethod.CHEQUE, "77")
                .recorded("claire", Optional.of(RECORDED)));
    }

    private static JournalRow cheque(JournalRow row) {
        return row.on(DAY.plusDays(1)).by(PaymentMethod.CHEQUE, "78").recorded("claire", Optional.of(RECORDED));
    }

    private StudentSnapshot holder(AccountNumber account) {
        return account.equals(ines)
                ? new StudentSnapshot(ines, "Tremblay, Inès", "9", "9A")
                : account.equals(marc)
                        ? new StudentSnapshot(marc, "Tremblay, Marc", "7", "7B")
                        : new StudentSnapshot(BAND, "Prairie Band", "", "");
    }

    private void assertWhole(Receipt receipt) {
        assertThat(receipt.number()).isEqualTo(NUMBER);
        assertThat(receipt.isOfSeveral()).isTrue();
        assertThat(receipt.received()).isEqualTo(cad("30.00"));
        assertThat(receipt.shares())
                .containsExactly(
                        new Share(holder(ines), cad("10.00"), cad("0.00")),
                        new Share(holder(marc), cad("13.00"), cad("0.00")),
                        new Share(holder(BAND), cad("7.00"), cad("0.00")));
        assertThat(receipt.student()).isEqualTo(holder(ines));
        assertThat(receipt.studentNameOrNumber()).isEqualTo("Tremblay, Inès; Tremblay, Marc; Prairie Band");
        assertThat(receipt.settled()).extracting(Charge::name).containsExactly("Lab fee", "Choir");
        assertThat(receipt.fromCredit()).isEqualTo(cad("20.00"));
        assertThat(receipt.onAccount()).isEqualTo(cad("12.00"));
    }

    @Test
    void itIsFoundWholeByItsNumber() {
        assertWhole(office.cashier().receipt(CASHIER, NUMBER).orElseThrow());
        assertThat(office.cashier()
                        .receipt(CASHIER, new ReceiptNumber(69))
                        .orElseThrow()
                        .isOfSeveral())
                .isFalse();
    }

    @Test
    void aViewerSeesNoNameOfAPayer() {
        Receipt receipt = office.cashier().receipt(VIEWER, NUMBER).orElseThrow();

        assertThat(receipt.shares())
                .extracting(share -> share.student().name())
                .containsExactly("Tremblay, Inès", "Tremblay, Marc", "");
        assertThat(receipt.studentNameOrNumber()).doesNotContain("Prairie Band");
        assertThat(receipt.received()).isEqualTo(cad("30.00"));
    }

    @Test
    void itIsListedOnceWithAllItsMoney() {
        SearchResult all = office.receipts().search(CASHIER, ReceiptQuery.ofDay(DAY), Page.first(10));

        assertThat(all.total()).isEqualTo(2);
        assertThat(all.received()).isEqualTo(cad("50.00"));
        assertThat(all.receipts()).extracting(Receipt::number).containsExactly(NUMBER, new ReceiptNumber(69));
        assertWhole(all.receipts().get(0));
        assertThat(office.receipts()
                        .search(CASHIER, ReceiptQuery.of(NUMBER), Page.first(10))
                        .receipts())
                .singleElement()
                .satisfies(this::assertWhole);
        assertThat(office.receipts()
                        .search(CASHIER, ReceiptQuery.ofDay(DAY), new Page(1, 1))
                        .receipts())
                .extracting(Receipt::number)
                .containsExactly(new ReceiptNumber(69));
    }

    @Test
    void itIsVoidedAsOne() {
        ReceiptNumber other = new ReceiptNumber(80);
        long first = office.add(cheque(JournalRow.payment(80, "3.00")).student(student()));
        office.add(cheque(JournalRow.payment(80, "4.00")).lead(first).student(student()));
        Correction done =
                office.corrections().apply(new VoidReceipt(RequestKey.fresh(), ADMIN, other, TODAY, "Mistake"));

        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.amount()).isEqualTo(cad("7.00"));
        Receipt voided = office.cashier().receipt(CASHIER, other).orElseThrow();
        assertThat(voided.voided()).contains(TODAY);
        assertThat(voided.received()).isEqualTo(cad("7.00"));
        SearchResult found = office.receipts().search(CASHIER, ReceiptQuery.of(other), Page.first(10));
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.voidedCount()).isEqualTo(1);
        assertThat(found.voided()).isEqualTo(cad("7.00"));
        assertThat(found.received()).isEqualTo(cad("0.00"));
        refusal(AlreadyCorrectedException.class, () -> office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), ADMIN, other, TODAY, "Again")));
    }

    @Test
    void eachOfItsAccountsHasItWithItsPartOfTheMoney() {
        for (AccountNumber account : List.of(marc, BAND)) {
            SearchResult own = office.receipts().search(CASHIER, ReceiptQuery.ofStudent(account), Page.first(10));

            assertThat(own.total()).isEqualTo(1);
            assertThat(own.received()).isEqualTo(cad(account.equals(marc) ? "13.00" : "7.00"));
            assertThat(own.receipts()).singleElement().satisfies(this::assertWhole);
        }
        assertThat(office.accounts().balances(Set.of(ines, marc)).get(marc).credit())
                .isEqualTo(cad("5.00"));
    }
}
