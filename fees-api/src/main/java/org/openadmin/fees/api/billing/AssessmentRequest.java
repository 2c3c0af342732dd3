package org.openadmin.fees.api.billing;

import java.util.OptionalInt;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;

/**
 * A request to charge a fee to several students. It charges the students of the audience, except those in {@code
 * except}, except those who already have the fee unless they are in {@code again}, and except those for whom the charge would exceed the
 * limit of the fee, see {@link YearLimit}.
 *
 * @param except students to leave out; numbers outside the audience are ignored
 * @param again students to charge even if they were charged the same fee at nearly the same date, see {@link
 *     AssessmentPreview.Candidate#alreadyCharged}
 * @param expected the number of charges that the user confirmed; if the actual number is different, no student is
 *     charged
 */
public record AssessmentRequest(
        RequestKey key,
        Actor actor,
        AssessmentDraft draft,
        Set<StudentNumber> except,
        Set<StudentNumber> again,
        OptionalInt expected) {

    public AssessmentRequest {
        except = Set.copyOf(except);
        again = Set.copyOf(again);
    }
}
