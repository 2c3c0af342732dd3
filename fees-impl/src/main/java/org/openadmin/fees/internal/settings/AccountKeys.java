package org.openadmin.fees.internal.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.AccountCodes.Books;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;

/**
 * Reads the account codes for the export: {@code account.KIND}, where KIND is the name or the code of a kind, {@code
 * account.method.METHOD} and {@code account.fee.NAME}; and those for postings, {@code account.receivable}, {@code account.credit}, {@code
 * account.tax}, {@code account.tax.NAME} and {@code account.name.CODE}. Misspelled keys are rejected too; otherwise only the accountant
 * would notice that the export lacks the account.
 */
final class AccountKeys {

    static final String PREFIX = "account.";

    private static final String METHOD = PREFIX + "method.";
    private static final String FEE = PREFIX + "fee.";
    /** Starts with a character that no spreadsheet interprets as the start of a formula. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][^\\s,\\p{Cc}\\p{Cf}]{0,31}");

    private static final String RECEIVABLE = PREFIX + "receivable";
    private static final String CREDIT = PREFIX + "credit";
    private static final String TAX = PREFIX + "tax";
    private static final String TAX_NAME = TAX + ".";
    private static final String NAME = PREFIX + "name.";

    private static final int MAX_NAME_LENGTH = 255;
    /** That of QuickBooks. */
    private static final int MAX_ACCOUNT_NAME_LENGTH = 159;

    private final Map<EntryKind, String> kinds = new EnumMap<>(EntryKind.class);
    private final Map<PaymentMethod, String> methods = new EnumMap<>(PaymentMethod.class);
    private final Map<String, String> fees = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> taxes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> names = new TreeMap<>();
    private String receivable = "";
    private String credit = "";
    private String tax = "";

    /** @throws InvalidSettingException for the first key or value that is not valid */
    static AccountCodes read(Map<String, String> values) {
        AccountKeys keys = new AccountKeys();
        values.forEach((key, value) -> {
            if (key.startsWith(PREFIX) && !value.isEmpty()) {
                keys.add(key, value);
            }
        });
        return new AccountCodes(
                keys.kinds,
                keys.methods,
                keys.fees,
                new Books(keys.receivable, keys.credit, keys.tax, keys.taxes, keys.names));
    }

    private void add(String key, String value) {
        if (key.startsWith(FEE)) {
            fee(key, value);
        } else if (key.startsWith(METHOD)) {
            methods.put(method(key, value), code(key, value, value));
        } else if (key.startsWith(NAME)) {
            names.put(code(key, value, key.substring(NAME.length())), accountName(key, value));
        } else if (key.startsWith(TAX_NAME)) {
            taxes.put(key.substring(TAX_NAME.length()), code(key, value, value));
        } else if (!book(key, value)) {
            kinds.put(kind(key, value), code(key, value, value));
        }
    }

    private boolean book(String key, String value) {
        switch (key) {
            case RECEIVABLE -> receivable = code(key, value, value);
            case CREDIT -> credit = code(key, value, value);
            case TAX -> tax = code(key, value, value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String accountName(String key, String value) {
        if (value.codePointCount(0, value.length()) > MAX_ACCOUNT_NAME_LENGTH
                || value.indexOf('"') >= 0
                || value.codePoints().anyMatch(TextRules::isForbidden)) {
            throw new InvalidSettingException(key, value, Problem.ACCOUNT_NAME, MAX_ACCOUNT_NAME_LENGTH);
        }
        return value;
    }

    private void fee(String key, String value) {
        String[] words = value.split("\\s+", 2);
        if (words.length < 2) {
            throw new InvalidSettingException(key, value, Problem.ACCOUNT_FEE);
        }
        String name = words[1];
        if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH
                || name.codePoints().anyMatch(TextRules::isForbidden)) {
            throw new InvalidSettingException(key, value, Problem.ACCOUNT_FEE_NAME, MAX_NAME_LENGTH);
        }
        if (fees.put(name, code(key, value, words[0])) != null) {
            throw new InvalidSettingException(key, value, Problem.ACCOUNT_FEE_USED);
        }
    }

    private static String code(String key, String value, String code) {
        if (!CODE.matcher(code).matches()) {
            throw new InvalidSettingException(key, value, Problem.ACCOUNT);
        }
        return code;
    }

    private static PaymentMethod method(String key, String value) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> key.equals(METHOD + method.keyword()))
                .findFirst()
                .orElseThrow(() -> unknown(key, value));
    }

    private static EntryKind kind(String key, String value) {
        return EntryKind.find(key.substring(PREFIX.length()))
                .filter(kind -> !kind.rearranges())
                .orElseThrow(() -> unknown(key, value));
    }

    private static InvalidSettingException unknown(String key, String value) {
        String known = Stream.of(
                        Arrays.stream(EntryKind.values())
                                .filter(kind -> !kind.rearranges())
                                .map(kind -> PREFIX + keyword(kind)),
                        Stream.of(RECEIVABLE, CREDIT, TAX),
                        Arrays.stream(PaymentMethod.values()).map(method -> METHOD + method.keyword()))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
        return new InvalidSettingException(key, value, Problem.ACCOUNT_KEY, known, FEE);
    }

    private static String keyword(EntryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
