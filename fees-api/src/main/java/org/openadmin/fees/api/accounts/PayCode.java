package org.openadmin.fees.api.accounts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.PayerNumber;

/**
 * The number of an account with two check digits, which families write in the message of a transfer: {@code 460-76} for student 460,
 * {@code P12-31} for payer 12. The check digits are those of ISO 7064, mod 97-10, as in an IBAN; a payer's P counts as 25, so that the code
 * is not valid without it. A code with one wrong digit, or with two digits exchanged, is never valid.
 */
public record PayCode(AccountNumber account) {

    private static final int MODULUS = 97;
    private static final int CHECK_DIGITS = 100;
    /** The value of the letter P in ISO 7064, where A is 10. */
    private static final String LETTER_P = "25";

    private static final String HYPHEN = "\\-\\u2010-\\u2015\\u2212";

    private static final String BETWEEN = "[\\s\\u00A0" + HYPHEN + "]*";
    private static final Pattern HYPHENATED = Pattern.compile("[" + HYPHEN + "]");
    /** Not within a date, an amount or a longer number. */
    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\p{L}\\p{Nd}])(?<![0-9][-/.,])([Pp]?)" + BETWEEN
            + "([1-9][0-9]{0,9})(" + BETWEEN + ")([0-9]{2})(?![\\p{L}\\p{Nd}])(?![-/.,][0-9])");

    private static final Pattern TYPED =
            Pattern.compile("\\s*[Pp]?[0-9]+\\s*[-\\u2010-\\u2015\\u2212]\\s*[0-9]{2}\\s*");

    public PayCode {
        Objects.requireNonNull(account, "account");
    }

    /** Returns the code of this account. */
    public static PayCode of(AccountNumber account) {
        return new PayCode(account);
    }

    /**
     * Returns the account whose code was typed with its hyphen and nothing else, or empty. Without the hyphen, it would be the number of
     * another student.
     */
    public static Optional<AccountNumber> typed(String text) {
        return TYPED.matcher(text).matches()
                ? in(text).stream().map(PayCode::account).findFirst()
                : Optional.empty();
    }

    /**
     * Returns the valid codes in a text such as the message of a transfer, each once, in their order. Spaces and hyphens within a code, and
     * the case of the letter, do not matter; digits and letters around it do.
     */
    public static List<PayCode> in(String text) {
        return in(text, false);
    }

    /**
     * Returns the valid codes in a text that are written with their hyphen, each once, in their order. Of other numbers one in 97 is a code
     * by chance.
     */
    public static List<PayCode> writtenIn(String text) {
        return in(text, true);
    }

    private static List<PayCode> in(String text, boolean hyphenated) {
        Set<PayCode> found = new LinkedHashSet<>();
        Matcher matcher = IN_TEXT.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            if (!hyphenated || HYPHENATED.matcher(matcher.group(3)).find()) {
                code(!matcher.group(1).isEmpty(), matcher.group(2), matcher.group(4))
                        .ifPresent(found::add);
            }
            from = matcher.start() + 1;
        }
        return List.copyOf(found);
    }

    private static Optional<PayCode> code(boolean isPayer, String number, String check) {
        try {
            PayCode code = of(AccountNumber.parse((isPayer ? "P" : "") + number));
            return code.check().equals(check) ? Optional.of(code) : Optional.empty();
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The two check digits. */
    private String check() {
        String digits = String.valueOf(Math.abs((long) account.journalNumber()));
        long value = Long.parseLong(account instanceof PayerNumber ? LETTER_P + digits : digits);
        long check = (MODULUS + 1) - value * CHECK_DIGITS % MODULUS;
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    /** Returns the code as it is printed, such as {@code 460-76}. */
    @Override
    public String toString() {
        return account + "-" + check();
    }
}
