package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;

/** The module continues the journal of an old system, including its faults. */
class AdoptedJournalDatabaseTest {

    private static final int PURGED = 109;
    private static final int NEXT_RECEIPT = 850;
    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 10);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void tellsTheTruthAboutEveryAccount() {
        Map<Integer, BigDecimal> balances = new TreeMap<>();
        Map<Integer, BigDecimal> outstanding = new TreeMap<>();
        for (AccountBalance account : office.accounts.balances()) {
            balances.put(account.student().journalNumber(), account.balance().amount());
            outstanding.put(
                    account.student().journalNumber(), account.outstanding().amount());
        }

        assertThat(balances).isEqualTo(LegacyDatabase.amounts("balance"));
        assertThat(outstanding).isEqualTo(LegacyDatabase.amounts("outstanding"));
        for (int student : balances.keySet()) {
            assertThat(office.accounts
                            .balance(new StudentNumber(student))
                            .balance()
                            .amount())
                    .isEqualTo(balances.get(student));
        }
    }

    @Test
    void showsOldChargesUnderTheNameOfToday() {
        StudentNumber student = new StudentNumber(103);

        assertThat(office.accounts.outstanding(student))
                .isNotEmpty()
                .allMatch(charge -> charge.student().name().startsWith("Garcia, Sofía"));
    }

    @Test
    void takesMoneyForAStudentWhoIsPurgedAtTheHost() {
        StudentNumber student = new StudentNumber(PURGED);
        try (DatabaseOffice counter = new DatabaseOffice(LegacyDatabase::load, 2)) {
            assertThat(counter.students.find(student)).isEmpty();
            Charge charge = counter.accounts.outstanding(student).get(0);

            Receipt receipt =
                    counter.cashier.receive(payment(student, charge.total().toPlainString(), charge.id()));

            assertThat(receipt.number()).isEqualTo(new ReceiptNumber(NEXT_RECEIPT));
            assertThat(receipt.student().nameOrNumber()).isEqualTo("#" + PURGED);
            assertThat(receipt.settled()).extracting(Charge::id).containsExactly(charge.id());
        }
    }

    @Test
    void showsAnOldChargeWithoutADateOrAmountsAsTheOldest() {
        try (DatabaseOffice counter = new DatabaseOffice(LegacyDatabase::load, 2)) {
            counter.administrator.execute(
                    "INSERT INTO fees_jrl (studnum, trans_type, name, total) VALUES (103, 'chg', 'Undated', 5.00)");

            Charge charge = counter.accounts.outstanding(new StudentNumber(103)).get(0);

            assertThat(charge.name()).isEqualTo("Undated");
            assertThat(charge.subtotal()).isEqualTo(cad("5.00"));
        }
    }

    @Test
    void printsOldReceiptsAgain() {
        Receipt receipt = office.cashier
                .receipt(DatabaseOffice.VIEWER, new ReceiptNumber(501))
                .orElseThrow();

        assertThat(receipt.student().number()).isEqualTo(new StudentNumber(196));
        assertThat(receipt.received()).isEqualTo(cad("8.16"));
        assertThat(receipt.settledTotal()).isEqualTo(cad("8.16"));
        assertThat(receipt.recordedAt()).isEmpty();
    }

    @Test
    void listsOldPredefinedFeesWithTheirFlagsAndAudiences() {
        assertThat(office.catalogue.list())
                .extracting(PredefinedFee::fee)
                .extracting(fee -> fee.name() + " " + fee.amount().toPlainString() + " " + fee.taxes())
                .containsExactly(
                        "Lab fee 24.95 [GST]", "Locker 7.77 [GST]", "Tuition 350.00 [GST]", "Yearbook 45.00 [GST]");
        assertThat(office.catalogue.list())
                .extracting(fee -> fee.audience().orElseThrow())
                .contains(
                        new Audience.Profile("highschool"),
                        Audience.Group.parse(GroupKind.HOMEROOM, "12A 12B"),
                        Audience.Group.parse(GroupKind.SUBJECT_SECTION, "Bio20-1 Bio20-2 Bio30-1 Bio30-3"));
    }
}
