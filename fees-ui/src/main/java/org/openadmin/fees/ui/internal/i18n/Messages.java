package org.openadmin.fees.ui.internal.i18n;

import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.spi.messages.MessageTexts;

/**
 * The texts of the screens in one language. They use the typographic apostrophe, because the other one is a quote in a
 * MessageFormat; a test checks this.
 */
public final class Messages {

    static final MessageTexts TEXTS = new MessageTexts(Messages.class, "messages");

    private final Properties texts;
    private final Locale locale;

    private Messages(Properties texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** French for French locales, English for all others; numbers and dates follow the language shown. */
    public static Messages in(Locale wanted) {
        Locale shown = Set.of("en", "fr").contains(wanted.getLanguage()) ? wanted : Locale.CANADA;
        return new Messages(TEXTS.in(shown), shown);
    }

    public Locale locale() {
        return locale;
    }

    /** The text with its placeholders filled in; numbers among the arguments are formatted for the language. */
    public String text(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return arguments.length == 0
                ? text
                : new MessageFormat(text, locale)
                        .format(Stream.of(arguments).map(Messages::isolated).toArray());
    }

    private static Object isolated(Object argument) {
        return argument instanceof String text ? isolated(text) : argument;
    }

    /**
     * Isolates a text that is written from right to left, so that it does not reorder the figures beside it, and shows the codes
     * of characters that would reorder or hide them.
     */
    public static String isolated(String text) {
        String visible = VisibleText.ofSentence(text);
        return Bidi.requiresBidi(visible.toCharArray(), 0, visible.length()) ? "\u2068" + visible + "\u2069" : visible;
    }
}
