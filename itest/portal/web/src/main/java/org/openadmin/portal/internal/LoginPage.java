package org.openadmin.portal.internal;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The log-in page in plain HTML, which loads quickly and works without scripts. */
final class LoginPage {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z.]+)}");

    private final String template = Resource.text("login.html");

    String render(Texts texts, String target, String name, String error) {
        Function<MatchResult, String> fill = place -> switch (place.group(1)) {
            case "lang" -> texts.language();
            case "target" -> escape(target);
            case "name" -> escape(name);
            case "focus.name" -> name.isEmpty() ? "autofocus" : "";
            case "focus.password" -> name.isEmpty() ? "" : "autofocus";
            case "error" -> escape(error);
            case "invalid" -> !error.isEmpty() ? "aria-invalid=\"true\" aria-describedby=\"error\"" : "";
            default -> escape(texts.get(place.group(1)));
        };
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(fill.apply(place)));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
