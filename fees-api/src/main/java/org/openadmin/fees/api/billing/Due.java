package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** When a charge is due: on a given day, or a number of days after its date. It is overdue from the day after. */
public sealed interface Due {

    /** The most days between the date of a charge and its due date when they are given as days. */
    int MAX_DAYS = 365;

    /**
     * The due date of a charge.
     *
     * @param charged the date of the charge
     * @throws DateNotAllowedException if the due date would be before the date of the charge
     * @throws InvalidInputException if the due date would be after 2999
     */
    LocalDate of(LocalDate charged);

    /**
     * Due on this day, whenever it is charged.
     *
     * @param day 1900-01-01 to 2999-12-31
     */
    record On(LocalDate day) implements Due {

        /** @throws InvalidInputException if the day is out of range */
        public On {
            Dates.require(day, Field.DUE);
        }

        @Override
        public LocalDate of(LocalDate charged) {
            if (day.isBefore(charged)) {
                throw new DateNotAllowedException(Limit.DUE_BEFORE_CHARGE, day, charged);
            }
            return day;
        }
    }

    /**
     * Due so many days after the date of the charge.
     *
     * @param days 0 to 365; 0 is the day of the charge
     */
    record After(int days) implements Due {

        /** @throws InvalidInputException if there are fewer or more days */
        public After {
            if (days < 0 || days > MAX_DAYS) {
                throw new InvalidInputException(Field.DUE_DAYS, Problem.OUT_OF_RANGE, String.valueOf(days));
            }
        }

        @Override
        public LocalDate of(LocalDate charged) {
            return Dates.require(charged.plusDays(days), Field.DUE);
        }
    }

    /**
     * Parses a number of days such as {@code 30}.
     *
     * @throws InvalidInputException if the text is not a whole number from 0 to 365
     */
    static After parseDays(String text) {
        String digits = text.strip();
        if (!digits.matches("-?\\d{1,9}")) {
            throw new InvalidInputException(Field.DUE_DAYS, Problem.NOT_A_NUMBER, text);
        }
        return new After(Integer.parseInt(digits));
    }
}
