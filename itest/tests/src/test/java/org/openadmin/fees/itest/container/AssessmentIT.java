package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.students.Audience;

/** {@code FeeAssessment} as an OSGi service: preview and post, for all students or none. */
public class AssessmentIT extends OfficeTestBase {

    private static final Audience FIELD_TRIP =
            students(IntStream.range(300, 325).toArray());

    @Test
    public void aGroupIsChargedWithTaxesWithoutWhoIsLeftOut() {
        var draft = new AssessmentDraft(Optional.empty(), fee("Science kit", "24.95", "GST", "PST"), DAY, FIELD_TRIP);
        var preview = assessment.preview(CLERK, draft);
        int all = students.in(FIELD_TRIP).size();
        assertEquals(all, preview.toCharge());
        assertEquals("24.95 + 1.25 + 1.50", money("27.70"), preview.each().total());
        var leftOut = preview.candidates().get(0).student().number();

        var request = new AssessmentRequest(
                RequestKey.fresh(), CLERK, draft, Set.of(leftOut), Set.of(), OptionalInt.of(all - 1));
        Assessment done = assessment.post(request);
        assertEquals(all - 1, done.count());
        assertEquals(money("27.70").times(all - 1), done.total());
        assertEquals("the same key again", done, assessment.post(request));
        assertEquals(all - 1L, number("SELECT COUNT(*) FROM fees_jrl WHERE batch_id = " + done.batch()));
        assertEquals(List.of(), accounts.outstanding(leftOut));
        Charge charge = accounts.outstanding(
                        preview.candidates().get(1).student().number())
                .get(0);
        assertEquals(Optional.of(done.batch()), charge.batch());
        assertEquals(1, assessment.preview(CLERK, draft).toCharge());
    }

    @Test
    public void whoHasTheFeeAlreadyIsNotChargedAgain() {
        charge(fee("Once only", "3.00"), 121, 122);
        var refusal = assertThrows(NobodyToChargeException.class, () -> charge(fee("Once only", "3.00"), 121, 122));
        assertEquals(2, refusal.alreadyCharged());
    }

    @Test
    public void aRunThatIsNotTheOneAgreedToChargesNobody() {
        long before = journalRows();
        var draft = new AssessmentDraft(Optional.empty(), fee("Changed", "3.00"), DAY, students(121, 122));
        assertThrows(
                AssessmentChangedException.class,
                () -> assessment.post(new AssessmentRequest(
                        RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.of(3))));
        var cashiers =
                new AssessmentRequest(RequestKey.fresh(), CASHIER, draft, Set.of(), Set.of(), OptionalInt.empty());
        assertThrows(NotAllowedException.class, () -> assessment.post(cashiers));
        assertEquals(before, journalRows());
    }
}
