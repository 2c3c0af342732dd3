package org.openadmin.fees.itest.school;

import java.time.LocalDate;
import java.util.List;

/**
 * A student as the host's tables have one.
 *
 * @param number from 100 on, unique in the school
 * @param initial a Latin letter, or null
 * @param grade K, 1 … 12
 * @param homeroom such as 9A
 * @param email null when the student has none
 * @param guardian null for a student who lives alone
 * @param withdrawn in {@code studentwd} instead of {@code student}
 * @param sections the subject-sections that the student is enrolled in
 */
public record Pupil(
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

    public Pupil {
        sections = List.copyOf(sections);
    }

    /** Where a student lives. */
    public record Home(String street, String city, String province, String postalCode, String phone) {}

    /** @param email null when the guardian has none */
    public record Guardian(String lastName, String firstName, String email) {}
}
