package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;

/** {@code FeeCatalogue} as an OSGi service: add, list, and remove unused fees. */
public class CatalogueIT extends OfficeTestBase {

    private static final Audience NINTH = Audience.Group.parse(GroupKind.GRADE, "9");

    @Test
    public void aFeeIsKeptOnceListedAndRemoved() {
        var request = new AddRequest(
                RequestKey.fresh(),
                CLERK,
                fee("Fee for <5 km & \"x\" y > 2 =SUM(1,2)", "12.50", "GST"),
                Optional.of(NINTH));
        PredefinedFee kept = catalogue.add(request);
        assertEquals("the same key again", kept, catalogue.add(request));
        assertEquals(
                1,
                catalogue.list().stream()
                        .filter(each -> each.fee().equals(request.fee()))
                        .count());
        assertEquals(Optional.of(kept), catalogue.find(kept.id()));

        catalogue.remove(CLERK, kept.id());
        assertFalse(catalogue.list().contains(kept));
    }

    @Test
    public void aFeeThatWasChargedStays() {
        PredefinedFee kept = catalogue.add(
                new AddRequest(RequestKey.fresh(), CLERK, fee("Charged from the catalogue", "5.00"), Optional.empty()));
        assessment.post(new AssessmentRequest(
                RequestKey.fresh(),
                CLERK,
                new AssessmentDraft(Optional.of(kept.id()), kept.fee(), DAY, students(120)),
                Set.of(),
                Set.of(),
                OptionalInt.empty()));
        assertThrows(PredefinedFeeInUseException.class, () -> catalogue.remove(CLERK, kept.id()));
        assertTrue(catalogue.find(kept.id()).isPresent());
    }

    @Test
    public void onlyABillerKeepsFees() {
        var request = new AddRequest(RequestKey.fresh(), CASHIER, fee("Not mine", "1.00"), Optional.empty());
        assertThrows(NotAllowedException.class, () -> catalogue.add(request));
    }
}
