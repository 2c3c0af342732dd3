package org.openadmin.fees.api.billing;

import java.util.List;
import org.openadmin.fees.api.students.Student;

/**
 * Who would be charged how much.
 *
 * @param each what one charge comes to
 * @param candidates the students of the audience, by last name, first name and number
 */
public record AssessmentPreview(Price each, List<Candidate> candidates) {

    /**
     * A student whom the fee is meant for.
     *
     * @param alreadyCharged whether the student has a charge of the same fee name and date that nothing has reversed
     */
    public record Candidate(Student student, boolean alreadyCharged) {}

    public AssessmentPreview {
        candidates = List.copyOf(candidates);
    }

    /** How many have the fee already. */
    public int alreadyCharged() {
        return (int) candidates.stream().filter(Candidate::alreadyCharged).count();
    }

    /** How many would be charged if those who have the fee already are left out, as they are unless chosen again. */
    public int toCharge() {
        return candidates.size() - alreadyCharged();
    }
}
