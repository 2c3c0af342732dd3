package org.openadmin.fees.api.billing;

import java.util.OptionalInt;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;

/**
 * A wish to charge a fee to many students. Charged are the students of the audience, without those in {@code except}, and
 * without those who have the fee already unless they are in {@code again}.
 *
 * @param except students who are left out; whoever is not in the audience has no effect
 * @param again students who are charged although they have a charge of the same fee name and date already
 * @param expected how many charges the user has agreed to; when the number is another by then, nobody is charged
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
