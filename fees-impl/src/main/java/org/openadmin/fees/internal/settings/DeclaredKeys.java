package org.openadmin.fees.internal.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The keys declared by {@link FeesConfig} and their defaults, which are defined only there. */
final class DeclaredKeys {

    private static final Map<String, String> DEFAULTS = Arrays.stream(FeesConfig.class.getDeclaredMethods())
            .collect(Collectors.toUnmodifiableMap(
                    method -> key(method.getName()), method -> (String) method.getDefaultValue()));

    private DeclaredKeys() {}

    static Set<String> all() {
        return DEFAULTS.keySet();
    }

    /** @throws IllegalArgumentException if the annotation does not declare the key */
    static String defaultOf(String key) {
        String value = DEFAULTS.get(key);
        if (value == null) {
            throw new IllegalArgumentException("FeesConfig does not declare " + key);
        }
        return value;
    }

    /** Returns the key that Declarative Services derives from the name of the annotation's element. */
    private static String key(String element) {
        return element.replace("$_$", "-").replace('_', '.');
    }
}
