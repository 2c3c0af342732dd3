package org.openadmin.fees.spi.search;

import java.util.Optional;
import org.openadmin.fees.api.students.Student;

/**
 * Who is one family: students with the same guardian at the same postal address. Case, accents, punctuation and blanks make no
 * difference, so that {@code S0K 1M0} and {@code s0k1m0} are one postal code. Where the records lack one of the two, nobody can tell.
 *
 * @param key the folded guardian and address
 */
public record Household(String key) {

    private static final String BLANK = " ";

    /** The household of a student; empty without a guardian or without an address. */
    public static Optional<Household> of(Student student) {
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
