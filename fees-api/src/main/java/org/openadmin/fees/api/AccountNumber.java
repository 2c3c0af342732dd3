package org.openadmin.fees.api;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * The number of an account: a student's, or that of a payer, which is a person or organization that pays for students. A payer's
 * number is written with a P, so that it is never taken for a student's: {@code 460} and {@code P12}. The natural order is
 * students first, then payers, each by number.
 */
public sealed interface AccountNumber extends Comparable<AccountNumber> permits StudentNumber, PayerNumber {

    /** The number that the rows of the account have in the journal: a student's own, and a payer's negated. */
    int journalNumber();

    /** Returns the student's number, or empty for a payer. */
    default Optional<StudentNumber> student() {
        return this instanceof StudentNumber student ? Optional.of(student) : Optional.empty();
    }

    /**
     * Returns the account with this number in the journal: a student above zero, a payer below. An old journal may have
     * numbers below zero that are no payer's; those who read such rows ask for the payer first.
     *
     * @throws InvalidInputException for zero
     */
    static AccountNumber ofJournal(int number) {
        return number < 0 && number != Integer.MIN_VALUE ? new PayerNumber(-number) : new StudentNumber(number);
    }

    /**
     * Returns the account with this number, as it is shown and typed: {@code 460}, or {@code P12} in upper or lower case.
     *
     * @throws InvalidInputException if the text is neither
     */
    static AccountNumber parse(String text) {
        String number = text.strip();
        boolean isPayer = number.startsWith("P") || number.startsWith("p");
        int value = number(isPayer ? number.substring(1) : number);
        if (value <= 0) {
            throw new InvalidInputException(Field.ACCOUNT, Problem.NOT_A_NUMBER, text);
        }
        return isPayer ? new PayerNumber(value) : new StudentNumber(value);
    }

    /** Zero if these are not the digits of a number. */
    private static int number(String digits) {
        try {
            return digits.chars().allMatch(Character::isDigit) ? Integer.parseInt(digits) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Returns those of these accounts that are students', in their order. */
    static List<StudentNumber> students(Collection<? extends AccountNumber> accounts) {
        return accounts.stream().flatMap(account -> account.student().stream()).toList();
    }

    @Override
    default int compareTo(AccountNumber other) {
        boolean isStudent = this instanceof StudentNumber;
        return isStudent == other instanceof StudentNumber
                ? Integer.compare(Math.abs(journalNumber()), Math.abs(other.journalNumber()))
                : isStudent ? -1 : 1;
    }
}
