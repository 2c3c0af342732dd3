package org.openadmin.fees.spi;

import java.io.Serial;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.FeesException;

/**
 * A configuration value is not valid. The last valid configuration remains in use. The sentence for people is in {@code
 * refusals.properties}.
 */
public final class InvalidSettingException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong with the value, with the details that its sentence needs. */
    public enum Problem {
        EMPTY,
        /** Details: the other key, whose value needs this one. */
        MISSING,
        /** Details: the highest number of characters. */
        TOO_LONG,
        /** Details: the highest number of lines. */
        TOO_MANY_LINES,
        CONTROL_CHARACTER,
        AMOUNT,
        /** What cash sums are rounded to. */
        CASH_STEP,
        /** The values of notes and coins. */
        DENOMINATIONS,
        /** The name of a charge. */
        FEE_NAME,
        UNKNOWN_TAX,
        /** The days of the stages of reminders. Details: the highest number of days, and of stages. */
        REMINDER_STAGES,
        /** The format of a day. */
        DAY_FORMAT,
        DECIMAL_SIGN,
        /** The encoding of files. */
        CHARSET,
        PAYMENT_METHOD,
        FLAG,
        /** A control character in a text that may have several lines. */
        CONTROL_CHARACTER_IN_TEXT,
        /** Details: the lowest number. */
        NUMBER_FROM,
        /** Details: the lowest and the highest number. */
        NUMBER,
        FILE_PATH,
        FOLDER_PATH,
        FOLDER_UNREADABLE,
        FOLDER_ABSOLUTE,
        /** One of the portal's own folders. */
        FOLDER_OF_PORTAL,
        CURRENCY,
        CURRENCY_DECIMALS,
        LOCALE,
        TIME_ZONE,
        PAPER,
        RECEIPT_PAPER,
        LOGO,
        MESSAGE_LANGUAGE,
        TAX_NAME,
        TAX_NAME_USED,
        TAX_RATE,
        /** The end of the key is not a day. */
        TAX_RATE_DAY,
        /** The end of the key is not the code of a language. */
        TAX_NAME_LANGUAGE,
        /** The key is in the file more than once. */
        REPEATED,
        PROFILE_NAME,
        PROFILE,
        /** The part of the key after the prefix is not a reason code. */
        REASON_CODE,
        REASON_NAME,
        /** The end of the key is not the code of a language. */
        REASON_LANGUAGE,
        ACCOUNT,
        /** Details: the valid keys, and the beginning of the keys for fees. */
        ACCOUNT_KEY,
        ACCOUNT_FEE,
        /** Details: the highest number of characters. */
        ACCOUNT_FEE_NAME,
        ACCOUNT_FEE_USED,
        /** Details: the highest number of characters. */
        ACCOUNT_NAME,
        MAIL_HOST,
        MAIL_SECURITY,
        /** Mail for another machine without encryption. */
        MAIL_UNPROTECTED,
        MAIL_ADDRESS,
        /** Details: the unknown placeholder, and the valid ones. */
        MAIL_PLACEHOLDER
    }

    private final String key;
    private final String value;
    private final Problem problem;
    private final transient List<String> details;

    public InvalidSettingException(String key, String value, Problem problem, Object... details) {
        super("etc/org.openadmin.fees.cfg: " + key + " = \"" + value + "\" is not valid: " + problem);
        this.key = key;
        this.value = value;
        this.problem = problem;
        this.details = Stream.of(details).map(String::valueOf).toList();
    }

    public String key() {
        return key;
    }

    public String value() {
        return value;
    }

    public Problem problem() {
        return problem;
    }

    public List<String> details() {
        return details;
    }
}
