package org.openadmin.fees.internal.invoicing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;

/** The words of the messages in one language: the module's, and the school's own. */
final class MessageWords {

    /** The languages that the module has texts in. */
    static final List<String> OWN_LANGUAGES = List.of("en", "fr");

    private static final String TEXTS = "org.openadmin.fees.internal.invoicing.email";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final MessageTemplate NONE = new MessageTemplate("", "");

    private final Locale locale;
    private final MessageTemplate school;
    private final ResourceBundle module;

    /** @param templates the school's own texts, by language */
    MessageWords(Locale locale, Map<String, MessageTemplate> templates) {
        this.locale = locale;
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
        return school.text().isEmpty() ? own("text") : school.text();
    }

    private String own(String key) {
        return isOwn() ? module.getString(key) : "";
    }

    /** A text of the module; in English where it has none in this language. */
    String of(String key) {
        return module.getString(key);
    }

    /** A text of the module with its places filled. */
    String of(String key, Map<String, String> places) {
        return filled(of(key), places);
    }

    /** Names in a sentence, such as {@code Inès Roy, Luc Roy and Zoé Sun}. */
    String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + of("and") + " " + names.get(last);
    }

    /** In one pass, so that a name that looks like a placeholder is not replaced. */
    static String filled(String text, Map<String, String> places) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
    }
}
