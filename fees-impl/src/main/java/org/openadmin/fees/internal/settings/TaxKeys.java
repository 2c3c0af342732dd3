package org.openadmin.fees.internal.settings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.TaxRate;

/**
 * Reads the taxes: {@code tax1.name} and {@code tax1.rate}, their rates from a day on, {@code tax1.rate.2026-10-01}, and their
 * names by language, {@code tax1.name.fr}.
 */
final class TaxKeys {

    private static final int MAX_DECIMALS = 4;
    private static final BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(100);
    private static final Pattern NAME = Pattern.compile("[^\\s,\\p{Cc}\\p{Cf}]{1,16}");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,10})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern OURS = Pattern.compile("tax[1-" + Tax.MAX_PER_CHARGE + "]\\.(name|rate)(\\..*)?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final ConfigValues values;
    private final Set<String> repeated;
    /** Each name in use, in lower case, with the number of its tax. */
    private final Map<String, Integer> names = new HashMap<>();

    private TaxKeys(ConfigValues values, Set<String> repeated) {
        this.values = values;
        this.repeated = repeated;
    }

    /**
     * @param repeated the keys that are in the file more than once
     * @throws InvalidSettingException for the first key or value that is not valid
     */
    static List<TaxRate> read(ConfigValues values, Set<String> repeated) {
        return new TaxKeys(values, repeated).read();
    }

    static boolean isKnown(String key) {
        return OURS.matcher(key).matches();
    }

    private List<TaxRate> read() {
        values.byKey().forEach((key, value) -> {
            if (isKnown(key) && repeated.contains(key)) {
                throw new InvalidSettingException(key, value, Problem.REPEATED);
            }
        });
        List<TaxRate> taxes = new ArrayList<>();
        for (int i = 1; i <= Tax.MAX_PER_CHARGE; i++) {
            if (isThere(i)) {
                taxes.add(tax(i));
            }
        }
        return taxes;
    }

    private boolean isThere(int tax) {
        String key = "tax" + tax + ".name";
        String name = values.value(key);
        if (name.isEmpty()) {
            values.byKey().forEach((other, value) -> {
                if (other.startsWith("tax" + tax + ".") && isKnown(other) && !value.isEmpty()) {
                    throw new InvalidSettingException(key, name, Problem.MISSING, other);
                }
            });
        }
        return !name.isEmpty();
    }

    private TaxRate tax(int tax) {
        String nameKey = "tax" + tax + ".name";
        String rateKey = "tax" + tax + ".rate";
        String name = name(tax, nameKey, values.value(nameKey));
        Map<String, String> byLanguage = new HashMap<>();
        more(nameKey, (key, text) -> byLanguage.put(language(key, text, nameKey), name(tax, key, text)));
        String rate = values.value(rateKey);
        SortedMap<LocalDate, BigDecimal> changes = new TreeMap<>();
        more(rateKey, (key, text) -> {
            if (rate.isEmpty()) {
                throw new InvalidSettingException(rateKey, rate, Problem.MISSING, key);
            }
            changes.put(day(key, text, rateKey), rate(key, text));
        });
        return new TaxRate(name, rate(rateKey, rate), changes, byLanguage);
    }

    /** The keys that begin with this one and a dot, and have a value. */
    private void more(String begin, BiConsumer<String, String> each) {
        values.byKey().forEach((key, text) -> {
            if (key.startsWith(begin + ".") && !text.isEmpty()) {
                each.accept(key, text);
            }
        });
    }

    private String name(int tax, String key, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSettingException(key, name, Problem.TAX_NAME);
        }
        Integer other = names.put(name.toLowerCase(Locale.ROOT), tax);
        if (other != null && other != tax) {
            throw new InvalidSettingException(key, name, Problem.TAX_NAME_USED);
        }
        return name;
    }

    private static String language(String key, String text, String begin) {
        String language = key.substring(begin.length() + 1);
        if (!LANGUAGES.contains(language)) {
            throw new InvalidSettingException(key, text, Problem.TAX_NAME_LANGUAGE);
        }
        return language;
    }

    private static LocalDate day(String key, String text, String begin) {
        String day = key.substring(begin.length() + 1);
        if (DAY.matcher(day).matches()) {
            try {
                return Dates.parse(day);
            } catch (InvalidInputException e) {
                // refused below, as is every other key that ends in no day
            }
        }
        throw new InvalidSettingException(key, text, Problem.TAX_RATE_DAY);
    }

    private static BigDecimal rate(String key, String text) {
        if (PERCENT.matcher(text).matches()) {
            BigDecimal rate = new BigDecimal(text);
            if (rate.compareTo(HUNDRED_PERCENT) <= 0
                    && rate.stripTrailingZeros().scale() <= MAX_DECIMALS) {
                return rate;
            }
        }
        throw new InvalidSettingException(key, text, Problem.TAX_RATE);
    }
}
