package org.openadmin.fees.api.catchup;

import java.util.Objects;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.billing.BatchNumber;

/**
 * A request not to be reminded of students who have joined the group of an assessment and are not to be charged.
 *
 * @param students at least one
 * @param reason up to 255 characters; may be empty
 */
public record DismissRequest(
        RequestKey key, Actor actor, BatchNumber batch, Set<StudentNumber> students, String reason) {

    private static final int MAX_REASON_LENGTH = 255;

    public DismissRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(batch, "batch");
        students = Set.copyOf(students);
        if (students.isEmpty()) {
            throw new InvalidInputException(Field.STUDENT, Problem.MISSING, "");
        }
        reason = TextRules.optional(Field.REASON, reason, MAX_REASON_LENGTH);
    }
}
