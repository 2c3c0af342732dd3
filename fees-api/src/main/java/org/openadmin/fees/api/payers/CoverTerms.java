package org.openadmin.fees.api.payers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.TextRules;

/**
 * What a payer pays for a student.
 *
 * @param fee the name of the fee; empty for all fees. Case makes no difference
 * @param percent how much of each charge, above 0 to 100, with up to two decimals
 * @param yearLimit the most that the payer pays under this cover in a school year, above zero; empty for no limit
 * @param from the first date of the charges that it reaches
 * @param to the last one, not before the first; empty for no end
 * @param authorization the number or text under which the payer pays; may be empty
 */
public record CoverTerms(
        PayerNumber payer,
        StudentNumber student,
        Optional<String> fee,
        BigDecimal percent,
        Optional<Money> yearLimit,
        LocalDate from,
        Optional<LocalDate> to,
        String authorization) {

    /** The percentage of a cover of whole charges. */
    public static final BigDecimal ALL = new BigDecimal("100.00");

    public static final int MAX_FEE_LENGTH = 255;

    private static final int DECIMALS = 2;

    /** @throws InvalidInputException if a value is not valid */
    public CoverTerms {
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(student, "student");
        fee = fee.map(name -> TextRules.optional(Field.NAME, name, MAX_FEE_LENGTH))
                .filter(name -> !name.isEmpty());
        percent = checked(percent);
        yearLimit.ifPresent(Money::requireReceivable);
        Dates.require(from);
        for (LocalDate last : to.stream().toList()) {
            Dates.require(last);
            if (last.isBefore(from)) {
                throw new InvalidInputException(Field.DATE, Problem.OUT_OF_SEQUENCE, last.toString());
            }
        }
        authorization = TextRules.optional(Field.AUTHORIZATION, authorization, PayerDetails.MAX_AUTHORIZATION_LENGTH);
    }

    private static BigDecimal checked(BigDecimal percent) {
        if (percent.signum() <= 0 || percent.compareTo(ALL) > 0) {
            throw new InvalidInputException(Field.PERCENT, Problem.OUT_OF_RANGE, percent.toPlainString());
        }
        if (percent.stripTrailingZeros().scale() > DECIMALS) {
            throw new InvalidInputException(Field.PERCENT, Problem.OUT_OF_RANGE, percent.toPlainString());
        }
        return percent.setScale(DECIMALS);
    }

    /** @throws InvalidInputException if the text is not a percentage such as {@code 60}, {@code 60%} or {@code 33.33} */
    public static BigDecimal percent(String typed) {
        String number = typed.strip().replaceFirst("\\s*%$", "").replace(',', '.');
        if (!number.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new InvalidInputException(Field.PERCENT, Problem.NOT_A_NUMBER, typed);
        }
        return checked(new BigDecimal(number));
    }

    /** Whether it covers this fee. */
    public boolean isFor(String name) {
        return fee.map(covered -> covered.equalsIgnoreCase(name.strip())).orElse(true);
    }
}
