package org.openadmin.fees.spi.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The texts of one file, in English and French. Loaded by hand and not through ResourceBundle, whose cache would outlive this
 * bundle.
 */
public final class MessageTexts {

    private final Properties english;
    private final Properties french;

    /**
     * @param beside a class in the package and bundle of the file
     * @param name the name of the file, without its extension
     */
    public MessageTexts(Class<?> beside, String name) {
        english = load(beside, name + ".properties");
        french = load(beside, name + "_fr.properties");
    }

    /** French for a French locale, English for all others. */
    public Properties in(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }

    /** The text of the first key for which there is one. */
    static String first(Properties texts, Stream<String> keys) {
        List<String> candidates = keys.toList();
        return candidates.stream()
                .map(texts::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No text for " + candidates));
    }

    /** The part of a key that stands for an enum constant, such as {@code on-account}. */
    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Properties load(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
