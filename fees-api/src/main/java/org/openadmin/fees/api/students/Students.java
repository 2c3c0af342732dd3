package org.openadmin.fees.api.students;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.osgi.annotation.versioning.ProviderType;

/** The students in the host's records, which this module only reads. */
@ProviderType
public interface Students {

    /** A student found by a search, and why. */
    record Match(Student student, MatchedBy by) {}

    /**
     * The result of a search.
     *
     * @param matches the first matches, in the order of the search, up to its limit
     * @param total the number of all matches
     */
    record SearchResult(List<Match> matches, int total) {
        public SearchResult {
            matches = List.copyOf(matches);
        }

        /** The students of the matches, in their order. */
        public List<Student> students() {
            return matches.stream().map(Match::student).toList();
        }

        /** Whether all matches were returned. */
        public boolean isComplete() {
            return matches.size() == total;
        }
    }

    /**
     * Searches students. The query is one of these:
     *
     * <ul>
     *   <li>words in any order, each the beginning of a word of the name: {@code tremblay amel} and {@code amelie t}
     *       for Amélie Tremblay. Words may be joined or parted: {@code delacroix} and {@code de la croix}.
     *   <li>{@code lastname, firstname}, each with the beginnings of its words.
     *   <li>initials in either order, such as {@code TI} or {@code IT} for Inès Tremblay.
     *   <li>a student number, with or without leading zeros, or the beginning of one; a whole number finds only its
     *       student.
     *   <li>words of the guardian's name, or the beginning of the guardian's e-mail address, of at least three
     *       characters.
     *   <li>empty for every student.
     * </ul>
     *
     * <p>Case, accents, letters such as ł, ø and æ, apostrophes, hyphens and blanks make no difference, and no
     * character is a wildcard. Matches of the student's own name or number come first, then those of the guardian's
     * name, then those of the address; within each of them active students before withdrawn ones, matches of the last
     * name before those of the first name alone, and then by last name, first name and number.
     *
     * @param limit the maximum number of students to return, 1 to 10,000
     */
    SearchResult search(String query, int limit);

    /**
     * Returns the student with this number, active or withdrawn, or empty if the student is not in the host's records.
     */
    Optional<Student> find(AccountNumber number);

    /** Returns those of these students who are in the host's records, in one query, in number order. */
    Map<StudentNumber, Student> find(Collection<? extends AccountNumber> numbers);

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
