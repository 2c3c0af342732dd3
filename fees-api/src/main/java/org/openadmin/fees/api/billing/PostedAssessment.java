package org.openadmin.fees.api.billing;

import java.util.List;
import org.openadmin.fees.api.StudentNumber;

/**
 * An earlier assessment and what is left of it.
 *
 * @param assessment the result at that time
 * @param charged the students whose charge has not been reversed, by number; empty once the assessment has been undone
 */
public record PostedAssessment(Assessment assessment, List<StudentNumber> charged) {

    public PostedAssessment {
        charged = List.copyOf(charged);
    }
}
