package org.openadmin.fees.spi.search;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openadmin.fees.api.students.Student;

/**
 * Who is one family: students with the same family number, if the host numbers its families. Otherwise, students with the same guardian
 * at the same postal address; case, accents, punctuation and blanks make no difference, so that {@code S0K 1M0} and {@code s0k1m0} are one
 * postal code. Where the records lack the number, or one of the two, nobody can tell.
 *
 * @param key the number, or the folded guardian and address
 */
public record Household(String key) {

    private static final String BLANK = " ";

    /** What a column of numbers has where there is none. */
    private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");

    /** The household of a student; empty without a family number, or else without a guardian or without an address. */
    public static Optional<Household> of(Student student) {
        return student.family().isPresent() ? student.family().flatMap(Household::numbered) : atHome(student);
    }

    private static Optional<Household> numbered(String number) {
        return number.isEmpty() || ZERO.matcher(number).matches()
                ? Optional.empty()
                : Optional.of(new Household(number));
    }

    private static Optional<Household> atHome(Student student) {
        String guardian = TextFolding.words(student.guardian());
        String address =
                TextFolding.words(String.join(BLANK, student.address())).replace(BLANK, "");
        return guardian.isEmpty() || address.isEmpty()
                ? Optional.empty()
                : Optional.of(new Household(guardian + "\n" + address));
    }

    /** Whether two students are of one family. Everybody is of one with oneself. */
    public static boolean isShared(Student one, Student other) {
        return one.number().equals(other.number())
                || of(one).filter(household -> of(other).equals(Optional.of(household)))
                        .isPresent();
    }
}
