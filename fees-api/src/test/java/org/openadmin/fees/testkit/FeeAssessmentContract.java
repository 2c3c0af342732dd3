package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.draft;
import static org.openadmin.fees.testkit.Kit.fee;
import static org.openadmin.fees.testkit.Kit.only;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PostedAssessment;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.TaxRate;

/** What {@link FeeAssessment} promises. */
public abstract class FeeAssessmentContract extends OfficeContract {

    @Test
    void eachTaxIsRoundedHalfUpByItself() {
        assertThat(price("100.00", "0", "QST", "GST"))
                .isEqualTo(new Price(
                        cad("100.00"),
                        cad("100.00"),
                        List.of(new Tax("GST", cad("5.00")), new Tax("QST", cad("9.98"))),
                        cad("114.98")));
        assertThat(price("140.00", "0", "gst", "qst").total()).isEqualTo(cad("160.97"));
        assertThat(price("0.10", "0", "GST").taxes()).containsExactly(new Tax("GST", cad("0.01")));
        assertThat(price("0.09", "0", "GST").taxes()).containsExactly(new Tax("GST", cad("0.00")));
    }

    @Test
    void theDiscountIsTakenOffBeforeTax() {
        Price price = price("24.95", "12.5", "GST");

        assertThat(price)
                .isEqualTo(new Price(cad("24.95"), cad("21.83"), List.of(new Tax("GST", cad("1.09"))), cad("22.92")));
        assertThat(price.discount()).isEqualTo(cad("3.12"));
    }

    @Test
    void theDateOfTheChargeDecidesOnTheRatesOfItsTaxes() {
        StudentNumber ines = student();
        StudentNumber zoe = student();
        TaxRate gst = new TaxRate("GST", new BigDecimal("5"))
                .changing(DAY.plusDays(30), new BigDecimal("6"))
                .changing(DAY.plusDays(60), new BigDecimal("0"));
        office.configure(Kit.settings().withTaxes(List.of(gst)));
        try {
            for (String[] each : new String[][] {{"29", "5.00"}, {"30", "6.00"}, {"59", "6.00"}, {"60", "0.00"}}) {
                LocalDate date = DAY.plusDays(Long.parseLong(each[0]));
                Fee fee = fee("Fee of day " + each[0], "100.00", "GST");
                AssessmentDraft draft = new AssessmentDraft(Optional.empty(), fee, date, only(ines, zoe));

                assertThat(office.assessment().price(fee, date).taxes()).containsExactly(new Tax("GST", cad(each[1])));
                Price previewed = office.assessment().preview(VIEWER, draft).each();
                assertThat(previewed).isEqualTo(office.assessment().price(fee, date));
                post(Kit.assessing(draft));
                assertThat(newest(zoe).taxes()).containsExactly(new Tax("GST", cad(each[1])));
                assertThat(newest(zoe).total()).isEqualTo(previewed.total());
            }
            List<JournalEntry> charged = rows(ines);
            // another rate for days that have passed
            office.configure(Kit.settings().withTaxes(List.of(gst.changing(DAY, new BigDecimal("7")))));

            assertThat(rows(ines)).isEqualTo(charged);
            assertThat(office.assessment()
                            .price(fee("Late", "100.00", "GST"), DAY)
                            .total())
                    .isEqualTo(cad("107.00"));
        } finally {
            office.configure(Kit.settings());
        }
    }

    @Test
    void anAmountThatIncludesTheTaxesIsTheTotalOfTheCharge() {
        StudentNumber student = student();
        for (String[] each : new String[][] {
            {"40.00", "38.10", "1.90"},
            {"38.09", "36.28", "1.81"},
            {"0.01", "0.01", "0.00"},
            {"500.00", "476.19", "23.81"}
        }) {
            Fee fee = new Fee("Included " + each[0], "", cad(each[0]), Discount.NONE, List.of("GST"), true);

            Price price = office.assessment().price(fee, DAY);
            assertThat(price)
                    .isEqualTo(new Price(
                            cad(each[0]), cad(each[1]), List.of(new Tax("GST", cad(each[2]))), cad(each[0]), true));
            assertThat(price.discount()).isEqualTo(cad("0.00"));
            post(Kit.assessing(fee, only(student)));
            assertThat(newest(student).subtotal()).contains(cad(each[1]));
            assertThat(newest(student).taxes()).containsExactly(new Tax("GST", cad(each[2])));
            assertThat(newest(student).total()).isEqualTo(cad(each[0]));
        }
        Fee both = new Fee("Reduced", "", cad("50.00"), new Discount.Amount(cad("10.00")), List.of("GST", "QST"), true);
        assertThat(office.assessment().price(both, DAY).total()).isEqualTo(cad("40.00"));
        assertThat(office.assessment().price(both, DAY).discount()).isEqualTo(cad("10.00"));
    }

