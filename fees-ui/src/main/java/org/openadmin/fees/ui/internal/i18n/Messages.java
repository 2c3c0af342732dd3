package org.openadmin.fees.ui.internal.i18n;

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
public final class Messages {

    private static final Properties ENGLISH = load("messages.properties");
    private static final Properties FRENCH = load("messages_fr.properties");

    private final Properties texts;
    private final Locale locale;

    private Messages(Properties texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** French for those who read it, English for everybody else, with the numbers and dates of the language shown. */
    public static Messages in(Locale wanted) {
        return switch (wanted.getLanguage()) {
            case "fr" -> new Messages(FRENCH, wanted);
            case "en" -> new Messages(ENGLISH, wanted);
            default -> new Messages(ENGLISH, Locale.CANADA);
        };
    }

    public Locale locale() {
        return locale;
    }

    /** The text, with its places filled in; figures among the arguments are written the way the language writes them. */
    public String say(String key, Object... arguments) {
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

    /** A name that is written from right to left stays by itself, and does not turn the figures beside it round. */
    public static String isolated(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length()) ? "\u2068" + text + "\u2069" : text;
    }

    static Properties load(String file) {
        try (InputStream in = Messages.class.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
