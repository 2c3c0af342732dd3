package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.fee;
import static org.openadmin.fees.testkit.Kit.only;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.catchup.CatchUpNotPossibleException;
import org.openadmin.fees.api.catchup.CatchUpNotPossibleException.Problem;
import org.openadmin.fees.api.catchup.CatchUpPreview;
import org.openadmin.fees.api.catchup.CatchUpPreview.Left;
import org.openadmin.fees.api.catchup.DismissRequest;
import org.openadmin.fees.api.catchup.GroupChange;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;

/** What {@link org.openadmin.fees.api.catchup.CatchUps} promises. */
public abstract class CatchUpsContract extends OfficeContract {

    private int rooms;

    @Test
    void whoJoinedIsChargedAndWhoLeftIsReversed() {
        String room = room();
        StudentNumber stays = in(room);
        StudentNumber leaves = in(room);
        BatchNumber batch = assess("Lab", "40.00", room);
        StudentNumber joins = in(room);
        moves(leaves);

        CatchUpPreview preview = preview(batch);
        assertThat(preview.joined()).extracting(each -> each.student().number()).containsExactly(joins);
        assertThat(preview.left())
                .extracting(each -> each.student().number(), Left::batch, Left::outstanding, Left::settled)
                .containsExactly(tuple(leaves, batch, cad("40.00"), cad("0.00")));
        assertThat(preview.left().get(0).now()).isPresent();
        assertThat(change(batch)).contains(preview.change());
        assertThat(preview.change())
                .extracting(GroupChange::joined, GroupChange::left)
                .containsExactly(1, 1);

        office.assessment().post(preview.charge(RequestKey.fresh(), CLERK, Set.of(joins)));
        cancel(preview, leaves);

        assertAccount(stays, "40.00", "40.00");
        assertAccount(joins, "40.00", "40.00");
        assertAccount(leaves, "0.00", "0.00");
        assertThat(change(batch)).isEmpty();
        assertThat(preview(batch).change().isAny()).isFalse();
    }

    @Test
    void whatAStudentWhoLeftHasPaidBecomesCredit() {
        String room = room();
        StudentNumber leaves = in(room);
        in(room);
        BatchNumber batch = assess("Trip", "30.00", room);
        pay(leaves, "30.00", owed(leaves).get(0));
        moves(leaves);

        Left left = preview(batch).left().get(0);
        assertThat(left.outstanding()).isEqualTo(cad("0.00"));
        assertThat(left.settled()).isEqualTo(cad("30.00"));
        Correction done = cancel(preview(batch), leaves).get(0);
        assertThat(done.toCredit()).isEqualTo(cad("30.00"));
        assertAccount(leaves, "-30.00", "0.00");
    }

    @Test
    void aStudentWhoIsNoLongerEnrolledHasLeft() {
        String room = room();
        StudentNumber leaves = in(room);
        in(room);
        BatchNumber batch = assess("Gym", "12.00", room);
        office.remove(leaves);

        Left left = preview(batch).left().get(0);
        assertThat(left.student().number()).isEqualTo(leaves);
        assertThat(left.student().name()).isEqualTo("Tremblay, Inès");
        assertThat(left.now()).isEmpty();
    }

    @Test
    void openAndPaidPartsOfASplitChargeAreToldApart() {
        String room = room();
        StudentNumber leaves = in(room);
        in(room);
        BatchNumber batch = assess("Band", "100.00", room);
        office.corrections()
                .apply(new Split(
                        RequestKey.fresh(),
                        CLERK,
                        owed(leaves).get(0),
                        PartPlan.of(cad("60.00"), cad("40.00")),
                        DAY,
                        ""));
        pay(leaves, "60.00", owed(leaves).get(0));
        moves(leaves);

        assertThat(preview(batch).left())
                .extracting(Left::outstanding, Left::settled)
                .containsExactly(tuple(cad("40.00"), cad("60.00")));
        cancel(preview(batch), leaves);
        assertAccount(leaves, "-60.00", "0.00");
        assertThat(preview(batch).left()).isEmpty();
    }

