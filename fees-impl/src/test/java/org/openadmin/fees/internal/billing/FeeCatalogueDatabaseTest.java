package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.internal.DatabaseOffice;

class FeeCatalogueDatabaseTest {

    private static DatabaseOffice office;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(120);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void keepsAllCharacteristicsOfAFee() {
        Fee fee = new Fee("Lab fee", "é <b> \"x\"", cad("24.95"), new BigDecimal("12.5"), List.of("PST"));
        Audience audience = Audience.Group.parse(GroupKind.GRADE, "10 9");

        PredefinedFee added = office.catalogue.add(request(fee, Optional.of(audience)));

        assertThat(added.fee()).isEqualTo(fee);
        assertThat(added.audience()).contains(audience);
        assertThat(office.catalogue.find(added.id())).contains(added);
        assertThat(office.catalogue.list()).contains(added);
    }

    @Test
    void addsOnceForTheSameKey() {
        AddRequest request = request(fee("Agenda", "8.00"), Optional.empty());

        PredefinedFee first = office.catalogue.add(request);

        assertThat(office.catalogue.add(request)).isEqualTo(first);
        assertThatThrownBy(() -> office.catalogue.add(
                        new AddRequest(request.key(), DatabaseOffice.CLERK, fee("Other", "8.00"), Optional.empty())))
                .isInstanceOf(RequestKeyReusedException.class);
    }

    @Test
    void removesAFeeWhileItIsUnusedAndKeepsItThen() {
        PredefinedFee unused = office.catalogue.add(request(fee("Unused", "8.00"), Optional.empty()));
        PredefinedFee used = office.catalogue.add(request(fee("Used", "8.00"), Optional.empty()));
        AssessmentDraft draft = new AssessmentDraft(
                Optional.of(used.id()), used.fee(), DatabaseOffice.DAY, DatabaseOffice.only(new StudentNumber(100)));
        office.assessment.post(new AssessmentRequest(
                RequestKey.fresh(), DatabaseOffice.CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()));

        office.catalogue.remove(DatabaseOffice.CLERK, unused.id());

        assertThat(office.catalogue.find(unused.id())).isEmpty();
        assertThatThrownBy(() -> office.catalogue.remove(DatabaseOffice.CLERK, unused.id()))
                .isInstanceOf(UnknownPredefinedFeeException.class);
        assertThatThrownBy(() -> office.catalogue.remove(DatabaseOffice.CLERK, used.id()))
                .isInstanceOf(PredefinedFeeInUseException.class);
        assertThatThrownBy(() -> office.catalogue.remove(DatabaseOffice.VIEWER, used.id()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void countsEveryChargeOfAFeeAlsoWhenItWasUndone() {
        PredefinedFee trip = office.catalogue.add(request(fee("Trip", "8.00"), Optional.empty()));
        PredefinedFee other = office.catalogue.add(request(fee("Other trip", "8.00"), Optional.empty()));
        BatchNumber first = charge(trip, 100, 101);
        charge(trip, 100, 101, 102);
        charge(other, 103);

        office.corrections.apply(
                new Undo(RequestKey.fresh(), DatabaseOffice.CLERK, first, DatabaseOffice.DAY, "Rained off"));

        assertThat(office.catalogue.find(trip.id()).orElseThrow().charges()).isEqualTo(3);
        assertThat(office.catalogue.find(other.id()).orElseThrow().charges()).isEqualTo(1);
        assertThat(office.catalogue.list())
                .filteredOn(fee -> fee.id().equals(trip.id()) || fee.id().equals(other.id()))
                .extracting(PredefinedFee::charges)
                .containsExactly(1, 3);
        assertThat(office.count("fees_jrl WHERE trans_type = 'chg' AND predefined_id = " + trip.id()))
                .isEqualTo(3);
    }

    /** Students who already have the fee are left out. */
    private static BatchNumber charge(PredefinedFee fee, int... students) {
        AssessmentDraft draft = new AssessmentDraft(
                Optional.of(fee.id()),
                fee.fee(),
                DatabaseOffice.DAY,
                DatabaseOffice.only(
                        Arrays.stream(students).mapToObj(StudentNumber::new).toArray(StudentNumber[]::new)));
        return office.assessment
                .post(new AssessmentRequest(
                        RequestKey.fresh(), DatabaseOffice.CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()))
                .batch();
    }

    @Test
    void refusesWhatCouldNeverBeCharged() {
        long rows = office.count("fees_predefined");

        assertThatThrownBy(() -> office.catalogue.add(request(fee("X", "1.00", "HST"), Optional.empty())))
                .isInstanceOf(UnknownTaxException.class);
        assertThatThrownBy(() ->
                        office.catalogue.add(request(fee("X", "1.00"), Optional.of(new Audience.Profile("nobody")))))
                .isInstanceOf(UnknownProfileException.class);
        assertThatThrownBy(() -> office.catalogue.add(
                        request(fee("X", "1.00"), Optional.of(Audience.Group.parse(GroupKind.GRADE, "99")))))
                .isInstanceOf(UnknownGroupValueException.class);
        assertThatThrownBy(() -> office.catalogue.add(
                        new AddRequest(RequestKey.fresh(), DatabaseOffice.CASHIER, fee("X", "1.00"), Optional.empty())))
                .isInstanceOf(NotAllowedException.class);

        assertThat(office.count("fees_predefined")).isEqualTo(rows);
    }

    private static AddRequest request(Fee fee, Optional<Audience> audience) {
        return new AddRequest(RequestKey.fresh(), DatabaseOffice.CLERK, fee, audience);
    }
}
