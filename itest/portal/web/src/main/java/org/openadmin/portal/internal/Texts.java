package org.openadmin.portal.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The portal's texts in one language, or in English where a translation is missing. */
final class Texts {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle words;

    private Texts(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(
                "org.openadmin.portal.internal.texts", locale, Texts.class.getClassLoader(), ENGLISH_OTHERWISE);
    }

    static Texts in(Locale locale) {
        return new Texts(locale);
    }

    /** The language that the texts are really in, as an HTML {@code lang} attribute. */
    String language() {
        String language = words.getLocale().getLanguage();
        return language.isEmpty() ? "en" : language;
    }

    String get(String key, Object... values) {
        return values.length == 0
                ? words.getString(key)
                : new MessageFormat(words.getString(key), locale).format(values);
    }
}
