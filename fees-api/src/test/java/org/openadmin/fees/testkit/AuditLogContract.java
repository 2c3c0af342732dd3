package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.fee;
import static org.openadmin.fees.testkit.Kit.only;
import static org.openadmin.fees.testkit.Kit.paying;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link org.openadmin.fees.api.audit.AuditLog} promises, of the commands of all services. */
public abstract class AuditLogContract extends OfficeContract {

    protected static final Actor ADMIN = new Actor("head", EnumSet.of(Role.ADMIN));

    @Test
    void aPaymentIsALineWithItsReceipt() {
        StudentNumber student = student();
        PaymentRequest request = paying(student, "20.00");

        Receipt receipt = office.cashier().receive(request);

        AuditEntry line = line(request.key());
        assertThat(line.user()).isEqualTo("cashier");
        assertThat(line.operation()).isEqualTo(AuditOperation.PAYMENT);
        assertThat(line.subject()).contains(new AuditSubject(Kind.STUDENT, student.value()));
        assertThat(line.result())
                .contains(new AuditSubject(Kind.RECEIPT, receipt.number().value()));
        assertThat(line.outcome()).isEqualTo(AuditOutcome.DONE);
        assertThat(line.reason()).isEmpty();
        assertThat(line.at()).isBetween(receipt.recordedAt().orElseThrow(), Kit.CLOCK.instant());
    }

    @Test
    void anAssessmentAndItsUndoingAreLines() {
        StudentNumber student = student();
        AssessmentRequest request = Kit.assessing(fee("Trip", "8.00"), only(student));

        Assessment done = office.assessment().post(request);

        AuditSubject batch = new AuditSubject(Kind.ASSESSMENT, done.batch().value());
        AuditEntry line = line(request.key());
        assertThat(line.operation()).isEqualTo(AuditOperation.ASSESS);
        assertThat(line.user()).isEqualTo("clerk");
        assertThat(line.subject()).isEmpty();
        assertThat(line.result()).contains(batch);
        assertDone(new Undo(RequestKey.fresh(), CLERK, done.batch(), TODAY, ""), AuditOperation.UNDO, batch);
        assertThat(lines(AuditQuery.everything().about(batch)))
                .extracting(AuditEntry::operation)
                .containsExactly(AuditOperation.UNDO, AuditOperation.ASSESS);
    }

    @Test
    void eachCorrectionIsALineAboutWhatItCorrects() {
        StudentNumber student = student();
        ChargeId reversed = charge(student, "Lab", "5.00");
        ChargeId waived = charge(student, "Bus", "7.00");
        Receipt mistake = pay(student, "30.00");
        pay(student, "11.00");

        assertDone(
                new Cancel(RequestKey.fresh(), CLERK, reversed, TODAY, "Left"),
                AuditOperation.REVERSE,
                new AuditSubject(Kind.CHARGE, reversed.value()));
        assertDone(
                new Waive(RequestKey.fresh(), CLERK, waived, TODAY, "Bursary"),
                AuditOperation.WAIVE,
                new AuditSubject(Kind.CHARGE, waived.value()));
        assertDone(
                new VoidReceipt(RequestKey.fresh(), CASHIER, mistake.number(), TODAY, ""),
                AuditOperation.VOID,
                new AuditSubject(Kind.RECEIPT, mistake.number().value()));
        assertDone(refund(student, "10.00"), AuditOperation.REFUND, new AuditSubject(Kind.STUDENT, student.value()));
    }

    private void assertDone(CorrectionRequest request, AuditOperation operation, AuditSubject subject) {
        office.corrections().apply(request);

        AuditEntry line = line(request.key());
        assertThat(line.operation()).isEqualTo(operation);
        assertThat(line.user()).isEqualTo(request.actor().name());
        assertThat(line.subject()).contains(subject);
        assertThat(line.outcome()).isEqualTo(AuditOutcome.DONE);
    }

