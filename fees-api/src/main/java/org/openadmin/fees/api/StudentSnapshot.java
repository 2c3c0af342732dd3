package org.openadmin.fees.api;

/**
 * A student as recorded with a row of the journal, so that documents stay correct after the student has changed grade
 * or left. Old rows hold only the number; for them the student's current data are shown.
 *
 * @param name last name, first name and initials; empty if there is no record of the name any more
 * @param grade the grade on that day; may be empty
 * @param homeroom the homeroom on that day; may be empty
 */
public record StudentSnapshot(AccountNumber number, String name, String grade, String homeroom) {

    /** The longest name that the journal records. */
    public static final int MAX_NAME = 512;
    /** The longest grade and the longest homeroom that the journal records. */
    public static final int MAX_GROUP = 32;

    /** A snapshot of data of any length: what the journal cannot hold is cut, and ends with an ellipsis. */
    public static StudentSnapshot cut(AccountNumber number, String name, String grade, String homeroom) {
        return new StudentSnapshot(number, cut(name, MAX_NAME), cut(grade, MAX_GROUP), cut(homeroom, MAX_GROUP));
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
    }

    /** The snapshot as this reader may see it: of a payer, those who may not see who pays for students see the number only. */
    public StudentSnapshot shownTo(Actor reader) {
        return number instanceof PayerNumber && !reader.seesPayers()
                ? new StudentSnapshot(number, "", grade, homeroom)
                : this;
    }

    /** The name, or {@code #100} if there is no record of the name any more. */
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
