package org.openadmin.fees.internal.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.fee;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.students.Audience;
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

    private static AddRequest request(Fee fee, Optional<Audience> audience) {
        return new AddRequest(RequestKey.fresh(), DatabaseOffice.CLERK, fee, audience);
    }
}
