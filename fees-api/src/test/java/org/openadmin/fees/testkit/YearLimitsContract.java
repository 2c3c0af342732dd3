package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.CorrectionRequests.undo;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.fee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.billing.YearLimitException;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.SoldFee;

/** What the services promise of predefined fees with a limit in each school year. */
public abstract class YearLimitsContract extends OfficeContract {

    private static final FeePeriod YEAR = new FeePeriod(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));

    private int names;

    private static FeeTerms limit(String most) {
        return new FeeTerms(Optional.of(cad(most)), Optional.empty());
    }

    private AddRequest request(String name, String price, FeeTerms terms, String... taxes) {
        return new AddRequest(
                RequestKey.fresh(),
                CLERK,
                fee(name, price, taxes),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                terms);
    }

    /** A fee with a name of its own. */
    private PredefinedFee limited(String price, String most, String... taxes) {
        return office.catalogue().add(request("Trip with a limit " + ++names, price, limit(most), taxes));
    }

    private static AssessmentRequest assessing(PredefinedFee fee, LocalDate date, StudentNumber... students) {
        AssessmentDraft draft = new AssessmentDraft(Optional.of(fee.id()), fee.fee(), date, Kit.only(students));
        return new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(students), OptionalInt.empty());
    }

    private Assessment assess(PredefinedFee fee, LocalDate date, StudentNumber... students) {
        return office.assessment().post(assessing(fee, date, students));
    }

    private Optional<YearLimit> over(PredefinedFee fee, LocalDate date, StudentNumber student) {
        AssessmentRequest request = assessing(fee, date, student);
        return office.assessment()
                .preview(VIEWER, request.draft())
                .candidates()
                .get(0)
                .overLimit();
    }

    private Optional<YearLimit> over(PredefinedFee fee, StudentNumber student) {
        return over(fee, DAY, student);
    }

    private PaymentRequest selling(StudentNumber student, String amount, SoldFee... sold) {
        return Kit.paying(RequestKey.fresh(), ADMIN, student, amount)
                .confirming(Confirmation.ALREADY_CHARGED)
                .selling(sold);
    }

    @Test
    void aFeeKeepsItsLimitAndItsPeriod() {
        AddRequest request =
                request("Kept " + ++names, "60.00", new FeeTerms(Optional.of(cad("150.00")), Optional.of(YEAR)));
        PredefinedFee added = office.catalogue().add(request);

        assertThat(added.terms()).isEqualTo(request.terms());
        assertThat(office.catalogue().find(added.id())).contains(added);
        assertThat(office.catalogue().list()).contains(added);
        assertThat(office.catalogue().add(request)).isEqualTo(added);
        refusal(RequestKeyReusedException.class, () -> office.catalogue()
                .add(new AddRequest(
                        request.key(),
                        CLERK,
                        request.fee(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new FeeTerms(Optional.of(cad("140.00")), Optional.of(YEAR)))));
        refusal(RequestKeyReusedException.class, () -> office.catalogue()
                .add(new AddRequest(
                        request.key(), CLERK, request.fee(), Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Test
    void aLimitBelowThePriceWithTaxesIsRefused() {
        AddRequest request = request("Never " + ++names, "100.00", limit("104.99"), "GST");

        InvalidInputException refused =
                refusal(InvalidInputException.class, () -> office.catalogue().add(request));

        assertThat(refused.field()).isEqualTo(Field.YEAR_LIMIT);
        assertThat(refused.proposal()).isEqualTo("105.00");
        assertThat(office.catalogue().list()).noneMatch(each -> each.fee().equals(request.fee()));
        assertThat(limited("100.00", "105.00", "GST").terms()).isEqualTo(limit("105.00"));
    }

    @Test
    void whoWouldExceedTheLimitIsShownAndSkipped() {
        PredefinedFee trip = limited("60.00", "150.00", "GST");
        StudentNumber often = student();
        StudentNumber once = student();
        assess(trip, DAY, often);
        assess(trip, DAY.plusDays(1), often, once);

        AssessmentRequest third = assessing(trip, DAY.plusDays(2), often, once);
        AssessmentPreview preview = office.assessment().preview(VIEWER, third.draft());
        assertThat(preview.candidates())
                .extracting(each -> each.student().number(), Candidate::overLimit)
                .containsExactly(
                        tuple(often, Optional.of(new YearLimit(cad("150.00"), cad("126.00")))),
                        tuple(once, Optional.empty()));
        assertThat(preview.overLimit()).isEqualTo(1);
        assertThat(preview.candidates().get(0).overLimit().orElseThrow().left()).isEqualTo(cad("24.00"));

        Assessment done = office.assessment().post(third);
        assertThat(done)
                .extracting(Assessment::count, Assessment::overLimit, Assessment::alreadyCharged, Assessment::total)
                .containsExactly(1, 1, 0, cad("63.00"));
        assertThat(office.assessment().post(third)).isEqualTo(done);
        assertThat(office.assessment().find(VIEWER, done.batch()).orElseThrow().assessment())
                .isEqualTo(done);
        assertAccount(often, "126.00", "126.00");
        assertAccount(once, "126.00", "126.00");

        NobodyToChargeException nobody =
                refusal(NobodyToChargeException.class, () -> assess(trip, DAY.plusDays(3), often, once));
        assertThat(nobody.overLimit()).isEqualTo(2);
        assertAccount(once, "126.00", "126.00");
    }

    @Test
    void whoAlreadyHasTheFeeIsSkippedForThatAndNotForTheLimit() {
        PredefinedFee trip = limited("60.00", "100.00");
        StudentNumber had = student();
        StudentNumber other = student();
        assess(trip, DAY, had);
        AssessmentDraft draft = assessing(trip, DAY.plusDays(1), had, other).draft();

        Assessment done = office.assessment()
                .post(new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.of(1)));

        assertThat(done)
                .extracting(Assessment::count, Assessment::overLimit, Assessment::alreadyCharged)
                .containsExactly(1, 0, 1);
    }

    @Test
    void eachSchoolYearHasItsOwnLimit() {
        PredefinedFee trip = limited("60.00", "100.00");
        StudentNumber student = student();
        assess(trip, LocalDate.of(2026, 9, 1), student);

        assertThat(over(trip, LocalDate.of(2026, 8, 31), student)).isEmpty();
        assertThat(over(trip, LocalDate.of(2027, 8, 31), student)).isPresent();
        assertThat(over(trip, LocalDate.of(2027, 9, 1), student)).isEmpty();
    }

    @Test
    void exactlyTheLimitIsAllowed() {
        PredefinedFee trip = limited("50.00", "150.00");
        StudentNumber student = student();
        assess(trip, DAY, student);
        assess(trip, DAY, student);
        assess(trip, DAY, student);

        assertThat(over(trip, student)).contains(new YearLimit(cad("150.00"), cad("150.00")));
        assertAccount(student, "150.00", "150.00");
    }

    @Test
    void aReversedChargeDoesNotCountButAWaivedOneDoes() {
        PredefinedFee trip = limited("60.00", "100.00");
        StudentNumber student = student();
        Assessment first = assess(trip, DAY, student);
        ChargeId charge = owed(student).get(0);
        pay(student, "60.00", charge);
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, charge, DAY, ""));
        assertThat(over(trip, student)).isEmpty();
        assertThat(first.count()).isEqualTo(1);

        Assessment second = assess(trip, DAY, student);
        office.corrections().apply(undo(second.batch()));
        assertThat(over(trip, student)).isEmpty();

        assess(trip, DAY, student);
        office.corrections()
                .apply(new Waive(RequestKey.fresh(), CLERK, owed(student).get(0), DAY, "Bursary"));
        assertThat(over(trip, student)).map(YearLimit::charged).contains(cad("60.00"));
    }

    @Test
    void thePartsOfAChargeCountOnce() {
        PredefinedFee trip = limited("60.00", "119.00");
        StudentNumber student = student();
        assess(trip, DAY, student);
        split(student, "40.00", "20.00");
        assertThat(over(trip, student)).map(YearLimit::charged).contains(cad("60.00"));

        split(student, "30.00", "10.00");
        assertThat(over(trip, student)).map(YearLimit::charged).contains(cad("60.00"));
        List<ChargeId> parts = owed(student);
        office.corrections().apply(new PutTogether(RequestKey.fresh(), CLERK, parts.get(1), TODAY, ""));
        assertThat(over(trip, student)).map(YearLimit::charged).contains(cad("60.00"));

        office.corrections()
                .apply(new Cancel(RequestKey.fresh(), CLERK, owed(student).get(0), TODAY, ""));
        Money kept = office.accounts().balance(student).outstanding();
        assertThat(kept).isLessThan(cad("60.00"));
        assertThat(over(trip, student)).isEmpty();
        sellTwo(student, kept);
    }

    /** Sells so much that the sale names what was charged before. */
    private void sellTwo(StudentNumber student, Money charged) {
        PredefinedFee fee = office.catalogue().list().stream()
                .filter(each -> each.fee().name().equals("Trip with a limit " + names))
                .findFirst()
                .orElseThrow();
        YearLimitException refused = refusal(YearLimitException.class, () -> office.cashier()
                .receive(selling(student, "120.00", new SoldFee(fee.id(), 2))));
        assertThat(refused.limit().charged()).isEqualTo(charged);
    }

    private void split(StudentNumber student, String first, String second) {
        office.corrections()
                .apply(new Split(
                        RequestKey.fresh(),
                        CLERK,
                        owed(student).get(0),
                        PartPlan.of(cad(first), cad(second)),
                        TODAY,
                        ""));
    }

    @Test
    void chargesOfTheNameCountHoweverTheyWereMade() {
        PredefinedFee trip = limited("60.00", "100.00");
        StudentNumber student = student();
        charge(student, trip.fee().name().toUpperCase(), "41.00");

        assertThat(over(trip, student)).contains(new YearLimit(cad("100.00"), cad("41.00")));
        // a fee that is typed with this name has the limit too
        refusal(NobodyToChargeException.class, () -> office.assessment()
                .post(Kit.assessing(new AssessmentDraft(
                        Optional.empty(),
                        fee(trip.fee().name(), "59.01"),
                        LocalDate.of(2027, 5, 1),
                        Kit.only(student)))));
    }

    @Test
    void theLowestLimitOfANameHolds() {
        PredefinedFee high = limited("60.00", "150.00");
        PredefinedFee none = office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        CLERK,
                        fee(high.fee().name(), "10.00"),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(none.terms().yearLimit()).contains(cad("150.00"));
        PredefinedFee low = office.catalogue().add(request(high.fee().name(), "20.00", limit("70.00")));

        for (PredefinedFee each : List.of(high, none, low)) {
            assertThat(office.catalogue().find(each.id()).orElseThrow().terms()).isEqualTo(limit("70.00"));
            assertThat(office.catalogue().list())
                    .filteredOn(fee -> fee.id().equals(each.id()))
                    .extracting(PredefinedFee::terms)
                    .containsExactly(limit("70.00"));
        }
        StudentNumber student = student();
        assess(high, DAY, student);
        assertThat(over(none, student)).isEmpty();
        assertThat(over(low, student)).contains(new YearLimit(cad("70.00"), cad("60.00")));
    }

    @Test
    void aSaleAboveTheLimitIsRefusedAndStoresNothing() {
        PredefinedFee lock = limited("10.00", "25.00");
        StudentNumber student = student();
        assess(lock, DAY, student);
        int rows = rows(student).size();
        PaymentRequest two = selling(student, "20.00", new SoldFee(lock.id(), 2));

        YearLimitException refused =
                refusal(YearLimitException.class, () -> office.cashier().receive(two));

        assertThat(refused.student()).isEqualTo(student);
        assertThat(refused.fee()).isEqualTo(lock.fee().name());
        assertThat(refused.limit()).isEqualTo(new YearLimit(cad("25.00"), cad("10.00")));
        assertThat(refused.limit().left()).isEqualTo(cad("15.00"));
        assertThat(rows(student)).hasSize(rows);
        assertThat(office.catalogue().find(lock.id()).orElseThrow().charges()).isEqualTo(1);

        PaymentRequest one = selling(student, "10.00", new SoldFee(lock.id(), 1));
        Receipt receipt = office.cashier().receive(one);
        // the limit is reached, but the same request has its answer
        assertThat(office.cashier().receive(one)).isEqualTo(receipt);
        refusal(YearLimitException.class, () -> office.cashier()
                .receive(selling(student, "10.00", new SoldFee(lock.id(), 1))));
        assertThat(over(lock, student)).map(YearLimit::charged).contains(cad("20.00"));
    }

    @Test
    void twoFeesOfOneNameInOneSaleShareTheLimit() {
        PredefinedFee small = limited("10.00", "25.00");
        PredefinedFee large = office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        CLERK,
                        fee(small.fee().name(), "20.00"),
                        Optional.empty(),
                        Optional.empty()));
        StudentNumber student = student();

        YearLimitException refused = refusal(YearLimitException.class, () -> office.cashier()
                .receive(selling(student, "30.00", new SoldFee(small.id(), 1), new SoldFee(large.id(), 1))));

        assertThat(refused.limit()).isEqualTo(new YearLimit(cad("25.00"), cad("10.00")));
        assertThat(rows(student)).isEmpty();
    }
}
