package org.openadmin.fees.api.students;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * A student as currently recorded in the host.
 *
 * @param number the student's number in the host
 * @param lastname the last name; empty if there is none
 * @param firstname the first name; empty if there is none
 * @param initial the middle initials; empty if there are none
 * @param grade the grade, such as {@code 9} or {@code K}; empty if unknown
 * @param homeroom the homeroom, such as {@code 9A}; empty if unknown
 * @param active whether the student is enrolled; {@code false} once withdrawn
 * @param guardian the name that letters are addressed to; empty if unknown
 * @param address the lines of the postal address, without empty lines
 * @param email the guardian's e-mail address; empty if unknown
 * @param family the number that the host gives to a family, an empty text for a student without one; empty if the host has no such numbers
 */
public record Student(
        StudentNumber number,
        String lastname,
        String firstname,
        String initial,
        String grade,
        String homeroom,
        boolean active,
        String guardian,
        List<String> address,
        String email,
        Optional<String> family) {

    public Student {
        address = List.copyOf(address);
        family = family.map(String::strip);
    }

    /** A student of a host that does not number its families. */
    public Student(
            StudentNumber number,
            String lastname,
            String firstname,
            String initial,
            String grade,
            String homeroom,
            boolean active,
            String guardian,
            List<String> address,
            String email) {
        this(number, lastname, firstname, initial, grade, homeroom, active, guardian, address, email, Optional.empty());
    }

    /** The same student, of the family that has this number in the host. */
    public Student withFamily(String number) {
        return new Student(
                this.number,
                lastname,
                firstname,
                initial,
                grade,
                homeroom,
                active,
                guardian,
                address,
                email,
                Optional.of(number));
    }

    /** The name in sorting order, such as {@code Tremblay, Inès M}. */
    public String name() {
        String given = (firstname + " " + initial).strip();
        return given.isEmpty() ? lastname : lastname.isEmpty() ? given : lastname + ", " + given;
    }

    /** Returns the data that the journal records about the student; a name, grade or homeroom that is too long for it is cut. */
    public StudentSnapshot snapshot() {
        return StudentSnapshot.cut(number, name(), grade, homeroom);
    }
}