    @Test
    void studentsWhoWereLeftOutOnPurposeHaveNotJoined() {
        String room = room();
        in(room);
        StudentNumber excepted = in(room);
        AssessmentDraft draft = draft("Locker", "5.00", room);
        BatchNumber batch = office.assessment()
                .post(new AssessmentRequest(
                        RequestKey.fresh(), CLERK, draft, Set.of(excepted), Set.of(), OptionalInt.empty()))
                .batch();
        assertThat(preview(batch).joined())
                .allMatch(CatchUpPreview.Joined::leftOut)
                .hasSize(1);
        assertThat(change(batch)).isEmpty();

        StudentNumber joins = in(room);
        assertThat(change(batch)).isPresent();
        DismissRequest dismiss = new DismissRequest(RequestKey.fresh(), CLERK, batch, Set.of(joins), "Has one");
        assertNeeds(Role.BILL, () -> office.catchUps()
                .dismiss(new DismissRequest(RequestKey.fresh(), CASHIER, batch, Set.of(joins), "")));
        office.catchUps().dismiss(dismiss);
        office.catchUps().dismiss(dismiss);
        assertThat(change(batch)).isEmpty();
        assertThat(preview(batch).joined()).hasSize(2).allMatch(CatchUpPreview.Joined::leftOut);

        // who was left out can still be charged
        office.assessment().post(preview(batch).charge(RequestKey.fresh(), CLERK, Set.of(joins)));
        assertAccount(joins, "5.00", "5.00");
        BatchNumber other = assess("Other", "5.00", room);
        refusal(RequestKeyReusedException.class, () -> office.catchUps()
                .dismiss(new DismissRequest(dismiss.key(), CLERK, other, Set.of(joins), "")));
        refusal(UnknownBatchException.class, () -> office.catchUps()
                .dismiss(new DismissRequest(RequestKey.fresh(), CLERK, new BatchNumber(999_999), Set.of(joins), "")));
        assertThat(office.audit().entries(Kit.ADMIN, AuditQuery.everything(), Page.first(Page.MAX_LIMIT)).stream()
                        .filter(entry -> entry.operation() == AuditOperation.DISMISS)
                        .filter(entry -> entry.outcome() == AuditOutcome.DONE))
                .hasSize(1);
    }

    @Test
    void aMemberWhoseChargeWasReversedHasNotJoined() {
        String room = room();
        StudentNumber free = in(room);
        in(room);
        BatchNumber batch = assess("Shirt", "18.00", room);
        office.corrections()
                .apply(new Cancel(RequestKey.fresh(), CLERK, owed(free).get(0), DAY, ""));

        assertThat(preview(batch).joined())
                .allMatch(CatchUpPreview.Joined::leftOut)
                .hasSize(1);
        assertThat(change(batch)).isEmpty();
    }

    @Test
    void whoJoinedAndLeftAgainIsReversedInTheAssessmentThatCharged() {
        String room = room();
        in(room);
        BatchNumber batch = assess("Choir", "22.00", room);
        StudentNumber visitor = in(room);
        BatchNumber next = office.assessment()
                .post(preview(batch).charge(RequestKey.fresh(), CLERK, Set.of(visitor)))
                .batch();
        moves(visitor);

        assertThat(preview(batch).left())
                .extracting(each -> each.student().number(), Left::batch)
                .containsExactly(tuple(visitor, next));
        assertThat(preview(batch).cancel(RequestKey.fresh(), CLERK, Set.of(visitor), "", Set.of()))
                .extracting(Undo::batch)
                .containsExactly(next);
        cancel(preview(batch), visitor);
        assertAccount(visitor, "0.00", "0.00");
        assertThat(office.catchUps().changes(VIEWER, DAY))
                .noneMatch(each -> each.assessment().batch().equals(next));
    }

