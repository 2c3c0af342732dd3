package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.draft;
import static org.openadmin.fees.testkit.Kit.fee;
import static org.openadmin.fees.testkit.Kit.only;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.spi.Settings;

/** What {@link org.openadmin.fees.api.billing.FeeAssessment} promises about students who already have the fee. */
public abstract class AlreadyChargedContract extends OfficeContract {

    @Test
    void onlyTheSameNameCountsAsAlreadyCharged() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");

        assertThat(alreadyCharged(student, draft(fee("Trip", "12.00"), only(student))))
                .isTrue();
        assertThat(alreadyCharged(student, draft(fee("TRIP", "12.00"), only(student))))
                .isTrue();
        assertThat(alreadyCharged(student, draft(fee("Trip 2", "30.00"), only(student))))
                .isFalse();
        assertThat(candidate(student, draft(fee("Trip 2", "30.00"), only(student)))
                        .charged())
                .isEmpty();
    }

    @Test
    void aChargeOfTheLastOrNextFourWeeksCountsAsAlreadyCharged() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");

        for (int days : List.of(-28, -1, 0, 1, 28)) {
            Candidate near = candidate(student, trip(DAY.plusDays(days), student));
            assertThat(near.alreadyCharged()).as(days + " days").isTrue();
            assertThat(near.charged()).contains(DAY);
            refusal(NobodyToChargeException.class, () -> post(Kit.assessing(trip(DAY.plusDays(days), student))));
        }
        assertAccount(student, "30.00", "30.00");
    }

    @Test
    void aFeeThatWasChargedLongerAgoIsChargedAgainAndItsDateIsShown() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");

        for (int days : List.of(-400, -29, 29, 400)) {
            Candidate far = candidate(student, trip(DAY.plusDays(days), student));
            assertThat(far.alreadyCharged()).as(days + " days").isFalse();
            assertThat(far.charged()).contains(DAY);
        }
        Assessment next = post(Kit.assessing(trip(DAY.plusDays(29), student)));
        assertThat(next.count()).isEqualTo(1);
        assertThat(next.alreadyCharged()).isZero();
        assertAccount(student, "60.00", "60.00");
    }

    @Test
    void theNearestOfSeveralChargesIsShown() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");
        post(Kit.assessing(trip(DAY.plusDays(40), student)));

        assertThat(candidate(student, trip(DAY.plusDays(10), student)).charged())
                .contains(DAY);
        assertThat(candidate(student, trip(DAY.plusDays(20), student)).charged())
                .contains(DAY);
        assertThat(candidate(student, trip(DAY.plusDays(21), student)).charged())
                .contains(DAY.plusDays(40));
        assertThat(candidate(student, trip(DAY.plusDays(300), student)).charged())
                .contains(DAY.plusDays(40));
    }

    @Test
    void aChargeOfAnyYearIsShownWheneverTheOthersWereCharged() {
        StudentNumber lately = student();
        StudentNumber yearsAgo = student();
        StudentNumber never = student();
        charge(lately, "Excursion", "30.00");
        office.add(JournalRow.charge("Excursion", "30.00").student(lately).on(DAY.minusYears(9)));
        office.add(JournalRow.charge("Excursion", "30.00").student(yearsAgo).on(DAY.minusYears(9)));
        AssessmentDraft draft = draft(fee("Excursion", "30.00"), only(lately, yearsAgo, never));

        assertThat(candidate(lately, draft).charged()).contains(DAY);
        assertThat(candidate(yearsAgo, draft).charged()).contains(DAY.minusYears(9));
        assertThat(candidate(never, draft).charged()).isEmpty();
    }

    @Test
    void howManyDaysCountIsConfigured() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");
        Settings usual = Kit.settings();
        try {
            office.configure(usual.withRepeatDays(0));
            assertThat(alreadyCharged(student, trip(DAY, student))).isTrue();
            assertThat(alreadyCharged(student, trip(DAY.plusDays(1), student))).isFalse();
            office.configure(usual.withRepeatDays(60));
            assertThat(alreadyCharged(student, trip(DAY.plusDays(60), student))).isTrue();
        } finally {
            office.configure(usual);
        }
    }

    @Test
    void anOldChargeWithoutADateDoesNotCountAsCharged() {
        StudentNumber student = student();
        office.add(JournalRow.charge("Trip", "30.00").student(student));

        Candidate candidate = candidate(student, trip(DAY, student));

        assertThat(candidate.charged()).isEmpty();
        assertThat(candidate.alreadyCharged()).isFalse();
    }

    @Test
    void aReversedChargeDoesNotCountButAPaidOrWaivedOneDoes() {
        StudentNumber reversed = student();
        StudentNumber waived = student();
        StudentNumber paid = student();
        ChargeId charge = charge(reversed, "Trip", "30.00");
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, charge, DAY, ""));
        ChargeId bursary = charge(waived, "Trip", "30.00");
        office.corrections().apply(new Waive(RequestKey.fresh(), CLERK, bursary, DAY, "Bursary"));
        pay(paid, "30.00", charge(paid, "Trip", "30.00"));
        AssessmentDraft draft = draft(fee("Trip", "30.00"), only(reversed, waived, paid));

        assertThat(alreadyCharged(reversed, draft)).isFalse();
        assertThat(alreadyCharged(waived, draft)).isTrue();
        assertThat(alreadyCharged(paid, draft)).isTrue();
    }

    private Assessment post(AssessmentRequest request) {
        return office.assessment().post(request);
    }

    private static AssessmentDraft trip(LocalDate date, StudentNumber student) {
        return new AssessmentDraft(Optional.empty(), fee("Trip", "30.00"), date, only(student));
    }

    private boolean alreadyCharged(StudentNumber student, AssessmentDraft draft) {
        return candidate(student, draft).alreadyCharged();
    }

    private Candidate candidate(StudentNumber student, AssessmentDraft draft) {
        return office.assessment().preview(VIEWER, draft).candidates().stream()
                .filter(each -> each.student().number().equals(student))
                .findFirst()
                .orElseThrow();
    }
}
