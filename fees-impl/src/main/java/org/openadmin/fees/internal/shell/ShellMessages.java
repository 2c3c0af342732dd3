package org.openadmin.fees.internal.shell;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.messages.MessageTexts;

/**
 * The messages of the commands in English and French. Numbers are plain in both languages: a decimal point and no grouping.
 */
final class ShellMessages {

    static final MessageTexts TEXTS = new MessageTexts(ShellMessages.class, "messages");
    static final ShellMessages ENGLISH = new ShellMessages(Locale.ENGLISH);
    static final ShellMessages FRENCH = new ShellMessages(Locale.FRENCH);

    private final Locale locale;
    private final Properties texts;

    private ShellMessages(Locale locale) {
        this.locale = locale;
        this.texts = TEXTS.in(locale);
    }

    /**
     * Returns the messages in the school's language, or in English if there is no valid configuration to read the
     * language from.
     */
    static ShellMessages of(FeesSettings settings) {
        try {
            return settings != null && settings.current().locale().getLanguage().equals("fr") ? FRENCH : ENGLISH;
        } catch (InvalidSettingException e) {
            return ENGLISH;
        }
    }

    Locale locale() {
        return locale;
    }

    /** Returns the message with its placeholders filled in. */
    String message(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        MessageFormat pattern = new MessageFormat(text, Locale.ROOT);
        Format[] formats = pattern.getFormatsByArgumentIndex();
        Object[] plain = arguments.clone();
        for (int i = 0; i < Math.min(plain.length, formats.length); i++) {
            // by default, a pattern would format a thousand as 1,000
            plain[i] = formats[i] == null ? String.valueOf(plain[i]) : plain[i];
        }
        return pattern.format(plain);
    }
}