    @Test
    void aDiscountIsAPercentageOfFourDecimalsOrAnAmount() {
        Fee third = new Fee("Fee", "", cad("90.00"), new BigDecimal("33.3333"), List.of("GST"));
        Fee five = new Fee("Fee", "", cad("90.00"), new Discount.Amount(cad("5.00")), List.of("GST"), false);

        assertThat(office.assessment().price(third, DAY).subtotal()).isEqualTo(cad("60.00"));
        assertThat(office.assessment().price(five, DAY).subtotal()).isEqualTo(cad("85.00"));
        assertThat(office.assessment().price(five, DAY).total()).isEqualTo(cad("89.25"));
        for (Discount all : List.of(
                new Discount.Percent(new BigDecimal("100")),
                new Discount.Amount(cad("90.00")),
                new Discount.Amount(cad("90.01")))) {
            Fee nothing = new Fee("Fee", "", cad("90.00"), all, List.of("GST"), false);
            InvalidInputException refused = refusal(
                    InvalidInputException.class, () -> office.assessment().price(nothing, DAY));
            assertThat(refused.problem()).isEqualTo(Problem.LEAVES_NOTHING);
            assertThat(refused.field()).isEqualTo(Field.DISCOUNT);
        }
    }

    @Test
    void aPriceOutsideTheLimitsIsRefused() {
        InvalidInputException large = refusal(InvalidInputException.class, () -> price("99999999.99", "0", "GST"));
        assertThat(large.field()).isEqualTo(Field.AMOUNT);
        assertThat(large.problem()).isEqualTo(Problem.TOO_LARGE);
        assertThat(refusal(InvalidInputException.class, () -> price("10.00", "100"))
                        .field())
                .isEqualTo(Field.DISCOUNT);
        UnknownTaxException unknown = refusal(UnknownTaxException.class, () -> price("10.00", "0", "HST", "GST"));
        assertThat(unknown.taxes()).containsExactly("HST");
        assertThat(unknown.configured()).containsExactly("GST", "QST");
    }

    @Test
    void thePreviewListsTheStudentsByNameWithThoseWhoHaveTheFee() {
        StudentNumber zoe = student("Zwick", "Zoé", "P1", "P1");
        StudentNumber adam = student("Adler", "Adam", "P1", "P1");
        charge(adam, "Trip", "30.00");

        AssessmentPreview preview =
                office.assessment().preview(VIEWER, draft(fee("Trip", "30.00", "GST"), only(zoe, adam)));

        assertThat(preview.each().total()).isEqualTo(cad("31.50"));
        assertThat(preview.candidates())
                .extracting(each -> each.student().number() + " " + each.alreadyCharged())
                .containsExactly(adam + " true", zoe + " false");
        assertThat(preview.alreadyCharged()).isEqualTo(1);
        assertThat(preview.toCharge()).isEqualTo(1);
        assertAccount(zoe, "0.00", "0.00");
    }

    @Test
    void everyStudentOfTheAudienceIsCharged() {
        StudentNumber one = student("Adler", "Adam", "9", "C1");
        StudentNumber two = student("Zwick", "Zoé", "9", "C1");
        Instant before = Kit.CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);

        Assessment done =
                post(Kit.assessing(fee("Trip", "30.00", "GST"), Audience.Group.parse(GroupKind.HOMEROOM, "C1")));

