package org.openadmin.fees.ui.internal.components;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;

/**
 * What a page had to leave behind in the browser when it was lost. It comes from the browser, so none of it is trusted more than what
 * a user types.
 *
 * @param request the key of a request that had no answer
 * @param sender the name of the form that sent it; empty without a request
 * @param forms what was typed: by the name of the form, the values by the name of the field
 */
public record Returned(Optional<RequestKey> request, String sender, Map<String, Map<String, String>> forms) {

    public Returned {
        forms = Map.copyOf(forms);
    }

    public boolean isEmpty() {
        return request.isEmpty() && forms.isEmpty();
    }

    /** What was typed into this form; empty if nothing was. */
    public Map<String, String> form(Object name) {
        return forms.getOrDefault(name.toString(), Map.of());
    }

    /** Reads what the script has kept; anything malformed is left out. */
    static Returned parse(String kind, String text) {
        Optional<RequestKey> request = Optional.empty();
        String sender = "";
        Map<String, Map<String, String>> forms = new HashMap<>();
        for (String pair : (text == null ? "" : text).split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : decode(pair.substring(0, equals));
            String value = decode(pair.substring(equals + 1));
            int blank = name.indexOf(' ');
            if (name.equals("key")) {
                request = key(value);
            } else if (name.equals("scope")) {
                sender = local(kind, value);
            } else if (blank > 0) {
                forms.computeIfAbsent(local(kind, name.substring(0, blank)), form -> new HashMap<>())
                        .put(name.substring(blank + 1), value);
            }
        }
        return new Returned(request, sender, forms);
    }

    private static String local(String kind, String scope) {
        return scope.startsWith(kind + ".") ? scope.substring(kind.length() + 1) : scope;
    }

    private static Optional<RequestKey> key(String text) {
        try {
            return Optional.of(RequestKey.parse(text));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
