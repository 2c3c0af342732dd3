package org.openadmin.fees.internal.mail;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The places of a message's text, such as {@code {school}}. */
public final class MessagePlaces {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private MessagePlaces() {}

    /**
     * The text with its places filled, in one pass, so that a name that looks like a place is not replaced.
     *
     * @param places what each place is filled with; any other stays as it is
     */
    public static String filled(String text, Map<String, String> places) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
    }
}
