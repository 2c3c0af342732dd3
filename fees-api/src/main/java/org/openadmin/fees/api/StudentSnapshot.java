package org.openadmin.fees.api;

/**
 * A student as a row of the journal remembers her, so that a document stays true when she has moved up or gone. Old rows
 * remember the number only; they show what the host knows today.
 *
 * @param name last name, first name and initials; empty when nobody knows it any more
 * @param grade the grade of that day; may be empty
 * @param homeroom the homeroom of that day; may be empty
 */
public record StudentSnapshot(StudentNumber number, String name, String grade, String homeroom) {

    /** The name, or {@code #100} when nobody knows it any more. */
    public String nameOrNumber() {
        return name.isEmpty() ? "#" + number : name;
    }

    /** The name as a sentence has it, without middle initials: {@code Inès Tremblay} for {@code Tremblay, Inès M}. */
    public String spokenName() {
        String[] lastAndGiven = name.split(", ", 2);
        return lastAndGiven.length < 2
                ? nameOrNumber()
                : lastAndGiven[1].replaceFirst("(?<=\\S)( \\p{Lu}\\.?)+$", "") + " " + lastAndGiven[0];
    }
}
