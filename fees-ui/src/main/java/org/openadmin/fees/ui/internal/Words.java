package org.openadmin.fees.ui.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The texts of the screens in one language. Loaded by hand and not through ResourceBundle, whose cache would outlive this bundle.
 * The texts use the typographic apostrophe, because the other one is a quote in a MessageFormat; a test sees to it.
 */
final class Words {

    private static final Properties ENGLISH = load("words.properties");
    private static final Properties FRENCH = load("words_fr.properties");

    private final Properties texts;
    private final Locale locale;

    private Words(Properties texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** French for those who read it, English for everybody else, with the numbers and dates of the language shown. */
    static Words in(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "fr" -> new Words(FRENCH, wanted);
            case "en" -> new Words(ENGLISH, wanted);
            default -> new Words(ENGLISH, Locale.CANADA);
        };
    }

    Locale locale() {
        return locale;
    }

    /** The text, with its places filled in; figures among the arguments are written the way the language writes them. */
    String say(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return arguments.length == 0
                ? text
                : new MessageFormat(text, locale)
                        .format(Stream.of(arguments).map(Words::isolated).toArray());
    }

    private static Object isolated(Object argument) {
        return argument instanceof String text ? isolated(text) : argument;
    }

    /** A name that is written from right to left stays by itself, and does not turn the figures beside it round. */
    static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? "\u2068" + text + "\u2069" : text;
    }

    static Properties load(String file) {
        try (InputStream in = Words.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
