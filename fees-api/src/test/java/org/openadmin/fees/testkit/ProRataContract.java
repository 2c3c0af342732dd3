package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.DayShare;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.catchup.CatchUpPreview;
import org.openadmin.fees.api.catchup.CatchUpPreview.Joined;
import org.openadmin.fees.api.catchup.CatchUpTerms;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;

/** What the services promise of fees for a period, which students who join later pay by days. */
public abstract class ProRataContract extends OfficeContract {

    /** 303 days. */
    private static final FeePeriod YEAR = new FeePeriod(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));

    /** The 152 last of them begin here. */
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 30);

    private int rooms;

    private PredefinedFee bus(Fee fee, Optional<Instalments> parts) {
        return office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        CLERK,
                        fee,
                        Optional.empty(),
                        Optional.empty(),
                        parts,
                        new FeeTerms(Optional.empty(), Optional.of(YEAR))));
    }

    private String room() {
        return "P" + ++rooms;
    }

    private StudentNumber in(String room) {
        return student("Tremblay", "Inès", "9", room);
    }

    private BatchNumber assess(PredefinedFee fee, String room) {
        Audience audience = Audience.Group.parse(GroupKind.HOMEROOM, room);
        return office.assessment()
                .post(Kit.assessing(new AssessmentDraft(Optional.of(fee.id()), fee.fee(), DAY, audience)))
                .batch();
    }

    /** Charges the fee to a homeroom that a student joins, and returns the assessment. */
    private BatchNumber joined(Fee fee, Optional<Instalments> parts) {
        String room = room();
        in(room);
        BatchNumber batch = assess(bus(fee, parts), room);
        in(room);
        return batch;
    }

    private BatchNumber joined(String amount, String... taxes) {
        return joined(Kit.fee("Bus " + rooms, amount, taxes), Optional.empty());
    }

    private CatchUpPreview preview(BatchNumber batch, CatchUpTerms terms) {
        return office.catchUps().preview(VIEWER, batch, terms);
    }

    private static CatchUpTerms from(LocalDate day) {
        return new CatchUpTerms(JANUARY, Optional.of(day), false);
    }

    private static StudentNumber joiner(CatchUpPreview preview) {
        List<Joined> joined = preview.joined();
        assertThat(joined).hasSize(1);
        return joined.get(0).student().number();
    }

    private Assessment charge(CatchUpPreview preview) {
        return office.assessment().post(preview.charge(RequestKey.fresh(), CLERK, Set.of(joiner(preview))));
    }

    @Test
    void whoJoinsIsChargedForTheDaysThatAreLeft() {
        BatchNumber batch = joined("150.00");
        CatchUpPreview preview = office.catchUps().preview(VIEWER, batch, JANUARY);
        StudentNumber joiner = joiner(preview);

        assertThat(preview.period()).contains(YEAR);
        assertThat(preview.charged()).contains(new FeePeriod(JANUARY, YEAR.last()));
        assertThat(preview.share()).contains(new DayShare(152, 303));
        assertThat(preview.whole().total()).isEqualTo(cad("150.00"));
        assertThat(preview.each().total()).isEqualTo(cad("75.25"));

        Assessment done = charge(preview);
        assertThat(done.total()).isEqualTo(cad("75.25"));
        assertAccount(joiner, "75.25", "75.25");
        assertThat(preview(batch, CatchUpTerms.on(JANUARY)).joined()).isEmpty();

        office.corrections().apply(new Undo(RequestKey.fresh(), CLERK, done.batch(), JANUARY, ""));
        assertAccount(joiner, "0.00", "0.00");
    }

    @Test
    void theDayOfJoiningAndTheFullPriceAreChosen() {
        BatchNumber batch = joined("150.00");

        assertThat(preview(batch, from(YEAR.last())).each().total()).isEqualTo(cad("0.50"));
        assertThat(preview(batch, from(YEAR.first().plusDays(1))).share()).contains(new DayShare(302, 303));
        for (LocalDate early : List.of(YEAR.first(), YEAR.first().minusDays(40))) {
            assertThat(preview(batch, from(early)).share()).isEmpty();
            assertThat(preview(batch, from(early)).each().total()).isEqualTo(cad("150.00"));
        }
        InvalidInputException late = refusal(
                InvalidInputException.class,
                () -> preview(batch, from(YEAR.last().plusDays(1))));
        assertThat(late.field()).isEqualTo(Field.JOINED);

        CatchUpPreview full = preview(batch, new CatchUpTerms(JANUARY, Optional.empty(), true));
        assertThat(full.share()).isEmpty();
        assertThat(full.charged()).contains(YEAR);
        charge(full);
        assertAccount(joiner(full), "150.00", "150.00");
    }

    @Test
    void afterThePeriodTheFullPriceIsProposed() {
        CatchUpPreview preview =
                preview(joined("150.00"), CatchUpTerms.on(YEAR.last().plusDays(1)));

        assertThat(preview.share()).isEmpty();
        assertThat(preview.each().total()).isEqualTo(cad("150.00"));
    }

    @Test
    void taxesAreThoseOfTheAmountThatIsCharged() {
        CatchUpPreview added = preview(joined("150.00", "GST", "QST"), from(JANUARY));
        assertThat(added.each().subtotal()).isEqualTo(cad("75.25"));
        assertThat(added.each().taxes()).containsExactly(new Tax("GST", cad("3.76")), new Tax("QST", cad("7.51")));
        charge(added);
        assertAccount(joiner(added), "86.52", "86.52");

        Fee included = new Fee(
                "Bus with taxes", "", cad("150.00"), new Discount.Percent(new BigDecimal("10")), List.of("GST"), true);
        CatchUpPreview within = preview(joined(included, Optional.empty()), from(JANUARY));
        assertThat(within.whole().total()).isEqualTo(cad("135.00"));
        assertThat(within.each().total()).as("135.00 × 152 / 303 = 67.722…").isEqualTo(cad("67.72"));
    }

    @Test
    void aFeeInPartsIsChargedInPartsByDays() {
        BatchNumber batch = joined(Kit.fee("Bus in parts", "150.00"), Optional.of(new Instalments(2, Every.MONTH)));
        CatchUpPreview preview = preview(batch, from(JANUARY));

        charge(preview);

        assertThat(office.accounts().outstanding(joiner(preview)))
                .extracting(Charge::total)
                .containsExactly(cad("37.63"), cad("37.62"));
    }

    @Test
    void whoJoinsLaterStillIsChargedForAShareOfTheWholePeriod() {
        String room = room();
        in(room);
        BatchNumber batch = assess(bus(Kit.fee("Bus for all", "150.00"), Optional.empty()), room);
        in(room);
        Assessment second = charge(preview(batch, from(JANUARY)));
        in(room);

        LocalDate may = LocalDate.of(2027, 5, 1);
        for (BatchNumber each : List.of(batch, second.batch())) {
            CatchUpPreview later = preview(each, new CatchUpTerms(may, Optional.empty(), false));
            assertThat(later.period()).contains(YEAR);
            assertThat(later.share()).contains(new DayShare(61, 303));
            assertThat(later.each().total()).isEqualTo(cad("30.20"));
        }
    }

    @Test
    void aFeeWithoutAPeriodIsChargedInFull() {
        String room = room();
        in(room);
        BatchNumber batch = office.assessment()
                .post(Kit.assessing(new AssessmentDraft(
                        Optional.empty(),
                        Kit.fee("Lab", "40.00"),
                        DAY,
                        Audience.Group.parse(GroupKind.HOMEROOM, room))))
                .batch();
        in(room);

        CatchUpPreview preview = preview(batch, from(JANUARY));
        assertThat(preview.period()).isEmpty();
        assertThat(preview.share()).isEmpty();
        assertThat(preview.each().total()).isEqualTo(cad("40.00"));
    }

    @Test
    void theSameKeyWithOtherDaysIsRefused() {
        BatchNumber batch = joined("150.00");
        CatchUpPreview preview = preview(batch, from(JANUARY));
        AssessmentRequest request = preview.charge(RequestKey.fresh(), CLERK, Set.of(joiner(preview)));
        AssessmentRequest other =
                preview(batch, from(JANUARY.plusDays(1))).charge(request.key(), CLERK, Set.of(joiner(preview)));

        Assessment done = office.assessment().post(request);

        assertThat(office.assessment().post(request)).isEqualTo(done);
        refusal(RequestKeyReusedException.class, () -> office.assessment().post(other));
        assertAccount(joiner(preview), "75.25", "75.25");
    }
}
