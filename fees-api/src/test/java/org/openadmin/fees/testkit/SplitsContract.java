package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.cancel;
import static org.openadmin.fees.testkit.CorrectionRequests.undo;
import static org.openadmin.fees.testkit.CorrectionRequests.voiding;
import static org.openadmin.fees.testkit.CorrectionRequests.waive;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.NotSplitException;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.corrections.PartsDoNotAddUpException;
import org.openadmin.fees.api.corrections.PartsNotOpenException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** What {@link Corrections} promises of charges that are split, waived in part, and put together again. */
public abstract class SplitsContract extends OfficeContract {

    private static final List<LocalDate> MONTHLY =
            List.of(LATER.plusDays(1), LATER.plusMonths(1), LATER.plusMonths(2), LATER.plusMonths(3));

    @Test
    void aSplitChargeIsOwedInPartsThatAddUp() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "95.23", "GST");

        Correction done = apply(split(trip, PartPlan.due(MONTHLY)));

        assertThat(done.kind()).isEqualTo(EntryKind.SPLIT);
        assertThat(done.date()).isEqualTo(LATER);
        assertThat(done.rows()).isEqualTo(5);
        assertThat(done.amount()).isEqualTo(cad("0.00"));
        assertAccount(student, "99.99", "99.99");
        assertThat(done.parts())
                .extracting(SplitPart::total, part -> part.taxes().get(0), SplitPart::due)
                .containsExactly(
                        tuple(cad("25.00"), gst("1.19"), MONTHLY.get(0)),
                        tuple(cad("25.00"), gst("1.19"), MONTHLY.get(1)),
                        tuple(cad("25.00"), gst("1.19"), MONTHLY.get(2)),
                        tuple(cad("24.99"), gst("1.19"), MONTHLY.get(3)));
        List<Charge> owed = office.accounts().outstanding(student);
        assertThat(owed)
                .extracting(Charge::name, Charge::part, Charge::date, Charge::batch)
                .containsExactlyElementsOf(Stream.of(1, 2, 3, 4)
                        .map(number ->
                                tuple("Band trip", Optional.of(new ChargePart(number, 4)), LATER, Optional.empty()))
                        .toList());
        assertThat(owed.stream().map(Charge::subtotal).reduce(cad("0.00"), Money::plus))
                .isEqualTo(cad("95.23"));
        assertThat(owed).extracting(Charge::id).isEqualTo(ids(done));
    }

    private static Tax gst(String amount) {
        return new Tax("GST", cad(amount));
    }

    @Test
    void theRowsOfASplitNameTheChargeAndHaveTheOppositeAmounts() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "40.00");

        apply(split(trip, PartPlan.of(cad("30.00"), cad("10.00"))));

        List<JournalEntry> rows = rows(student);
        JournalEntry settling = rows.get(1);
        assertThat(rows.get(0).settledBy()).isEqualTo(OptionalLong.of(settling.id()));
        assertThat(settling.kind()).isEqualTo(EntryKind.SPLIT);
        assertThat(settling.total()).isEqualTo(cad("-40.00"));
        assertThat(settling.description()).isEqualTo("Agreed");
        assertThat(settling.recordedBy()).isEqualTo("clerk");
        assertThat(rows.subList(1, 4))
                .allSatisfy(row -> {
                    assertThat(row.links().origin()).isEqualTo(OptionalLong.of(trip.value()));
                    assertThat(row.date()).contains(LATER);
                })
                .extracting(JournalEntry::total)
                .containsExactly(cad("-40.00"), cad("30.00"), cad("10.00"));
        assertThat(rows.get(2).due()).contains(DAY);
    }

    @Test
    void aPreviewOfASplitStoresNothing() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "40.00");
        Split request = split(trip, PartPlan.equal(3));

        Correction preview = office.corrections().preview(request);

        assertThat(preview.parts()).extracting(SplitPart::id).containsOnly(Optional.empty());
        assertThat(owed(student)).containsExactly(trip);
        Correction done = apply(request);
        assertThat(done.parts()).extracting(SplitPart::total).isEqualTo(totals(preview));
        assertThat(office.corrections().preview(request)).isEqualTo(done);
        assertThat(office.corrections().find(VIEWER, request.key())).contains(done);
    }

    private static List<Money> totals(Correction correction) {
        return correction.parts().stream().map(SplitPart::total).toList();
    }

    @Test
    void theSameKeyHasOneEffect() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "40.00");
        Split request = split(trip, PartPlan.of(cad("30.00"), cad("10.00")));
        Correction done = apply(request);
        int rows = rows(student).size();

        assertThat(apply(request)).isEqualTo(done);
        for (PartPlan other : List.of(
                PartPlan.of(cad("10.00"), cad("30.00")),
                PartPlan.equal(2),
                new PartPlan(2, List.of(cad("30.00"), cad("10.00")), List.of(LATER, LATER)))) {
            refusal(
                    RequestKeyReusedException.class,
                    () -> apply(new Split(request.key(), CLERK, trip, other, LATER, "Agreed")));
        }
        assertThat(rows(student)).hasSize(rows);
    }

    @Test
    void aPartIsPaidWaivedReversedAndSplitLikeAnyCharge() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00");
        List<ChargeId> parts = ids(apply(split(trip, PartPlan.equal(4))));

        payLater(student, "25.00", parts.get(0));
        apply(waive(parts.get(1)));
        apply(cancel(parts.get(2)));
        List<ChargeId> smaller = ids(apply(split(parts.get(3), PartPlan.of(cad("20.00"), cad("5.00")))));

        assertAccount(student, "25.00", "25.00");
        assertThat(owed(student)).isEqualTo(smaller);
        assertThat(refusal(ChargeSettledException.class, () -> apply(split(parts.get(0), PartPlan.equal(2))))
                        .charges())
                .containsExactly(parts.get(0));
        for (ChargeId corrected : List.of(trip, parts.get(1), parts.get(2), parts.get(3))) {
            refusal(AlreadyCorrectedException.class, () -> apply(split(corrected, PartPlan.equal(2))));
        }
    }

    @Test
    void aVoidOpensThePartAgain() {
        StudentNumber student = student();
        List<ChargeId> parts = ids(apply(split(charge(student, "Band trip", "100.00"), PartPlan.equal(2))));

        apply(voiding(payLater(student, "50.00", parts.get(0))));

        assertThat(owed(student)).containsExactlyElementsOf(parts);
        assertAccount(student, "100.00", "100.00");
    }

    @Test
    void whatCannotBeSplitIsRefusedAndNothingIsStored() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "40.00");
        int rows = rows(student).size();

        PartsDoNotAddUpException less = refusal(
                PartsDoNotAddUpException.class, () -> apply(split(trip, PartPlan.of(cad("30.00"), cad("9.00")))));
        assertThat(less.difference()).isEqualTo(cad("-1.00"));
        refusal(UnknownChargeException.class, () -> apply(split(new ChargeId(999_999_999), PartPlan.equal(2))));
        DateNotAllowedException due = refusal(
                DateNotAllowedException.class,
                () -> apply(split(trip, PartPlan.due(List.of(DAY.minusDays(1), LATER)))));
        assertThat(due.limit()).isEqualTo(Limit.DUE_BEFORE_CHARGE);
        assertThat(due.allowed()).isEqualTo(DAY);
        refusal(
                InvalidInputException.class,
                () -> apply(new Split(RequestKey.fresh(), CLERK, trip, PartPlan.equal(2), DAY.minusDays(1), "")));
        refusal(
                DateNotAllowedException.class,
                () -> apply(new Split(RequestKey.fresh(), CLERK, trip, PartPlan.equal(2), TODAY.plusDays(1), "")));
        ChargeId penny = charge(student, "Penny", "0.02");
        assertThat(refusal(InvalidInputException.class, () -> apply(split(penny, PartPlan.equal(3))))
                        .field())
                .isEqualTo(Field.PARTS);
        assertThat(rows(student)).hasSize(rows + 1);
    }

    @Test
    void splittingIsForTheOfficeThatBills() {
        ChargeId trip = charge(student(), "Band trip", "40.00");

        assertNeeds(
                Role.BILL,
                () -> apply(new Split(RequestKey.fresh(), CASHIER, trip, PartPlan.equal(2), LATER, "Agreed")));
        assertNeeds(Role.BILL, () -> apply(new PutTogether(RequestKey.fresh(), CASHIER, trip, LATER, "")));
        assertNeeds(Role.BILL, () -> office.corrections()
                .preview(new Waive(
                        RequestKey.fresh(),
                        CASHIER,
                        trip,
                        Optional.of(cad("5.00")),
                        Optional.empty(),
                        LATER,
                        "Bursary",
                        Set.of())));
    }

    @Test
    void openPartsArePutTogetherAgain() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "95.23", "GST");
        List<ChargeId> parts = ids(apply(split(trip, PartPlan.due(MONTHLY))));
        PutTogether request = together(parts.get(2));
        SplitPart would = office.corrections().preview(request).parts().get(0);

        Correction done = apply(request);

        assertThat(done.kind()).isEqualTo(EntryKind.SPLIT);
        assertThat(done.rows()).isEqualTo(5);
        assertThat(done.amount()).isEqualTo(cad("0.00"));
        SplitPart again = done.parts().get(0);
        assertThat(again.total()).isEqualTo(cad("99.99")).isEqualTo(would.total());
        assertThat(again.due()).isEqualTo(DAY).isEqualTo(would.due());
        assertThat(again.part()).isEmpty();
        Charge owed = office.accounts().outstanding(student).get(0);
        assertThat(owed(student)).containsExactly(again.id().orElseThrow());
        assertThat(owed.part()).isEmpty();
        assertThat(owed.name()).isEqualTo("Band trip");
        assertThat(owed.subtotal()).isEqualTo(cad("95.23"));
        assertThat(owed.taxes()).containsExactly(gst("4.76"));
        assertAccount(student, "99.99", "99.99");
        assertThat(apply(request)).isEqualTo(done);
        assertThat(ids(apply(split(owed.id(), PartPlan.equal(3))))).hasSize(3);
    }

    @Test
    void partsOfAPartBecomeThatPartAgain() {
        StudentNumber student = student();
        List<ChargeId> halves = ids(apply(split(charge(student, "Band trip", "40.00"), PartPlan.equal(2))));
        List<ChargeId> quarters = ids(apply(split(halves.get(1), PartPlan.equal(2))));

        SplitPart again = apply(together(quarters.get(0))).parts().get(0);

        assertThat(again.part()).contains(new ChargePart(2, 2));
        assertThat(again.total()).isEqualTo(cad("20.00"));
    }

    @Test
    void onlyAllOpenPartsArePutTogether() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        List<ChargeId> parts = ids(apply(split(charge(student, "Band trip", "90.00"), PartPlan.equal(3))));
        payLater(student, "30.00", parts.get(0));
        apply(split(parts.get(1), PartPlan.equal(2)));

        assertThat(refusal(PartsNotOpenException.class, () -> apply(together(parts.get(2))))
                        .settled())
                .containsExactly(parts.get(0), parts.get(1));
        assertThat(refusal(NotSplitException.class, () -> apply(together(lab))).charge())
                .isEqualTo(lab);
        List<ChargeId> two = ids(apply(split(lab, PartPlan.equal(2))));
        ChargeId whole = ids(apply(together(two.get(0)))).get(0);
        refusal(NotSplitException.class, () -> apply(together(whole)));
        assertAccount(student, "80.00", "80.00");
    }

    @Test
    void aPartOfAChargeIsWaivedInOneAct() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00", "GST");
        Waive request = waivePart(trip, "40.00");

        Correction done = apply(request);

        assertThat(done.kind()).isEqualTo(EntryKind.WAIVER);
        assertThat(done.amount()).isEqualTo(cad("-40.00"));
        assertThat(done.parts()).extracting(SplitPart::total).containsExactly(cad("65.00"), cad("40.00"));
        assertThat(done.rows()).isEqualTo(4);
        assertAccount(student, "65.00", "65.00");
        assertThat(owed(student)).containsExactly(ids(done).get(0));
        JournalEntry waiver = newest(student);
        assertThat(waiver.kind()).isEqualTo(EntryKind.WAIVER);
        assertThat(waiver.reverses()).isEqualTo(OptionalLong.of(ids(done).get(1).value()));
        assertThat(waiver.description()).isEqualTo("Bursary");
        assertThat(apply(request)).isEqualTo(done);
        refusal(
                RequestKeyReusedException.class,
                () -> apply(new Waive(
                        request.key(),
                        CLERK,
                        trip,
                        Optional.of(cad("41.00")),
                        Optional.empty(),
                        LATER,
                        "Bursary",
                        Set.of())));
        refusal(RequestKeyReusedException.class, () -> apply(new Waive(request.key(), CLERK, trip, LATER, "Bursary")));
    }

    @Test
    void theAmountOfAWaiverIsTheChargeAtMost() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00");

        InvalidInputException refusal = refusal(InvalidInputException.class, () -> apply(waivePart(trip, "100.01")));
        assertThat(refusal.problem()).isEqualTo(Problem.MORE_THAN_CHARGE);
        assertThat(refusal.proposal()).isEqualTo("100.00");
        Correction whole = apply(waivePart(trip, "100.00"));
        assertThat(whole.rows()).isEqualTo(1);
        assertThat(whole.parts()).isEmpty();
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void anUndoneAssessmentFindsTheParts() {
        StudentNumber split = student();
        StudentNumber paid = student();
        StudentNumber joined = student();
        BatchNumber batch = office.assessment()
                .post(Kit.assessing(Kit.fee("Ski trip", "60.00"), Kit.only(split, paid, joined)))
                .batch();
        List<ChargeId> parts = ids(apply(split(owed(split).get(0), PartPlan.equal(3))));
        apply(split(parts.get(2), PartPlan.equal(2)));
        apply(waive(parts.get(1)));
        List<ChargeId> paidParts = ids(apply(split(owed(paid).get(0), PartPlan.equal(2))));
        payLater(paid, "30.00", paidParts.get(0));
        apply(together(ids(apply(split(owed(joined).get(0), PartPlan.equal(2)))).get(1)));

        Correction done = apply(undo(batch));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 6, cad("-160.00"), 0, cad("0.00"), cad("30.00")));
        assertAccount(split, "0.00", "0.00");
        assertAccount(paid, "-30.00", "0.00");
        assertAccount(joined, "0.00", "0.00");
        refusal(AlreadyCorrectedException.class, () -> apply(undo(batch)));
        assertThat(office.assessment().find(VIEWER, batch).orElseThrow().charged())
                .containsExactly(split);
    }

    @Test
    void anAssessmentIsNotUndoneBeforeTheDayOfItsParts() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "60.00");
        BatchNumber batch =
                office.accounts().outstanding(student).get(0).batch().orElseThrow();
        apply(split(trip, PartPlan.equal(2)));

        InvalidInputException refusal = refusal(
                InvalidInputException.class,
                () -> apply(new Undo(RequestKey.fresh(), CLERK, batch, LATER.minusDays(1), "")));

        assertThat(refusal.field()).isEqualTo(Field.DATE);
        assertThat(owed(student)).hasSize(2);
        apply(new Undo(RequestKey.fresh(), CLERK, batch, LATER, ""));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void aSplitFeeCountsAsChargedUntilEachPartIsReversed() {
        StudentNumber student = student();
        ChargeId trip = charge(student, DAY, "Counted trip", "60.00");
        List<ChargeId> parts = ids(apply(split(trip, PartPlan.equal(2))));
        apply(cancel(parts.get(0)));

        assertThat(charged(student)).contains(DAY);
        apply(cancel(parts.get(1)));
        assertThat(charged(student)).isEmpty();
    }

    private Optional<LocalDate> charged(StudentNumber student) {
        return office.assessment()
                .preview(VIEWER, Kit.draft(Kit.fee("Counted trip", "60.00"), Kit.only(student)))
                .candidates()
                .get(0)
                .charged();
    }

    @Test
    void eachActIsALineOfTheAuditLogAboutTheCharge() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "60.00");
        Split split = split(trip, PartPlan.equal(2));
        ChargeId part = ids(apply(split)).get(0);
        PutTogether together = together(part);
        apply(together);

        assertThat(List.of(line(split.key()), line(together.key())))
                .extracting(AuditEntry::operation, entry -> entry.subject().map(AuditSubject::number))
                .containsExactly(
                        tuple(AuditOperation.SPLIT, Optional.of(trip.value())),
                        tuple(AuditOperation.PUT_TOGETHER, Optional.of(part.value())));
    }

    @Test
    void aPaymentThatDoesNotCoverAChargeSplitsItAndPaysAPart() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "20.00");
        ChargeId trip = charge(student, "Band trip", "100.00", "GST");
        pay(student, "5.00");
        PaymentRequest request = payingPart("55.00", trip, "40.00", student, lab);

        Receipt receipt = office.cashier().receive(request);

        assertThat(receipt.received()).isEqualTo(cad("55.00"));
        assertThat(receipt.settled())
                .extracting(Charge::name, Charge::total, Charge::part)
                .containsExactly(
                        tuple("Lab fee", cad("20.00"), Optional.empty()),
                        tuple("Band trip", cad("40.00"), Optional.of(new ChargePart(1, 2))));
        assertAccount(student, "65.00", "65.00");
        Charge rest = office.accounts().outstanding(student).get(0);
        assertThat(rest.part()).contains(new ChargePart(2, 2));
        assertThat(rest.due()).isEqualTo(DAY);
        assertThat(rest.taxes()).containsExactly(gst("3.10"));
        int rows = rows(student).size();
        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
        for (PaymentRequest other : List.of(
                request.paying(new PaidPart(trip, cad("39.00"))),
                request.paying(new PaidPart(rest.id(), cad("40.00"))))) {
            refusal(RequestKeyReusedException.class, () -> office.cashier().receive(other));
        }
        assertThat(rows(student)).hasSize(rows);
        assertThat(line(request.key()).operation()).isEqualTo(AuditOperation.PAYMENT);
        assertThat(line(request.key().derived("split")).operation()).isEqualTo(AuditOperation.SPLIT);
    }

    @Test
    void thePartThatAPaymentPaidIsOpenAgainAfterItsVoid() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00");
        Receipt receipt = office.cashier().receive(payingPart("40.00", trip, "40.00", student));

        apply(voiding(receipt));

        assertAccount(student, "100.00", "100.00");
        assertThat(ids(apply(together(owed(student).get(0))))).hasSize(1);
        assertAccount(student, "100.00", "100.00");
    }

    @Test
    void aPaymentOfAPartIsRefusedAsAWhole() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00");
        int rows = rows(student).size();

        refusal(NotEnoughMoneyException.class, () -> office.cashier()
                .receive(payingPart("40.00", trip, "40.01", student)));
        assertThat(refusal(InvalidInputException.class, () -> office.cashier()
                                .receive(payingPart("200.00", trip, "100.00", student)))
                        .problem())
                .isEqualTo(Problem.NOT_LESS_THAN_CHARGE);
        refusal(UnknownChargeException.class, () -> office.cashier()
                .receive(payingPart("40.00", new ChargeId(999_999_999), "40.00", student)));
        refusal(ChargeOfAnotherStudentException.class, () -> office.cashier()
                .receive(payingPart("40.00", trip, "40.00", student())));
        pay(student, "100.00", trip);
        refusal(ChargeSettledException.class, () -> office.cashier()
                .receive(payingPart("40.00", trip, "40.00", student)));
        assertThat(rows(student)).hasSize(rows + 1);
    }

    private static PaymentRequest payingPart(
            String money, ChargeId split, String part, StudentNumber student, ChargeId... others) {
        return Kit.paying(student, money, others).paying(new PaidPart(split, cad(part)));
    }

    private AuditEntry line(RequestKey key) {
        return office.audit().entries(ADMIN, AuditQuery.everything(), Page.first(100)).stream()
                .filter(entry -> entry.key().equals(Optional.of(key)))
                .findFirst()
                .orElseThrow();
    }

    private Receipt payLater(StudentNumber student, String amount, ChargeId charge) {
        return office.cashier().receive(DatedRequests.paying(student, LATER, amount, charge));
    }

    static Split split(ChargeId charge, PartPlan parts) {
        return new Split(RequestKey.fresh(), CLERK, charge, parts, LATER, "Agreed");
    }

    static PutTogether together(ChargeId part) {
        return new PutTogether(RequestKey.fresh(), CLERK, part, LATER, "Mistake");
    }

    private static Waive waivePart(ChargeId charge, String amount) {
        return new Waive(
                RequestKey.fresh(),
                CLERK,
                charge,
                Optional.of(cad(amount)),
                Optional.empty(),
                LATER,
                "Bursary",
                Set.of());
    }

    private static List<ChargeId> ids(Correction correction) {
        return correction.parts().stream().map(part -> part.id().orElseThrow()).toList();
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }
}
