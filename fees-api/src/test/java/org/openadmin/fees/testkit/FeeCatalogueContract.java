package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.fee;
import static org.openadmin.fees.testkit.Kit.only;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.Settings;

/** What {@link FeeCatalogue} promises. */
public abstract class FeeCatalogueContract extends OfficeContract {

    @Test
    void aFeeKeepsAllItsCharacteristics() {
        student("Adler", "Adam", "9", "9A");
        student("Zwick", "Zoé", "10", "10A");
        student("Quill", "Quinn", "11", "11A");
        student("Roy", "Rose", "12", "12A");
        Fee fee = new Fee("Lab fee", "é <b> \"x\"", cad("24.95"), new BigDecimal("12.5"), List.of("QST"));
        Audience audience = Audience.Group.parse(GroupKind.GRADE, "10 9");

        PredefinedFee added = add(fee, Optional.of(audience));

        assertThat(added).isEqualTo(new PredefinedFee(added.id(), fee, Optional.of(audience), Optional.empty(), 0));
        assertThat(added.isRemovable()).isTrue();
        assertThat(office.catalogue().find(added.id())).contains(added);
        assertThat(office.catalogue().list()).contains(added);
        PredefinedFee profile = add(fee("Gown", "30.00"), Optional.of(new Audience.Profile("highschool")));
        assertThat(profile.audience()).contains(new Audience.Profile("highschool"));
    }

    @Test
    void aValueWithASpaceInItStaysOneValue() {
        student("Adler", "Adam", "9", "Room 12, east");
        student("Zwick", "Zoé", "9", "9A");
        Audience audience = Audience.Group.parse(GroupKind.HOMEROOM, "\"Room 12, east\"; 9A");

        PredefinedFee added = add(fee("Kit", "24.95"), Optional.of(audience));

        assertThat(office.catalogue().find(added.id()).orElseThrow().audience()).contains(audience);
    }

    @Test
    void feesAreListedByNameAndNumber() {
        PredefinedFee zoo = add(fee("Zoo", "1.00"), Optional.empty());
        PredefinedFee art = add(fee("Art", "1.00"), Optional.empty());
        PredefinedFee again = add(fee("Zoo", "2.00"), Optional.empty());
        PredefinedFee lower = add(fee("bus", "1.00"), Optional.empty());

        assertThat(office.catalogue().list()).containsSubsequence(art, lower, zoo, again);
    }

    @Test
    void taxesHaveTheConfiguredNamesAndOrder() {
        assertThat(add(fee("Agenda", "8.00", "qst", "gst"), Optional.empty())
                        .fee()
                        .taxes())
                .containsExactly("GST", "QST");
    }

    @Test
    void aTaxThatIsNoLongerConfiguredIsLeftOut() {
        PredefinedFee fee = add(fee("Agenda", "8.00", "GST", "QST"), Optional.empty());
        Settings usual = Kit.settings();
        office.configure(new Settings(
                usual.school(),
                usual.currency(),
                usual.locale(),
                usual.taxes().subList(0, 1),
                usual.profiles(),
                usual.payments(),
                usual.documents(),
                usual.accounts()));

        List<String> taxes =
                office.catalogue().find(fee.id()).orElseThrow().fee().taxes();
        office.configure(usual);

        assertThat(taxes).containsExactly("GST");
    }

    @Test
    void discountsAndIncludedTaxesAreKept() {
        for (Discount discount : List.of(
                Discount.NONE,
                new Discount.Percent(new BigDecimal("33.3333")),
                new Discount.Percent(new BigDecimal("12.5")),
                new Discount.Amount(cad("5.00")))) {
            for (boolean included : List.of(true, false)) {
                Fee fee = new Fee("Trip", "", cad("40.00"), discount, List.of("GST"), included);
                PredefinedFee added = add(fee, Optional.empty());

                assertThat(added.fee()).isEqualTo(fee);
                assertThat(office.catalogue().find(added.id()).orElseThrow().fee())
                        .isEqualTo(fee);
            }
        }
        InvalidInputException nothing = refusal(
                InvalidInputException.class,
                () -> add(
                        new Fee("X", "", cad("5.00"), new Discount.Amount(cad("5.00")), List.of(), false),
                        Optional.empty()));
        assertThat(nothing.problem()).isEqualTo(Problem.LEAVES_NOTHING);
    }

    @Test
    void theSameKeyAddsOneFee() {
        AddRequest request = new AddRequest(RequestKey.fresh(), CLERK, fee("Agenda", "8.00"), Optional.empty());

        PredefinedFee added = office.catalogue().add(request);

        assertThat(office.catalogue().add(request)).isEqualTo(added);
    }

