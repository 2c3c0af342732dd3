package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** Parses the configuration file. Every value is checked, and the first one that is not valid is reported. */
final class SettingsParser {

    private static final int MAX_PROFILE_NAME_LENGTH = 32;
    private static final int MAX_REPEAT_DAYS = 366;
    private static final String PROFILE = "profile.";

    /** The start of the keys that end in a name chosen by the school. */
    private static final List<String> PREFIXES =
            List.of(PROFILE, AccountKeys.PREFIX, SchoolKeys.MESSAGE, WaiverKeys.PREFIX);

    /** The start of the keys that the container adds. */
    private static final List<String> NOT_OURS =
            List.of("service.", "component.", "felix.", "osgi.", "karaf.", "org.apache.");

    private static final int JOURNAL_DECIMALS = 2;

    private final TreeMap<String, String> values = new TreeMap<>();
    private final ConfigValues given = new ConfigValues(values);
    private final Set<String> repeated;

    SettingsParser(Map<String, Object> properties) {
        repeated = ConfigFile.repeatedKeys(properties);
        properties.forEach((key, value) -> {
            if (NOT_OURS.stream().noneMatch(key::startsWith)) {
                values.put(key, String.valueOf(value).strip());
            }
        });
    }

    /** @throws InvalidSettingException for the first value that is not valid */
    Settings settings() {
        Locale locale = locale();
        Currency currency = currency();
        List<TaxRate> taxes = TaxKeys.read(given, repeated);
        return new Settings(
                SchoolKeys.read(given),
                currency,
                locale,
                taxes,
                profiles(),
                PaymentKeys.read(given, currency),
                DocumentKeys.read(given),
                AccountKeys.read(values),
                dueDays(),
                given.whole("assess.repeat-days", 0, MAX_REPEAT_DAYS),
                TillKeys.read(given, currency),
                ReturnKeys.read(given, currency, locale, taxes),
                ReminderKeys.read(given, currency),
                ImportKeys.read(given, locale),
                WaiverKeys.read(given));
    }

    /** Until {@code due.days} existed, {@code invoice.days} was the number of days from the date of an invoice: it remains valid. */
    private int dueDays() {
        String key = given.value("due.days").isEmpty() ? "invoice.days" : "due.days";
        return given.whole(key, 0, Due.MAX_DAYS);
    }

    /**
     * The mail server, if there is one.
     *
     * @throws InvalidSettingException for the first value that is wrong
     */
    Optional<MailSettings> mail() {
        return MailKeys.read(given);
    }

    /**
     * The school's time zone, if it is given.
     *
     * @throws InvalidSettingException if it is not the name of a time zone
     */
    Optional<ZoneId> zone() {
        String name = given.value("time.zone");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return ZoneId.getAvailableZoneIds().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(ZoneId::of)
                .or(() -> {
                    throw new InvalidSettingException("time.zone", name, Problem.TIME_ZONE);
                });
    }

    /**
     * The folder for the files of the shell's commands.
     *
     * @throws InvalidSettingException if the value is not valid
     */
    Optional<Path> exports() {
        return ExportKeys.read(given);
    }

    /** Returns the keys that are not known, which are probably misspelled. */
    List<String> unknownKeys() {
        return values.keySet().stream()
                .filter(key ->
                        !DeclaredKeys.all().contains(key) && PREFIXES.stream().noneMatch(key::startsWith))
                .filter(key -> !MailKeys.isKnown(key) && !TaxKeys.isKnown(key))
                .toList();
    }

    private Currency currency() {
        String code = given.value("currency");
        Currency currency;
        try {
            currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("currency", code, Problem.CURRENCY);
        }
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0 || decimals > JOURNAL_DECIMALS) {
            throw new InvalidSettingException("currency", code, Problem.CURRENCY_DECIMALS);
        }
        return currency;
    }

    private Locale locale() {
        String tag = given.value("locale");
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
            if (Set.of(Locale.getISOLanguages()).contains(locale.getLanguage())
                    && (locale.getCountry().isEmpty()
                            || Set.of(Locale.getISOCountries()).contains(locale.getCountry()))) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // thrown below in both cases
        }
        throw new InvalidSettingException("locale", tag, Problem.LOCALE);
    }

    private Map<String, Audience.Group> profiles() {
        Map<String, Audience.Group> profiles = new TreeMap<>();
        for (String key : values.tailMap(PROFILE).keySet()) {
            if (!key.startsWith(PROFILE)) {
                break;
            }
            String text = given.value(key, "");
            if (!text.isEmpty()) {
                profiles.put(profileName(key, text), group(key, text));
            }
        }
        return profiles;
    }

    private static String profileName(String key, String text) {
        String name = key.substring(PROFILE.length()).strip();
        if (name.isEmpty() || name.length() > MAX_PROFILE_NAME_LENGTH || !VisibleText.isVisible(name)) {
            throw new InvalidSettingException(key, text, Problem.PROFILE_NAME);
        }
        return name;
    }

    /** A group and its values, such as {@code grade 9 10}. */
    static Audience.Group group(String key, String text) {
        String[] words = text.split("[\\s:,;]+", 2);
        try {
            return Audience.Group.parse(GroupKind.parse(words[0]), words.length > 1 ? words[1] : "");
        } catch (InvalidInputException e) {
            throw new InvalidSettingException(key, text, Problem.PROFILE);
        }
    }
}
