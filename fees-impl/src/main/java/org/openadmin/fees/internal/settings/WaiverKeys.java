package org.openadmin.fees.internal.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.WaiverReasons.Names;

/** Reads the reason codes of waivers: {@code waiver.reason.hardship}, and their names by language, {@code waiver.reason.hardship.fr}. */
final class WaiverKeys {

    static final String PREFIX = "waiver.reason.";
    private static final int MAX_NAME_LENGTH = 60;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private WaiverKeys() {}

    /** @throws InvalidSettingException for the first key or value that is not valid */
    static WaiverReasons read(ConfigValues values) {
        Map<ReasonCode, String> names = new TreeMap<>();
        Map<ReasonCode, Map<String, String>> byLanguage = new HashMap<>();
        values.byKey().forEach((key, text) -> {
            if (key.startsWith(PREFIX) && !text.isEmpty()) {
                String[] words = key.substring(PREFIX.length()).split("\\.", 2);
                ReasonCode code = code(key, text, words[0]);
                if (words.length == 1) {
                    names.put(code, name(key, text));
                } else {
                    byLanguage
                            .computeIfAbsent(code, each -> new HashMap<>())
                            .put(language(key, text, words[1]), name(key, text));
                }
            }
        });
        byLanguage.keySet().stream()
                .filter(code -> !names.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new InvalidSettingException(
                            PREFIX + code,
                            "",
                            Problem.MISSING,
                            PREFIX + code + "."
                                    + byLanguage.get(code).keySet().iterator().next());
                });
        Map<ReasonCode, Names> reasons = new TreeMap<>();
        names.forEach((code, name) -> reasons.put(code, new Names(name, byLanguage.getOrDefault(code, Map.of()))));
        return new WaiverReasons(reasons);
    }

    private static ReasonCode code(String key, String text, String code) {
        if (!ReasonCode.isOne(code)) {
            throw new InvalidSettingException(key, text, Problem.REASON_CODE);
        }
        return new ReasonCode(code);
    }

    private static String language(String key, String text, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new InvalidSettingException(key, text, Problem.REASON_LANGUAGE);
        }
        return language;
    }

    private static String name(String key, String text) {
        try {
            return TextRules.required(Field.NAME, text, MAX_NAME_LENGTH);
        } catch (InvalidInputException e) {
            throw new InvalidSettingException(key, text, Problem.REASON_NAME);
        }
    }
}
