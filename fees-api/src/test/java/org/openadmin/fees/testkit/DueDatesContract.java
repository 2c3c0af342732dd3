package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.fee;
import static org.openadmin.fees.testkit.Kit.only;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.journal.JournalEntry;

/** When a charge is due: as the assessment, the predefined fee or the settings have it, and on its own date if it is an old row. */
public abstract class DueDatesContract extends OfficeContract {

    private static final LocalDate LATER = DAY.plusDays(37);

    @AfterEach
    void dueOnTheDateAgain() {
        office.configure(Kit.settings());
    }

    @Test
    void theAssessmentGivesADayOrANumberOfDays() {
        office.configure(Kit.settings().withDueDays(30));

        assertDue(LATER, post(draft(new Due.On(LATER))));
        assertDue(DAY.plusDays(14), post(draft(new Due.After(14))));
        assertDue(DAY, post(draft(new Due.After(0))));
        assertDue(DAY, post(draft(new Due.On(DAY))));
    }

    @Test
    void withoutOneTheSchoolsUsualNumberOfDaysApplies() {
        office.configure(Kit.settings().withDueDays(30));
        AssessmentDraft draft = new AssessmentDraft(Optional.empty(), fee("Trip", "30.00"), DAY, only(student()));

        assertThat(office.assessment().preview(VIEWER, draft).due()).isEqualTo(DAY.plusDays(30));
        assertDue(DAY.plusDays(30), post(draft));
    }

    @Test
    void aPredefinedFeeKeepsItsDayOrItsDays() {
        for (Optional<Due> due : List.of(
                Optional.<Due>empty(), Optional.<Due>of(new Due.On(LATER)), Optional.<Due>of(new Due.After(365)))) {
            PredefinedFee added = add(RequestKey.fresh(), due);

            assertThat(added.due()).isEqualTo(due);
            assertThat(office.catalogue().find(added.id())).contains(added);
        }
    }

    @Test
    void aPredefinedFeeDecidesUnlessTheAssessmentDoes() {
        PredefinedFee days = add(RequestKey.fresh(), Optional.of(new Due.After(14)));
        PredefinedFee day = add(RequestKey.fresh(), Optional.of(new Due.On(LATER)));
        PredefinedFee none = add(RequestKey.fresh(), Optional.empty());

        assertDue(DAY.plusDays(14), post(of(days, DAY, Optional.empty())));
        assertDue(LATER, post(of(day, DAY, Optional.empty())));
        assertDue(DAY, post(of(none, DAY, Optional.empty())));
        assertDue(DAY.plusDays(3), post(of(day, DAY, Optional.of(new Due.After(3)))));
    }

    @Test
    void aDueDateBeforeTheChargeIsRefused() {
        LocalDate yesterday = DAY.minusDays(1);
        DateNotAllowedException given = refusal(DateNotAllowedException.class, () -> draft(new Due.On(yesterday)));
        assertThat(given.limit()).isEqualTo(DateNotAllowedException.Limit.DUE_BEFORE_CHARGE);
        assertThat(given.date()).isEqualTo(yesterday);
        assertThat(given.allowed()).isEqualTo(DAY);

        AssessmentDraft late =
                of(add(RequestKey.fresh(), Optional.of(new Due.On(LATER))), LATER.plusDays(1), Optional.empty());
        assertThat(refusal(DateNotAllowedException.class, () -> office.assessment()
                                .preview(VIEWER, late))
                        .allowed())
                .isEqualTo(LATER.plusDays(1));
        refusal(DateNotAllowedException.class, () -> post(late));
    }

    @Test
    void aDueDateAfter2999IsRefused() {
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(), fee("Trip", "30.00"), LocalDate.of(2999, 12, 31), only(student()));
        office.configure(Kit.settings().withDueDays(1));

