package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.group;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;

/** The database fails at the last statement of a command, after all others have succeeded. */
class AllOrNothingDatabaseTest {

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void chargesNobodyWhenTheRecordOfTheAssessmentCannotBeWritten() {
        AssessmentRequest request = request(fee("Agenda", "8.00"), group(GroupKind.GRADE, "5"));
        long rows = office.count("fees_jrl");
        String batch = office.ask("SELECT value FROM fees_counter WHERE name = 'batch'");
        office.administrator.execute("ALTER TABLE fees_batch ADD CONSTRAINT full_disk CHECK (name <> 'Agenda')");

        assertThatThrownBy(() -> office.assessment.post(request))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOTHING_STORED));
        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'batch'"))
                .isEqualTo(batch);

        office.administrator.execute("ALTER TABLE fees_batch DROP CONSTRAINT full_disk");
        assertThat(office.assessment.post(request).count()).isEqualTo((int) (office.count("fees_jrl") - rows));
    }

    @Test
    void takesNoMoneyWhenTheChargesCannotBeMarkedAsSettled() {
        StudentNumber student = new StudentNumber(100);
        office.charge(student, "Trip", "30.00");
        PaymentRequest payment = payment(student, "30.00", office.owed(student).toArray(ChargeId[]::new));
        long rows = office.count("fees_jrl");
        String receipt = office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'");
        office.administrator.execute(
                "ALTER TABLE fees_jrl ADD CONSTRAINT full_disk CHECK (trans_type <> 'chg' OR paid_id IS NULL OR studnum <> 100)");

        assertThatThrownBy(() -> office.cashier.receive(payment)).isInstanceOf(StorageException.class);
        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'"))
                .isEqualTo(receipt);

        office.administrator.execute("ALTER TABLE fees_jrl DROP CONSTRAINT full_disk");
        assertThat(office.cashier.receive(payment).number().value()).isEqualTo(Long.parseLong(receipt) + 1);
    }

    @Test
    void cancelsNothingWhenTheChargesCannotBeMarkedAsSettled() {
        StudentNumber student = new StudentNumber(101);
        Undo undo = new Undo(
                RequestKey.fresh(),
                CLERK,
                office.charge(student, "Trip", "30.00").batch(),
                DAY,
                "Wrong grade");
        refusedAsAWhole(undo, "trans_type <> 'chg' OR paid_id IS NULL OR studnum <> 101");
        assertThat(office.owed(student)).hasSize(1);

        assertThat(office.corrections.apply(undo).rows()).isEqualTo(1);
        assertThat(office.owed(student)).isEmpty();
    }

    @Test
    void voidsNothingWhenTheChargesCannotBeOpened() {
        StudentNumber student = new StudentNumber(102);
        office.charge(student, "Trip", "30.00");
        ReceiptNumber receipt = office.cashier
                .receive(payment(student, "30.00", office.owed(student).toArray(ChargeId[]::new)))
                .number();
        VoidReceipt voiding = new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, DAY, "Bounced");
        refusedAsAWhole(voiding, "trans_type <> 'chg' OR paid_id IS NOT NULL OR studnum <> 102");
        assertThat(office.owed(student)).isEmpty();

        assertThat(office.corrections.apply(voiding).reopened()).isEqualTo(1);
        assertThat(office.owed(student)).hasSize(1);
    }

    private static void refusedAsAWhole(CorrectionRequest request, String rule) {
        long rows = office.count("fees_jrl");
        long corrections = office.count("fees_correction");
        office.administrator.execute("ALTER TABLE fees_jrl ADD CONSTRAINT full_disk CHECK (" + rule + ")");

        assertThatThrownBy(() -> office.corrections.apply(request))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOTHING_STORED));
        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        assertThat(office.count("fees_correction")).isEqualTo(corrections);
        office.administrator.execute("ALTER TABLE fees_jrl DROP CONSTRAINT full_disk");
    }
}