        assertThat(done)
                .isEqualTo(
                        new Assessment(done.batch(), "Trip", DAY, DAY, 2, cad("63.00"), 0, done.recordedAt(), "clerk"));
        assertThat(done.recordedAt())
                .isBetween(before, Kit.CLOCK.instant())
                .isEqualTo(done.recordedAt().truncatedTo(ChronoUnit.MILLIS));
        for (StudentNumber student : List.of(one, two)) {
            assertAccount(student, "31.50", "31.50");
            assertThat(office.accounts().outstanding(student).get(0).batch()).contains(done.batch());
        }
    }

    @Test
    void studentsAreLeftOutOrChargedAgainAsRequested() {
        StudentNumber has = student();
        StudentNumber again = student();
        StudentNumber left = student();
        StudentNumber fresh = student();
        charge(has, "Trip", "30.00");
        charge(again, "Trip", "30.00");

        Assessment done = post(new AssessmentRequest(
                RequestKey.fresh(),
                CLERK,
                draft(fee("Trip", "30.00"), only(has, again, left, fresh)),
                Set.of(left, STRANGER),
                Set.of(again),
                OptionalInt.of(2)));

        assertThat(done.count()).isEqualTo(2);
        assertThat(done.alreadyCharged()).isEqualTo(1);
        assertAccount(has, "30.00", "30.00");
        assertAccount(again, "60.00", "60.00");
        assertAccount(left, "0.00", "0.00");
        assertAccount(fresh, "30.00", "30.00");
    }

    @Test
    void aStudentWhoHasTheFeeCountsAsSkippedEvenWhenLeftOutAsWell() {
        StudentNumber has = student();
        StudentNumber left = student();
        StudentNumber fresh = student();
        charge(has, "Trip", "30.00");

        Assessment done = post(new AssessmentRequest(
                RequestKey.fresh(),
                CLERK,
                draft(fee("Trip", "30.00"), only(has, left, fresh)),
                Set.of(has, left),
                Set.of(),
                OptionalInt.of(1)));

        assertThat(done.count()).isEqualTo(1);
        assertThat(done.alreadyCharged()).isEqualTo(1);
    }

    @Test
    void nobodyIsChargedWhenNobodyIsLeft() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");

        NobodyToChargeException refusal =
                refusal(NobodyToChargeException.class, () -> post(Kit.assessing(fee("Trip", "30.00"), only(student))));

        assertThat(refusal.alreadyCharged()).isEqualTo(1);
        assertAccount(student, "30.00", "30.00");
    }

    @Test
    void nobodyIsChargedWhenTheNumberOfStudentsHasChanged() {
        StudentNumber one = student();
        StudentNumber two = student();

        AssessmentChangedException refusal = refusal(
                AssessmentChangedException.class,
                () -> post(new AssessmentRequest(
                        RequestKey.fresh(),
                        CLERK,
                        draft(fee("Trip", "30.00"), only(one, two)),
                        Set.of(),
                        Set.of(),
                        OptionalInt.of(3))));

        assertThat(refusal.expected()).isEqualTo(3);
        assertThat(refusal.found()).isEqualTo(2);
        assertAccount(one, "0.00", "0.00");
    }

    @Test
    void theSameKeyHasOneEffectAndTheSameResult() {
        StudentNumber student = student();
        AssessmentRequest request = Kit.assessing(fee("Trip", "30.00"), only(student));

        Assessment done = post(request);

        assertThat(post(request)).isEqualTo(done);
        assertAccount(student, "30.00", "30.00");
    }

    @Test
    void theSameKeyIsRefusedForAnotherAssessment() {
        StudentNumber student = student();
        StudentNumber other = student();
        AssessmentRequest request = Kit.assessing(fee("Trip", "30.00"), only(student));
        post(request);

        for (AssessmentDraft another : List.of(
                draft(fee("Bus", "30.00"), only(student)),
                draft(fee("Trip", "30.00"), only(other)),
                new AssessmentDraft(Optional.empty(), fee("Trip", "30.00"), DAY.plusDays(1), only(student)))) {
            assertThat(refusal(
                                    RequestKeyReusedException.class,
                                    () -> post(new AssessmentRequest(
                                            request.key(), CLERK, another, Set.of(), Set.of(), OptionalInt.empty())))
                            .key())
                    .isEqualTo(request.key());
        }
        assertAccount(other, "0.00", "0.00");
    }

    @Test
    void batchNumbersGoUp() {
        Assessment first = post(Kit.assessing(fee("Trip", "30.00"), only(student())));
        Assessment second = post(Kit.assessing(fee("Trip", "30.00"), only(student())));

        assertThat(second.batch().value()).isEqualTo(first.batch().value() + 1);
    }

    @Test
    void aWrongAudienceTaxOrPredefinedFeeIsRefusedByPreviewAndPosting() {
        StudentNumber student = student();
        Fee trip = fee("Trip", "30.00");
        PredefinedFeeId unknown = new PredefinedFeeId(999_999);

        assertRefused(UnknownTaxException.class, draft(fee("Trip", "30.00", "HST"), only(student)));
        assertRefused(UnknownProfileException.class, draft(trip, new Audience.Profile("band")));
        assertRefused(UnknownGroupValueException.class, draft(trip, Audience.Group.parse(GroupKind.HOMEROOM, "none")));
        assertRefused(UnknownStudentException.class, draft(trip, only(student, STRANGER)));
        assertRefused(
                UnknownPredefinedFeeException.class,
                new AssessmentDraft(Optional.of(unknown), trip, DAY, only(student)));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void anAssessmentIsFoundWithTheStudentsWhoseChargeIsNotReversed() {
        StudentNumber one = student();
        StudentNumber other = student();
        StudentNumber waived = student();
        Assessment done = post(Kit.assessing(fee("Trip", "30.00"), only(other, one, waived)));
        Assessment unrelated = post(Kit.assessing(fee("Bus", "5.00"), only(one)));

        assertThat(find(done)).contains(new PostedAssessment(done, List.of(one, other, waived)));

        office.corrections()
                .apply(new Cancel(RequestKey.fresh(), CLERK, owed(one).get(0), DAY, ""));
        office.corrections()
                .apply(new Waive(RequestKey.fresh(), CLERK, owed(waived).get(0), DAY, "Bursary"));
        assertThat(find(done)).contains(new PostedAssessment(done, List.of(other, waived)));

        office.corrections().apply(new Undo(RequestKey.fresh(), CLERK, unrelated.batch(), DAY, ""));
        assertThat(find(unrelated)).contains(new PostedAssessment(unrelated, List.of()));
        assertThat(office.assessment().find(VIEWER, new BatchNumber(999_999))).isEmpty();
        assertThat(office.assessment().find(VIEWER, new BatchNumber(-1))).isEmpty();
        assertThat(office.assessment().find(VIEWER, new BatchNumber(Long.MAX_VALUE)))
                .isEmpty();
        assertNeeds(Role.VIEW, () -> office.assessment().find(NOBODY, done.batch()));
    }

    @Test
    void anAssessmentIsFoundByTheKeyOfItsRequest() {
        StudentNumber one = student();
        AssessmentRequest request = Kit.assessing(fee("Trip", "30.00"), only(one));
        assertThat(office.assessment().find(VIEWER, request.key())).isEmpty();

        Assessment done = post(request);
        assertThat(office.assessment().find(VIEWER, request.key())).contains(new PostedAssessment(done, List.of(one)));
        assertThat(office.assessment().find(VIEWER, RequestKey.fresh())).isEmpty();
        assertNeeds(Role.VIEW, () -> office.assessment().find(NOBODY, request.key()));
    }

    private Optional<PostedAssessment> find(Assessment done) {
        return office.assessment().find(VIEWER, done.batch());
    }

    @Test
    void onlyAClerkChargesAndAnyRolePreviews() {
        AssessmentDraft draft = draft(fee("Trip", "30.00"), only(student()));

        for (Actor actor : List.of(VIEWER, CASHIER)) {
            assertNeeds(
                    Role.BILL,
                    () -> post(new AssessmentRequest(
                            RequestKey.fresh(), actor, draft, Set.of(), Set.of(), OptionalInt.empty())));
            assertThat(office.assessment().preview(actor, draft).toCharge()).isEqualTo(1);
        }
        assertNeeds(Role.VIEW, () -> office.assessment().preview(NOBODY, draft));
    }

    private <E extends Exception> void assertRefused(Class<E> type, AssessmentDraft draft) {
        refusal(type, () -> office.assessment().preview(VIEWER, draft));
        refusal(type, () -> post(Kit.assessing(draft)));
    }

    private Assessment post(AssessmentRequest request) {
        return office.assessment().post(request);
    }

    private Price price(String amount, String discount, String... taxes) {
        return office.assessment()
                .price(new Fee("Fee", "", cad(amount), new BigDecimal(discount), List.of(taxes)), DAY);
    }
}