        assertThat(refusal(InvalidInputException.class, () -> post(draft)).field())
                .isEqualTo(Field.DUE);
    }

    @Test
    void theSameKeyWithAnotherDueDateIsRefused() {
        AssessmentDraft draft = draft(new Due.On(LATER));
        AssessmentRequest request = Kit.assessing(draft);
        Assessment done = office.assessment().post(request);

        assertThat(office.assessment().post(request)).isEqualTo(done);
        AssessmentDraft other = new AssessmentDraft(
                Optional.empty(), draft.fee(), DAY, draft.audience(), Optional.of(new Due.After(1)));
        refusal(RequestKeyReusedException.class, () -> office.assessment()
                .post(new AssessmentRequest(request.key(), CLERK, other, Set.of(), Set.of(), OptionalInt.empty())));

        RequestKey key = RequestKey.fresh();
        PredefinedFee added = add(key, Optional.of(new Due.After(14)));
        assertThat(add(key, Optional.of(new Due.After(14)))).isEqualTo(added);
        refusal(RequestKeyReusedException.class, () -> add(key, Optional.of(new Due.After(15))));
    }

    @Test
    void theSameRequestIsAnsweredAfterTheUsualDaysHaveChanged() {
        AssessmentRequest request =
                Kit.assessing(new AssessmentDraft(Optional.empty(), fee("Trip", "30.00"), DAY, only(student())));
        Assessment done = office.assessment().post(request);
        office.configure(Kit.settings().withDueDays(30));

        assertThat(office.assessment().post(request)).isEqualTo(done);
    }

    @Test
    void anOldChargeWasDueOnItsDate() {
        StudentNumber student = student();
        long old =
                office.add(JournalRow.charge("Old fee", "5.00").student(student).on(DAY));
        long undated = office.add(JournalRow.charge("Older fee", "5.00").student(student));

        assertThat(row(student, old).due()).contains(DAY);
        assertThat(row(student, undated).due()).isEmpty();
        assertThat(office.accounts().outstanding(student))
                .extracting(Charge::due)
                .contains(DAY);
    }

    @Test
    void rowsThatAreNoChargesHaveNoDueDate() {
        StudentNumber student = student();
        pay(student, "5.00");

        assertThat(newest(student).due()).isEmpty();
    }

    @Test
    void aChargeIsOverdueFromTheDayAfterUntilItIsSettled() {
        StudentNumber student = student();
        Assessment done = post(new AssessmentDraft(
                Optional.empty(), fee("Trip", "30.00"), DAY, only(student), Optional.of(new Due.On(LATER))));
        JournalEntry entry = newest(student);

        assertThat(entry.isOverdue(done.due())).isFalse();
        assertThat(entry.isOverdue(done.due().plusDays(1))).isTrue();
        Charge charge = office.accounts().outstanding(student).get(0);
        assertThat(charge.isPastDue(done.due())).isFalse();
        assertThat(charge.isPastDue(done.due().plusDays(1))).isTrue();
        pay(student, "30.00", charge.id());
        assertThat(row(student, entry.id()).isOverdue(done.due().plusDays(1))).isFalse();
        assertThat(row(student, entry.id()).due()).contains(done.due());
    }

    private void assertDue(LocalDate due, Assessment done) {
        assertThat(done.due()).isEqualTo(due);
        assertThat(office.assessment().find(VIEWER, done.batch()).orElseThrow().assessment())
                .isEqualTo(done);
        StudentNumber student = office.assessment()
                .find(VIEWER, done.batch())
                .orElseThrow()
                .charged()
                .get(0);
        assertThat(newest(student).due()).contains(due);
        assertThat(office.accounts().outstanding(student))
                .extracting(Charge::due)
                .containsExactly(due);
    }

    private Assessment post(AssessmentDraft draft) {
        return office.assessment().post(Kit.assessing(draft));
    }

    private AssessmentDraft draft(Due due) {
        return new AssessmentDraft(Optional.empty(), fee("Trip", "30.00"), DAY, only(student()), Optional.of(due));
    }

    private AssessmentDraft of(PredefinedFee kept, LocalDate date, Optional<Due> due) {
        Optional<PredefinedFeeId> id = Optional.of(kept.id());
        return new AssessmentDraft(id, kept.fee(), date, only(student()), due);
    }

    private PredefinedFee add(RequestKey key, Optional<Due> due) {
        return office.catalogue()
                .add(new FeeCatalogue.AddRequest(key, CLERK, fee("Trip", "30.00"), Optional.empty(), due));
    }
}
