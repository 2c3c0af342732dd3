package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.cancel;
import static org.openadmin.fees.testkit.CorrectionRequests.undo;
import static org.openadmin.fees.testkit.CorrectionRequests.waive;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ChargeSettledException;

/** What {@link Corrections} promises of reversals, waivers and assessments that are undone. */
public abstract class ReversalsContract extends OfficeContract {

    @Test
    void aReversalTakesAChargeOffTheAccount() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "24.95", "GST");

        Correction done = apply(cancel(lab));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 1, cad("-26.20"), 0, cad("0.00"), cad("0.00")));
        assertAccount(student, "0.00", "0.00");
        JournalEntry row = newest(student);
        assertThat(row.kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(row.name()).isEqualTo("Lab fee");
        assertThat(row.description()).isEqualTo("Mistake");
        assertThat(row.total()).isEqualTo(cad("-26.20"));
        assertThat(row.date()).contains(LATER);
        assertThat(row.reverses()).isEqualTo(OptionalLong.of(lab.value()));
        assertThat(row.recordedBy()).isEqualTo("clerk");
        assertThat(row.student().orElseThrow().name()).isEqualTo("Tremblay, Inès");
        assertThat(row(student, lab.value()).settledBy()).isEqualTo(OptionalLong.of(row.id()));
    }

    @Test
    void theMoneyOfAReversedChargeBecomesCredit() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, "30.00", trip);

        assertThat(apply(cancel(trip)).toCredit()).isEqualTo(cad("30.00"));

        assertAccount(student, "-30.00", "0.00");
    }

    @Test
    void aChargeIsReversedOrWaivedOnlyOnce() {
        StudentNumber student = student();
        ChargeId reversed = charge(student, "Trip", "30.00");
        ChargeId waived = charge(student, "Bus", "5.00");
        apply(cancel(reversed));
        apply(waive(waived));

        for (CorrectionRequest again : List.of(cancel(reversed), waive(reversed), cancel(waived), waive(waived))) {
            AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(again));
            assertThat(refusal.subject()).isEqualTo(Subject.CHARGE);
            assertThat(refusal.number()).isIn(reversed.value(), waived.value());
        }
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void onlyAnOutstandingChargeIsWaived() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");
        pay(student, "30.00", trip);

        assertThat(refusal(ChargeSettledException.class, () -> apply(waive(trip)))
                        .charges())
                .containsExactly(trip);
        assertThat(apply(waive(bus)))
                .isEqualTo(new Correction(EntryKind.WAIVER, LATER, 1, cad("-25.00"), 0, cad("0.00"), cad("0.00")));
        assertAccount(student, "0.00", "0.00");
        assertThat(newest(student).description()).isEqualTo("Bursary");
    }

    @Test
    void anUndoneAssessmentHasEachOfItsChargesReversedThatWasNotYet() {
        StudentNumber paid = student();
        StudentNumber owing = student();
        StudentNumber waived = student();
        BatchNumber batch = office.assessment()
                .post(Kit.assessing(Kit.fee("Ski trip", "10.00"), Kit.only(paid, owing, waived)))
                .batch();
        pay(paid, "12.00", owed(paid).get(0));
        apply(waive(owed(waived).get(0)));

        assertThat(apply(undo(batch)))
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 2, cad("-20.00"), 0, cad("0.00"), cad("10.00")));

        assertAccount(paid, "-12.00", "0.00");
        assertAccount(owing, "0.00", "0.00");
        assertAccount(waived, "0.00", "0.00");
        AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(undo(batch)));
        assertThat(refusal.subject()).isEqualTo(Subject.ASSESSMENT);
        assertThat(refusal.number()).isEqualTo(batch.value());
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }
}
