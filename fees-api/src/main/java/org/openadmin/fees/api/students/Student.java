package org.openadmin.fees.api.students;

import java.util.List;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;

/**
 * A student as the host knows her today.
 *
 * @param number the host's number
 * @param lastname the last name; empty when the host has none
 * @param firstname the first name; empty when the host has none
 * @param initial the middle initials; empty when there are none
 * @param grade the grade, such as {@code 9} or {@code K}; empty when unknown
 * @param homeroom the homeroom, such as {@code 9A}; empty when unknown
 * @param active whether the student is at the school; false once withdrawn
 * @param guardian the name letters are addressed to; empty when unknown
 * @param address the lines of the postal address, without empty ones
 * @param email the guardian's address; empty when unknown
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
        String email) {

    public Student {
        address = List.copyOf(address);
    }

    /** The name in the office's order, such as {@code Tremblay, Inès M}. */
    public String name() {
        String given = (firstname + " " + initial).strip();
        return given.isEmpty() ? lastname : lastname.isEmpty() ? given : lastname + ", " + given;
    }

    /** What the journal keeps of a student. */
    public StudentSnapshot ofRecord() {
        return new StudentSnapshot(number, name(), grade, homeroom);
    }
}
