package org.openadmin.fees.itest.school;

import java.time.LocalDate;
import java.util.List;

/**
 * A student as stored in the host's tables.
 *
 * @param number from 100, unique in the school
 * @param initial a Latin letter, or null
 * @param grade K, 1 … 12
 * @param homeroom such as 9A
 * @param email the e-mail address, or null
 * @param guardian the guardian, or null for a student who lives alone
 * @param withdrawn whether the student is in {@code studentwd} instead of {@code student}
 * @param sections the subject-sections in which the student is enrolled
 */
public record SampleStudent(
        int number,
        String lastName,
        String firstName,
        String initial,
        String sex,
        LocalDate birthdate,
        String grade,
        String homeroom,
        String email,
        Home home,
        Guardian guardian,
        String houseColour,
        boolean withdrawn,
        List<String> sections) {

    public SampleStudent {
        sections = List.copyOf(sections);
    }

    /** The student's address and telephone number. */
    public record Home(String street, String city, String province, String postalCode, String phone) {}

    /** @param email the e-mail address, or null */
    public record Guardian(String lastName, String firstName, String email) {}
}
