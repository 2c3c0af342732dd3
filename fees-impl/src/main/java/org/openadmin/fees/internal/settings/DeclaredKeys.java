package org.openadmin.fees.internal.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys that {@link FeesConfig} declares, with their defaults. No default is written anywhere else. */
final class DeclaredKeys {

    private static final Map<String, String> DEFAULTS = Arrays.stream(FeesConfig.class.getDeclaredMethods())
            .collect(Collectors.toUnmodifiableMap(
                    method -> key(method.getName()), method -> (String) method.getDefaultValue()));

    private DeclaredKeys() {}

    static Set<String> all() {
        return DEFAULTS.keySet();
    }

    /** @throws IllegalArgumentException when the annotation does not declare the key */
    static String defaultOf(String key) {
        String value = DEFAULTS.get(key);
        if (value == null) {
            throw new IllegalArgumentException("FeesConfig does not declare " + key);
        }
        return value;
    }

    /** A key as Declarative Services derives it from the name of an annotation's element. */
    private static String key(String element) {
        return element.replace("$_$", "-").replace('_', '.');
    }
}