    @Test
    void aChargeOfTheSameFeeInTheSchoolYearCounts() {
        String room = room();
        in(room);
        BatchNumber batch = assess("Agenda", "9.00", room);
        StudentNumber late = in(room);
        charge(late, LocalDate.of(2027, 3, 1), "AGENDA", "9.00");
        assertThat(preview(batch).joined()).isEmpty();

        StudentNumber again = in(room);
        charge(again, LocalDate.of(2026, 8, 31), "Agenda", "9.00");
        CatchUpPreview preview = preview(batch);
        assertThat(preview.joined())
                .extracting(each -> each.student().number(), CatchUpPreview.Joined::chargedBefore)
                .containsExactly(tuple(again, Optional.of(LocalDate.of(2026, 8, 31))));

        // the charge is so near that an assessment leaves out who has it
        office.assessment().post(preview.charge(RequestKey.fresh(), CLERK, Set.of(again)));
        assertAccount(again, "18.00", "18.00");
        assertThat(preview(batch).joined()).isEmpty();
    }

    @Test
    void nobodyJoinsStudentsWhoWereNamed() {
        StudentNumber stays = student();
        StudentNumber leaves = student();
        BatchNumber batch = office.assessment()
                .post(Kit.assessing(fee("Ticket", "7.00"), only(stays, leaves)))
                .batch();
        office.remove(leaves);

        CatchUpPreview preview = preview(batch);
        assertThat(preview.joined()).isEmpty();
        assertThat(preview.left()).extracting(each -> each.student().number()).containsExactly(leaves);
        assertThat(change(batch)).isEmpty();
    }

    @Test
    void aGroupThatIsGoneIsNamed() {
        String room = room();
        StudentNumber only = in(room);
        BatchNumber batch = assess("Lost", "7.00", room);
        moves(only);

        UnknownGroupValueException gone = refusal(UnknownGroupValueException.class, () -> preview(batch));
        assertThat(gone.values()).containsExactly(room);
        assertThat(change(batch)).isEmpty();
    }

    @Test
    void anotherSchoolYearNeedsAnAssessmentOfItsOwn() {
        String room = room();
        in(room);
        BatchNumber batch = assess("Year", "7.00", room);
        in(room);

        for (LocalDate day : List.of(LocalDate.of(2026, 8, 31), LocalDate.of(2027, 9, 1))) {
            CatchUpNotPossibleException refused = refusal(
                    CatchUpNotPossibleException.class, () -> office.catchUps().preview(VIEWER, batch, day));
            assertThat(refused.problem()).isEqualTo(Problem.OTHER_YEAR);
            assertThat(refused.assessment().batch()).isEqualTo(batch);
            assertThat(office.catchUps().changes(VIEWER, day))
                    .noneMatch(each -> each.assessment().batch().equals(batch));
        }
        refusal(UnknownBatchException.class, () -> preview(new BatchNumber(999_999)));
        assertNeeds(Role.VIEW, () -> office.catchUps().preview(NOBODY, batch, DAY));
        assertNeeds(Role.VIEW, () -> office.catchUps().changes(NOBODY, DAY));
    }

    @Test
    void anAssessmentThatWasUndoneIsCaughtUpByNobody() {
        String room = room();
        in(room);
        BatchNumber batch = assess("Undone", "7.00", room);
        office.corrections().apply(new Undo(RequestKey.fresh(), CLERK, batch, DAY, ""));

        assertThat(refusal(CatchUpNotPossibleException.class, () -> preview(batch))
                        .problem())
                .isEqualTo(Problem.UNDONE);
        assertThat(change(batch)).isEmpty();
    }

    @Test
    void whoJoinsLaterOwesOnTheSameDayOrLater() {
        String room = room();
        in(room);
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(),
                fee("Due", "10.00", "GST"),
                DAY,
                Audience.Group.parse(GroupKind.HOMEROOM, room),
                Optional.of(new Due.On(TODAY)));
        BatchNumber batch = office.assessment().post(Kit.assessing(draft)).batch();
        StudentNumber joins = in(room);

