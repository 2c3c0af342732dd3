package org.openadmin.fees.internal.invoicing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.internal.mail.MessagePlaces;

/** The words of the messages in one language: the module's, and the school's own. Reminders have words of their own. */
final class MessageWords {

    /** The languages that the module has texts in. */
    static final List<String> OWN_LANGUAGES = List.of("en", "fr");

    private static final String TEXTS = "org.openadmin.fees.internal.invoicing.email";
    private static final String REMINDER = "reminder.";
    private static final MessageTemplate NONE = new MessageTemplate("", "");

    private final Locale locale;
    private final MessageTemplate school;
    private final ResourceBundle module;
    private final Optional<Tone> reminder;

    /** @param templates the school's own texts, by language */
    MessageWords(Locale locale, Map<String, MessageTemplate> templates) {
        this(locale, templates, Optional.empty());
    }

    /**
     * @param templates the school's own texts, by language
     * @param reminder the tone of a reminder; empty for invoices
     */
    MessageWords(Locale locale, Map<String, MessageTemplate> templates, Optional<Tone> reminder) {
        this.locale = locale;
        this.reminder = reminder;
        this.school = templates.getOrDefault(locale.getLanguage(), NONE);
        // without the fallback to the server's locale: an English-language school may run on a French server
        this.module = ResourceBundle.getBundle(
                TEXTS,
                locale,
                MessageWords.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    /** Whether the module has texts in this language. */
    boolean isOwn() {
        return OWN_LANGUAGES.contains(locale.getLanguage());
    }

    /** The subject; empty if there is none in this language. */
    String subject(boolean isFirst) {
        return school.subject().isEmpty() ? own(isFirst ? "subject" : "subject.other") : school.subject();
    }

    /** The text; empty if there is none in this language. */
    String text() {
        return school.text().isEmpty() ? own(textKey()) : school.text();
    }

    private String textKey() {
        return reminder.map(tone -> "text." + tone).orElse("text");
    }

    private String own(String key) {
        return isOwn() ? of(key) : "";
    }

    /** A text of the module, that of reminders if there is one; in English where it has none in this language. */
    String of(String key) {
        String ofReminders = REMINDER + key;
        return module.getString(reminder.isPresent() && module.containsKey(ofReminders) ? ofReminders : key);
    }

    /** A text of the module with its places filled. */
    String of(String key, Map<String, String> places) {
        return MessagePlaces.filled(of(key), places);
    }

    /** Names in a sentence, such as {@code Inès Roy, Luc Roy and Zoé Sun}. */
    String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + of("and") + " " + names.get(last);
    }
}
