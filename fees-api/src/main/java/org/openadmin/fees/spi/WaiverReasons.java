package org.openadmin.fees.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.UnknownReasonCodeException;
import org.openadmin.fees.api.journal.ReasonCode;

/**
 * The reason codes of waivers that the school has configured. If there are any, each waiver has one of them.
 *
 * @param reasons the names by code, in the order of the codes
 */
public record WaiverReasons(Map<ReasonCode, Names> reasons) {

    /**
     * What people read for a code.
     *
     * @param name the name in the school's language
     * @param byLanguage other names, by language such as {@code fr}
     */
    public record Names(String name, Map<String, String> byLanguage) {
        public Names {
            Objects.requireNonNull(name, "name");
            byLanguage = Map.copyOf(byLanguage);
        }

        public String in(Locale locale) {
            return byLanguage.getOrDefault(locale.getLanguage(), name);
        }
    }

    public WaiverReasons {
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** No codes: a waiver has a reason in words only. */
    public static WaiverReasons none() {
        return new WaiverReasons(Map.of());
    }

    public List<ReasonCode> codes() {
        return List.copyOf(reasons.keySet());
    }

    /** The name of a code; the code itself if it is not configured. */
    public String name(ReasonCode code, Locale locale) {
        return Optional.ofNullable(reasons.get(code))
                .map(names -> names.in(locale))
                .orElse(code.value());
    }

    /** @throws UnknownReasonCodeException if the waiver lacks a code or has an unknown one */
    public void requireKnown(Waive waive) {
        boolean right = waive.code().map(reasons::containsKey).orElseGet(reasons::isEmpty);
        if (!right) {
            throw new UnknownReasonCodeException(
                    waive.code().map(ReasonCode::value).orElse(""),
                    codes().stream().map(ReasonCode::value).toList());
        }
    }
}