    @Test
    void predefinedFeesAreAddedAndRemovedWithALineEach() {
        FeeCatalogue.AddRequest request =
                new FeeCatalogue.AddRequest(RequestKey.fresh(), CLERK, fee("Audited", "8.00"), Optional.empty());

        PredefinedFee added = office.catalogue().add(request);
        AuditSubject subject = new AuditSubject(Kind.FEE, added.id().value());
        assertThat(line(request.key()).result()).contains(subject);

        office.catalogue().remove(CLERK, added.id());
        refusal(FeesException.class, () -> office.catalogue().remove(CLERK, added.id()));

        List<AuditEntry> lines = lines(AuditQuery.everything().about(subject));
        assertThat(lines)
                .extracting(AuditEntry::operation)
                .containsExactly(AuditOperation.REMOVE_FEE, AuditOperation.REMOVE_FEE, AuditOperation.ADD_FEE);
        assertThat(lines)
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.REFUSED, AuditOutcome.DONE, AuditOutcome.DONE);
        assertThat(lines.get(0).reason()).isEqualTo("unknown-predefined-fee");
        assertThat(lines.get(0).key()).isEmpty();
    }

    @Test
    void anAssessmentOfAPredefinedFeeIsAboutThatFee() {
        StudentNumber student = student();
        PredefinedFee added = office.catalogue()
                .add(new FeeCatalogue.AddRequest(RequestKey.fresh(), CLERK, fee("Kept", "8.00"), Optional.empty()));
        AssessmentRequest request =
                Kit.assessing(new AssessmentDraft(Optional.of(added.id()), added.fee(), DAY, only(student)));

        office.assessment().post(request);

        assertThat(line(request.key()).subject())
                .contains(new AuditSubject(Kind.FEE, added.id().value()));
    }

    @Test
    void aRepeatedRequestAddsNoLine() {
        PaymentRequest payment = paying(student(), "20.00");
        office.cashier().receive(payment);
        AssessmentRequest assessment = Kit.assessing(fee("Once", "8.00"), only(student()));
        office.assessment().post(assessment);

        office.cashier().receive(payment);
        office.assessment().post(assessment);

        line(payment.key());
        line(assessment.key());
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        PaymentRequest payment = paying(student(), "20.00");
        office.cashier().receive(payment);

        refusal(FeesException.class, () -> office.cashier()
                .receive(paying(payment.key(), CASHIER, payment.student(), "21.00")));

        assertThat(lines(payment.key()))
                .extracting(AuditEntry::reason)
                .containsExactlyInAnyOrder("", "request-key-reused");
    }

    @Test
    void aMissingRoleIsALineForEachCommand() {
        Actor intruder = new Actor("intruder", Set.of(Role.VIEW));
        StudentNumber student = student();
        ChargeId charge = charge(student, "Lab", "5.00");
        long before = office.audit().count(ADMIN, AuditQuery.everything().by("intruder"));

        refused(() -> office.cashier().receive(paying(RequestKey.fresh(), intruder, student, "5.00", charge)));
        refused(() -> office.corrections()
                .apply(new Cancel(RequestKey.fresh(), intruder, charge, TODAY, "Hardship of Inès Tremblay")));
        refused(() -> office.catalogue()
                .add(new FeeCatalogue.AddRequest(RequestKey.fresh(), intruder, fee("Inès", "8.00"), Optional.empty())));
        refused(() -> office.catalogue().remove(intruder, new PredefinedFeeId(1)));
        refused(() -> office.runs().stop(intruder, new RunNumber(1)));
        AssessmentRequest assessing = Kit.assessing(fee("Inès", "8.00"), only(student));
        refused(() -> office.assessment()
                .post(new AssessmentRequest(
                        assessing.key(),
                        intruder,
                        assessing.draft(),
                        assessing.except(),
                        assessing.again(),
                        assessing.expected())));

        List<AuditEntry> lines = lines(AuditQuery.everything().by("intruder"));
        assertThat(lines).hasSize((int) before + 6);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo(AuditOutcome.REFUSED);
            assertThat(line.reason()).isEqualTo("not-allowed");
            assertThat(line.result()).isEmpty();
            assertThat(line.toString()).doesNotContain("Inès").doesNotContain("Hardship");
        });
        assertThat(lines)
                .extracting(AuditEntry::operation)
                .contains(
                        AuditOperation.PAYMENT,
                        AuditOperation.REVERSE,
                        AuditOperation.ADD_FEE,
                        AuditOperation.REMOVE_FEE,
                        AuditOperation.STOP_RUN,
                        AuditOperation.ASSESS);
    }

    @Test
    void whatTheServiceRefusesIsALineAndChangesNothing() {
        StudentNumber student = student();
        ChargeId charge = charge(student, "Lab", "5.00");

        assertRefused(paying(student, "4.00", charge), "not-enough-money");
        assertRefused(paying(STRANGER, "4.00"), "unknown-student");
        assertRefused(
                new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        TODAY.plusDays(1),
                        cad("5.00"),
                        Set.of(charge),
                        PaymentMethod.CASH,
                        ""),
                "date-not-allowed");
        Refund refund = refund(student, "1.00");
        refusal(FeesException.class, () -> office.corrections().apply(refund));
        assertThat(line(refund.key()).reason()).isEqualTo("not-enough-credit");
        Cancel unknown = new Cancel(RequestKey.fresh(), CLERK, new ChargeId(99_999_999), TODAY, "");
        refusal(FeesException.class, () -> office.corrections().apply(unknown));
        assertThat(line(unknown.key()).reason()).isEqualTo("unknown-charge");
        AssessmentRequest nobody = Kit.assessing(fee("Lab", "5.00"), only(student));
        refusal(FeesException.class, () -> office.assessment().post(nobody));
        assertThat(line(nobody.key()).reason()).isEqualTo("nobody-to-charge");

        assertAccount(student, "5.00", "5.00");
    }

    private void assertRefused(PaymentRequest request, String reason) {
        refusal(FeesException.class, () -> office.cashier().receive(request));

        AuditEntry line = line(request.key());
        assertThat(line.outcome()).isEqualTo(AuditOutcome.REFUSED);
        assertThat(line.reason()).isEqualTo(reason);
        assertThat(line.subject())
                .contains(new AuditSubject(Kind.STUDENT, request.student().journalNumber()));
    }

    @Test
    void aPreviewIsNoCommand() {
        StudentNumber student = student();
        ChargeId charge = charge(student, "Lab", "5.00");
        Cancel request = new Cancel(RequestKey.fresh(), CLERK, charge, TODAY, "");

        office.corrections().preview(request);

        assertThat(lines(request.key())).isEmpty();
    }

    @Test
    void aNameCanNeitherForgeALineNorOverflowIt() {
        StudentNumber student = student();
        Actor forger = new Actor("ann\n\u202ebob", EnumSet.of(Role.CASHIER));
        Actor loud = new Actor("\u0007".repeat(64) + "x", EnumSet.of(Role.CASHIER));
        Actor many = new Actor("\ud83d\ude00".repeat(32), EnumSet.of(Role.CASHIER));
        Actor half = new Actor("x".repeat(63) + "\ud83d\ude00", EnumSet.of(Role.CASHIER));

        assertThat(user(forger, student)).isEqualTo("ann<U+000A><U+202E>bob");
        assertThat(user(loud, student)).startsWith("<U+0007>").hasSizeLessThanOrEqualTo(AuditEntry.MAX_USER_LENGTH);
        assertThat(user(many, student)).isEqualTo(many.name());
        assertThat(user(half, student)).startsWith("x".repeat(63) + "<U+D83D>");
        assertThat(lines(AuditQuery.everything().by("ann\n\u202ebob"))).hasSize(1);
        assertThat(lines(AuditQuery.everything().by("ann<U+000A><U+202E>bob"))).hasSize(1);
    }

    private String user(Actor actor, StudentNumber student) {
        PaymentRequest request = paying(RequestKey.fresh(), actor, student, "0.50");
        refusal(FeesException.class, () -> office.cashier()
                .receive(new PaymentRequest(
                        request.key(),
                        actor,
                        student,
                        TODAY.plusDays(2),
                        request.received(),
                        Set.of(),
                        PaymentMethod.CASH,
                        "")));
        return line(request.key()).user();
    }

    @Test
    void theNewestLineComesFirstAndPagesTogetherAreTheList() {
        Actor busy = new Actor("Busy", EnumSet.of(Role.CASHIER));
        StudentNumber student = student();
        List<RequestKey> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PaymentRequest request = paying(RequestKey.fresh(), busy, student, "1.0" + i);
            office.cashier().receive(request);
            keys.add(0, request.key());
        }
        AuditQuery query = AuditQuery.everything().by("busy");

        assertThat(office.audit().count(ADMIN, query)).isEqualTo(5);
        List<AuditEntry> pages = new ArrayList<>(office.audit().entries(ADMIN, query, Page.first(2)));
        pages.addAll(office.audit().entries(ADMIN, query, new Page(2, 2)));
        pages.addAll(office.audit().entries(ADMIN, query, new Page(4, 2)));
        assertThat(pages).extracting(line -> line.key().orElseThrow()).containsExactlyElementsOf(keys);
        List<AuditEntry> all = new ArrayList<>();
        office.audit().forEach(ADMIN, query, all::add);
        assertThat(all).isEqualTo(pages);
    }

    @Test
    void allLinesArePassedOnOnceWhateverTheirNumber() {
        AuditQuery query = AuditQuery.everything();
        List<AuditEntry> all = new ArrayList<>();

        office.audit().forEach(ADMIN, query, all::add);

        assertThat(all).hasSize((int) office.audit().count(ADMIN, query)).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
    }

    @Test
    void linesAreFoundByEachCriterion() {
        Actor user = new Actor("Finder", EnumSet.of(Role.CASHIER));
        StudentNumber student = student();
        AuditSubject who = new AuditSubject(Kind.STUDENT, student.value());
        Receipt receipt = office.cashier().receive(paying(RequestKey.fresh(), user, student, "9.00"));
        AuditSubject what = new AuditSubject(Kind.RECEIPT, receipt.number().value());
        VoidReceipt voiding = new VoidReceipt(RequestKey.fresh(), user, receipt.number(), TODAY, "");
        office.corrections().apply(voiding);
        refusal(FeesException.class, () -> office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), user, receipt.number(), TODAY, "")));
        AuditQuery by = AuditQuery.everything().by(" finder ");

        assertThat(lines(by)).hasSize(3);
        assertThat(lines(by.of(AuditOperation.VOID))).hasSize(2);
        assertThat(lines(by.with(AuditOutcome.REFUSED))).singleElement().satisfies(line -> assertThat(line.reason())
                .isEqualTo("already-corrected"));
        assertThat(lines(by.about(who))).hasSize(1);
        assertThat(lines(by.about(what))).hasSize(3);
        assertThat(lines(by.about(new AuditSubject(Kind.CHARGE, receipt.number().value()))))
                .isEmpty();
        assertThat(lines(by.between(TODAY, TODAY))).hasSize(3);
        assertThat(lines(by.between(TODAY.minusDays(9), TODAY.minusDays(1)))).isEmpty();
        assertThat(lines(by.between(TODAY.plusDays(1), TODAY.plusDays(9)))).isEmpty();
        assertThat(lines(AuditQuery.everything().by("find"))).isEmpty();
        assertThat(lines(AuditQuery.everything().by("finder' OR '1'='1"))).isEmpty();
    }

    @Test
    void onlyAdministratorsReadIt() {
        for (Actor reader : List.of(NOBODY, VIEWER, CLERK, CASHIER)) {
            assertNeeds(Role.ADMIN, () -> office.audit().entries(reader, AuditQuery.everything(), Page.first(1)));
            assertNeeds(Role.ADMIN, () -> office.audit().count(reader, AuditQuery.everything()));
            assertNeeds(Role.ADMIN, () -> office.audit().forEach(reader, AuditQuery.everything(), line -> {}));
        }
    }

    private static Refund refund(StudentNumber student, String amount) {
        return new Refund(
                RequestKey.fresh(), CASHIER, student, cad(amount), PaymentMethod.CASH, "", TODAY, "Moved", Set.of());
    }

    private void refused(ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOf(FeesException.class);
    }

    private List<AuditEntry> lines(AuditQuery query) {
        return office.audit().entries(ADMIN, query, Page.first(Page.MAX_LIMIT));
    }

    protected final List<AuditEntry> lines(RequestKey key) {
        return lines(AuditQuery.everything()).stream()
                .filter(line -> line.key().equals(Optional.of(key)))
                .toList();
    }

    /** The only line of a request. */
    private AuditEntry line(RequestKey key) {
        List<AuditEntry> found = lines(key);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
