package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.Office.fee;
import static org.openadmin.fees.internal.Office.group;
import static org.openadmin.fees.internal.Office.payment;
import static org.openadmin.fees.internal.Office.request;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AssessmentRequest;
import org.openadmin.fees.api.ChargeId;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.PaymentRequest;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;

/** The database fails in the middle of a command: at its last statement, when everything else is done. */
class AllOrNothingDatabaseTest {

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(100);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void chargesNobodyWhenTheRecordOfTheAssessmentCannotBeWritten() {
        AssessmentRequest request = request(fee("Agenda", "8.00"), group(GroupKind.GRADE, "5"));
        office.administrator.execute("ALTER TABLE fees_batch ADD CONSTRAINT full_disk CHECK (charges < 0)");

        assertThatThrownBy(() -> office.assessment.post(request))
                .isInstanceOfSatisfying(
                        StorageException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOTHING_STORED));
        assertThat(office.count("fees_jrl")).isZero();
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'batch'"))
                .isEqualTo("0");

        office.administrator.execute("ALTER TABLE fees_batch DROP CONSTRAINT full_disk");
        assertThat(office.assessment.post(request).count()).isEqualTo((int) office.count("fees_jrl"));
    }

    @Test
    void takesNoMoneyWhenTheChargesCannotBeMarkedAsSettled() {
        StudentNumber student = new StudentNumber(100);
        office.charge(student, "Trip", "30.00");
        PaymentRequest payment = payment(student, "30.00", office.owed(student).toArray(ChargeId[]::new));
        long rows = office.count("fees_jrl");
        office.administrator.execute(
                "ALTER TABLE fees_jrl ADD CONSTRAINT full_disk CHECK (trans_type <> 'chg' OR paid_id IS NULL)");

        assertThatThrownBy(() -> office.cashier.receive(payment)).isInstanceOf(StorageException.class);
        assertThat(office.count("fees_jrl")).isEqualTo(rows);
        assertThat(office.ask("SELECT value FROM fees_counter WHERE name = 'receipt'"))
                .isEqualTo("0");

        office.administrator.execute("ALTER TABLE fees_jrl DROP CONSTRAINT full_disk");
        assertThat(office.cashier.receive(payment).number().value()).isEqualTo(1);
    }
}
