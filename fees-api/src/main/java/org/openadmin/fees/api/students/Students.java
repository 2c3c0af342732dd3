package org.openadmin.fees.api.students;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.osgi.annotation.versioning.ProviderType;

/** The students in the host's records, which this module only reads. */
@ProviderType
public interface Students {

    /**
     * The result of a search.
     *
     * @param students the first matches, in the order of the search and then by last name, first name and number, up to
     *     its limit
     * @param total the number of all matches
     */
    record SearchResult(List<Student> students, int total) {
        public SearchResult {
            students = List.copyOf(students);
        }

        /** Whether all matches were returned. */
        public boolean isComplete() {
            return students.size() == total;
        }
    }

    /**
     * Searches students. The query is {@code lastname, firstname}, {@code firstname lastname}, a last or first name,
     * initials in either order (such as {@code TI} or {@code IT} for Inès Tremblay), or a number. Names and numbers
     * match from their beginning, ignoring case and accents; a whole number finds only its student. An empty query
     * matches every student. Withdrawn students come after active ones, and matches of the first name alone after
     * those of the last name.
     *
     * @param query the text to search for; wildcards have no special meaning, so {@code %} and {@code _} match
     *     themselves
     * @param limit the maximum number of students to return, 1 to 10,000
     */
    SearchResult search(String query, int limit);

    /**
     * Returns the student with this number, active or withdrawn, or empty if the student is not in the host's records.
     */
    Optional<Student> find(StudentNumber number);

    /** Returns those of these students who are in the host's records, in one query, in number order. */
    Map<StudentNumber, Student> find(Collection<StudentNumber> numbers);

    /**
     * Returns the members of a group or profile, by last name, first name and number.
     *
     * @throws UnknownGroupValueException if one of the values matches no student; contains all such values
     * @throws UnknownStudentException if the audience contains students who are not in the host's records
     * @throws UnknownProfileException if the profile is not configured
     */
    List<Student> in(Audience audience);

    /**
     * Returns the values that occur among active students in natural order: K, 1, 2 … 12. Empty for {@link
     * GroupKind#STUDENT}.
     */
    List<String> values(GroupKind kind);
}