        CatchUpPreview preview = preview(batch);
        assertThat(preview.due()).isEqualTo(TODAY);
        assertThat(preview.each().total()).isEqualTo(cad("10.50"));
        assertThat(office.catchUps().preview(VIEWER, batch, TODAY.plusDays(1)).due())
                .isEqualTo(TODAY.plusDays(1));
        office.assessment().post(preview.charge(RequestKey.fresh(), CLERK, Set.of(joins)));
        assertThat(office.accounts().outstanding(joins).get(0).due()).isEqualTo(TODAY);
        assertThat(newest(joins).description()).isEqualTo("");
        assertThat(newest(joins).taxes()).hasSize(1);
    }

    @Test
    void aRequestForSomeStudentsIsNotOneForOthers() {
        String room = room();
        StudentNumber one = in(room);
        StudentNumber two = in(room);
        in(room);
        BatchNumber batch = assess("Some", "7.00", room);
        RequestKey key = RequestKey.fresh();
        Undo some = new Undo(key, CLERK, batch, Set.of(one, two), DAY, "", Set.of());

        Correction done = office.corrections().apply(some);
        assertThat(done.rows()).isEqualTo(2);
        assertThat(office.corrections().apply(some)).isEqualTo(done);
        for (Set<StudentNumber> others : List.of(Set.of(one), Set.<StudentNumber>of())) {
            refusal(RequestKeyReusedException.class, () -> office.corrections()
                    .apply(new Undo(key, CLERK, batch, others, DAY, "", Set.of())));
        }
        assertAccount(one, "0.00", "0.00");
        assertThat(office.assessment().find(VIEWER, batch).orElseThrow().charged())
                .hasSize(1);
    }

    @Test
    void anAssessmentThatFollowsAnotherIsNotOneOfItsOwn() {
        String room = room();
        in(room);
        BatchNumber batch = assess("Follow", "7.00", room);
        StudentNumber joins = in(room);
        AssessmentRequest request = preview(batch).charge(RequestKey.fresh(), CLERK, Set.of(joins));

        BatchNumber next = office.assessment().post(request).batch();
        assertThat(office.assessment().post(request).batch()).isEqualTo(next);
        AssessmentDraft draft = request.draft();
        AssessmentDraft own =
                new AssessmentDraft(draft.predefined(), draft.fee(), draft.date(), draft.audience(), draft.due());
        refusal(RequestKeyReusedException.class, () -> office.assessment()
                .post(new AssessmentRequest(request.key(), CLERK, own, Set.of(), Set.of(), OptionalInt.of(1))));
    }

    private String room() {
        return "C" + ++rooms;
    }

    private StudentNumber in(String room) {
        return student("Tremblay", "Inès", "9", room);
    }

    /** The student moves to another homeroom. */
    private void moves(StudentNumber student) {
        office.enrol(Kit.student(student.value(), "Tremblay", "Inès", "9", "Z1"));
    }

    private static AssessmentDraft draft(String name, String amount, String room) {
        return Kit.draft(fee(name, amount), Audience.Group.parse(GroupKind.HOMEROOM, room));
    }

    private BatchNumber assess(String name, String amount, String room) {
        return office.assessment()
                .post(Kit.assessing(draft(name, amount, room)))
                .batch();
    }

    private CatchUpPreview preview(BatchNumber batch) {
        return office.catchUps().preview(VIEWER, batch, DAY);
    }

    private Optional<GroupChange> change(BatchNumber batch) {
        return office.catchUps().changes(VIEWER, DAY).stream()
                .filter(each -> each.assessment().batch().equals(batch))
                .findFirst();
    }

    private List<Correction> cancel(CatchUpPreview preview, StudentNumber student) {
        return preview.cancel(RequestKey.fresh(), CLERK, Set.of(student), "", Set.of()).stream()
                .map((CorrectionRequest undo) -> office.corrections().apply(undo))
                .toList();
    }
}
