package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;
import org.openadmin.fees.internal.verify.Verification.Fault;

/** Rows of the old system can be corrected like the module's own, and their faults are still reported. */
class CorrectedOldJournalDatabaseTest {

    private static final StudentNumber STUDENT = new StudentNumber(9000);
    private DatabaseOffice office;
    private List<Fault> before;

    @AfterEach
    void nothingIsRepairedInSilence() {
        List<Fault> after = faults();
        assertThat(after).allMatch(Fault::inherited);
        assertThat(after)
                .extracting(Fault::subject)
                .containsAll(before.stream().map(Fault::subject).toList());
        office.close();
    }

    private List<Fault> faults() {
        return office.faults();
    }

    /** Rows of the old system that exist before the module starts: id, student, date, kind, name, description, total, paid_id. */
    private void old(String... rows) {
        office = new DatabaseOffice(
                database -> {
                    LegacyDatabase.load(database);
                    for (String row : rows) {
                        database.execute("INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description,"
                                + " total, paid_id) VALUES (" + row.replace("@", "9000, '2024-09-08'") + ")");
                    }
                },
                4);
        before = faults();
    }

    @Test
    void cancelsAChargeThatHasATotalOnly() {
        old("5001, @, 'chg', 'Lab', '', 24.95, NULL");

        Correction done = cancel(5001);

        assertThat(done.amount()).isEqualTo(cad("-24.95"));
        assertThat(office.ask("SELECT CONCAT_WS('|', total, subtotal IS NULL, tax1 IS NULL, student_name IS NULL)"
                        + " FROM fees_jrl WHERE reverses_id = 5001"))
                .isEqualTo("-24.95|1|1|1");
        figures("0.00", "0.00");
    }

    @Test
    void makesTheMoneyOfAnOldPaymentCredit() {
        old("5001, @, 'chg', 'Lab', '', 20.00, 5002", "5002, @, 'pay', 'Payment', '5001', -20.00, 4711");

        assertThat(cancel(5001).toCredit()).isEqualTo(cad("20.00"));

        figures("-20.00", "0.00");
    }

    @Test
    void refusesToWaiveAChargeThatTheOldSystemWaived() {
        old("5001, @, 'chg', 'Lab', '', 20.00, 5002", "5002, @, 'waive', 'Waiver', '', -20.00, NULL");
        office.administrator.execute("UPDATE fees_jrl SET reverses_id = 5001 WHERE id = 5002");
        before = faults();

        assertThatThrownBy(() -> office.corrections.apply(
                        new Waive(RequestKey.fresh(), CLERK, new ChargeId(5001), DAY, "Bursary")))
                .isInstanceOf(AlreadyCorrectedException.class);
    }

    @Test
    void hasNoChargeWhereTheOldRowLacksItsStudentOrTotal() {
        old("5001, NULL, '2024-09-08', 'chg', 'Lab', '', 20.00, NULL", "5002, @, 'chg', 'Lab', '', NULL, NULL");

        assertThatThrownBy(() -> cancel(5001)).isInstanceOf(UnknownChargeException.class);
        assertThatThrownBy(() -> cancel(5002)).isInstanceOf(UnknownChargeException.class);
    }

    @Test
    void voidsTheOldestReceiptFirstWhereANumberIsThereTwice() {
        old(
                "5001, @, 'chg', 'Lab', '', 20.00, 5003",
                "5002, @, 'chg', 'Bus', '', 30.00, 5004",
                "5003, @, 'pay', 'Payment', '5001', -20.00, 4711",
                "5004, @, 'pay', 'Payment', '5002', -30.00, 4711");

        assertThat(takeBack(4711).amount()).isEqualTo(cad("20.00"));
        figures("20.00", "20.00");
        assertThat(takeBack(4711).amount()).isEqualTo(cad("30.00"));
        figures("50.00", "50.00");
        assertThatThrownBy(() -> takeBack(4711)).isInstanceOf(AlreadyCorrectedException.class);
    }

    @Test
    void doesNotRepairACreditThatWasBelowZero() {
        old(
                "5001, @, 'chg', 'Lab', '', 20.00, 5003",
                "5002, @, 'chg', 'Bus', '', 30.00, 5004",
                "5003, @, 'pay', 'Payment', '5001', -15.00, 4711",
                "5004, @, 'pay', 'Payment', '5002', -30.00, 4712");
        figures("5.00", "0.00");

        Correction done = takeBack(4712);

        assertThat(done.reopened()).isEqualTo(1);
        figures("35.00", "30.00");
    }

    @Test
    void refusesToLetACreditBelowZeroFallFurther() {
        old("5001, @, 'chg', 'Lab', '', 20.00, 9999999", "5002, @, 'roa', 'Payment', '', -15.00, 4711");

        assertThatThrownBy(() -> takeBack(4711)).isInstanceOf(NotEnoughCreditException.class);
    }

    @Test
    void leavesAloneWhatSomebodyElsesPaymentSettled() {
        old(
                "5001, @, 'chg', 'Lab', '', 20.00, 5002",
                "5002, 9001, '2024-09-08', 'pay', 'Payment', '5001', -20.00, 4711");

        assertThat(takeBack(4711).reopened()).isZero();

        figures("20.00", "0.00");
    }

    private Correction cancel(long charge) {
        return office.corrections.apply(new Cancel(RequestKey.fresh(), CLERK, new ChargeId(charge), DAY, "Mistake"));
    }

    private Correction takeBack(long receipt) {
        return office.corrections.apply(
                new VoidReceipt(RequestKey.fresh(), CASHIER, new ReceiptNumber(receipt), DAY, "Bounced"));
    }

    private void figures(String balance, String outstanding) {
        assertThat(office.accounts.balance(STUDENT))
                .isEqualTo(new AccountBalance(STUDENT, cad(balance), cad(outstanding)));
    }
}
