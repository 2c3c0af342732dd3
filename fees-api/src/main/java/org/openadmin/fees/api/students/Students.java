package org.openadmin.fees.api.students;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.osgi.annotation.versioning.ProviderType;

/** The host's students, read and never written. */
@ProviderType
public interface Students {

    /**
     * What a search found.
     *
     * @param students the first ones by last name, first name and number, as many as were asked for
     * @param total how many there are in all
     */
    record Found(List<Student> students, int total) {
        public Found {
            students = List.copyOf(students);
        }

        public boolean isComplete() {
            return students.size() == total;
        }
    }

    /**
     * Finds students the way an office types: {@code lastname, firstname}, {@code lastname}, initials ({@code TI} for Tremblay,
     * Inès: last name first, or first name first), or a number. Names match from their beginning, whatever the case and the
     * accents. An empty query finds everybody. Withdrawn students are found, after the active ones.
     *
     * @param query what was typed; never a pattern: {@code %} and {@code _} mean themselves
     * @param limit how many to give at most, 1 to 10,000
     */
    Found search(String query, int limit);

    /** The student with this number, active or withdrawn; empty when the host does not know it (any more). */
    Optional<Student> find(StudentNumber number);

    /** Those of these students whom the host knows, in one query; in number order. */
    Map<StudentNumber, Student> find(Collection<StudentNumber> numbers);

    /**
     * The members of a group or profile, by last name, first name and number.
     *
     * @throws UnknownGroupValueException when a value has no student; all such values are named
     * @throws UnknownStudentException when the audience names students whom the host does not know
     * @throws UnknownProfileException when the profile is not configured
     */
    List<Student> in(Audience audience);

    /** The values that the active students of today have, sorted the way an office counts: K, 1, 2 … 12; nothing for students. */
    List<String> values(GroupKind kind);
}