    @Test
    void theSameKeyIsRefusedForAnotherFee() {
        AddRequest request = new AddRequest(RequestKey.fresh(), CLERK, fee("Agenda", "8.00"), Optional.empty());
        office.catalogue().add(request);

        for (Fee other : List.of(
                fee("Other", "8.00"),
                fee("Agenda", "8.01"),
                new Fee("Agenda", "Blue", cad("8.00"), BigDecimal.ZERO, List.of()),
                new Fee("Agenda", "", cad("8.00"), new Discount.Amount(cad("1.00")), List.of(), false),
                new Fee("Agenda", "", cad("8.00"), BigDecimal.ONE, List.of()))) {
            assertThat(refusal(RequestKeyReusedException.class, () -> office.catalogue()
                                    .add(new AddRequest(request.key(), CLERK, other, Optional.empty())))
                            .key())
                    .isEqualTo(request.key());
        }
    }

    @Test
    void aFeeThatCouldNotBeChargedIsRefused() {
        int before = office.catalogue().list().size();

        assertThat(refusal(UnknownTaxException.class, () -> add(fee("X", "1.00", "HST"), Optional.empty()))
                        .taxes())
                .containsExactly("HST");
        refusal(
                UnknownProfileException.class,
                () -> add(fee("X", "1.00"), Optional.of(new Audience.Profile("nobody"))));
        refusal(
                UnknownGroupValueException.class,
                () -> add(fee("X", "1.00"), Optional.of(Audience.Group.parse(GroupKind.GRADE, "99"))));
        refusal(UnknownStudentException.class, () -> add(fee("X", "1.00"), Optional.of(only(STRANGER))));
        refusal(InvalidInputException.class, () -> add(fee("X", "99999999.99", "GST"), Optional.empty()));

        assertThat(office.catalogue().list()).hasSize(before);
    }

    @Test
    void onlyAnUnusedFeeIsRemoved() {
        PredefinedFee unused = add(fee("Unused", "8.00"), Optional.empty());
        PredefinedFee used = add(fee("Used", "8.00"), Optional.empty());
        assess(used, student());

        office.catalogue().remove(CLERK, unused.id());

        assertThat(office.catalogue().find(unused.id())).isEmpty();
        assertThat(refusal(UnknownPredefinedFeeException.class, () -> office.catalogue()
                                .remove(CLERK, unused.id()))
                        .id())
                .isEqualTo(unused.id());
        PredefinedFeeInUseException inUse = refusal(
                PredefinedFeeInUseException.class, () -> office.catalogue().remove(CLERK, used.id()));
        assertThat(inUse.id()).isEqualTo(used.id());
        assertThat(inUse.charges()).isEqualTo(1);
        assertThat(office.catalogue().find(new PredefinedFeeId(999_999))).isEmpty();
    }

    @Test
    void everyChargeOfAFeeCountsEvenWhenItWasUndone() {
        PredefinedFee trip = add(fee("Trip", "8.00"), Optional.empty());
        PredefinedFee other = add(fee("Other trip", "8.00"), Optional.empty());
        Assessment first = assess(trip, student(), student());
        assess(trip, student());
        assess(other, student());

        office.corrections().apply(new Undo(RequestKey.fresh(), CLERK, first.batch(), DAY, "Rained off"));

        assertThat(office.catalogue().find(trip.id()).orElseThrow().charges()).isEqualTo(3);
        assertThat(office.catalogue().list())
                .filteredOn(fee -> fee.id().equals(trip.id()) || fee.id().equals(other.id()))
                .extracting(PredefinedFee::charges)
                .containsExactly(1, 3);
    }

    @Test
    void onlyAClerkChangesTheCatalogue() {
        PredefinedFee fee = add(fee("Agenda", "8.00"), Optional.empty());

        assertNeeds(Role.BILL, () -> office.catalogue()
                .add(new AddRequest(RequestKey.fresh(), CASHIER, fee("X", "1.00"), Optional.empty())));
        assertNeeds(Role.BILL, () -> office.catalogue().remove(VIEWER, fee.id()));
        assertThat(office.catalogue().find(fee.id())).contains(fee);
    }

    private PredefinedFee add(Fee fee, Optional<Audience> audience) {
        return office.catalogue().add(new AddRequest(RequestKey.fresh(), CLERK, fee, audience));
    }

    private Assessment assess(PredefinedFee fee, StudentNumber... students) {
        return office.assessment()
                .post(Kit.assessing(new AssessmentDraft(Optional.of(fee.id()), fee.fee(), DAY, only(students))));
    }
}
