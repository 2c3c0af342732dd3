package org.openadmin.fees.internal.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.spi.School;

/** Reads the letterhead, {@code school.…}, and the text for parents on invoices, {@code message.LANGUAGE}. */
final class SchoolKeys {

    static final String MESSAGE = "message.";

    private static final int LINES = 4;
    private static final int MAX_MESSAGE_LENGTH = 600;
    private static final int MAX_MESSAGE_LINES = 10;
    private static final Pattern PICTURE = Pattern.compile("(?i).+\\.(png|jpe?g|svg)");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final ConfigValues values;

    private SchoolKeys(ConfigValues values) {
        this.values = values;
    }

    /** @throws InvalidSettingException for the first value that is not valid */
    static School read(ConfigValues values) {
        return new SchoolKeys(values).school();
    }

    private School school() {
        String name = values.line("school.name");
        if (name.isEmpty()) {
            throw new InvalidSettingException("school.name", name, Problem.EMPTY);
        }
        return new School(
                name,
                values.lines("school.address", LINES),
                values.lines("school.contact", LINES),
                values.lines("school.number", LINES),
                logo(),
                values.line("school.footer"),
                messages());
    }

    private Optional<Path> logo() {
        String path = values.line("school.logo");
        if (!path.isEmpty() && !PICTURE.matcher(path).matches()) {
            throw new InvalidSettingException("school.logo", path, Problem.LOGO);
        }
        return values.path("school.logo", Problem.FILE_PATH);
    }

    private Map<String, String> messages() {
        Map<String, String> messages = new TreeMap<>();
        values.byKey().forEach((key, value) -> {
            if (key.startsWith(MESSAGE) && !value.isEmpty()) {
                messages.put(language(key, value), message(key, value));
            }
        });
        return messages;
    }

    private static String language(String key, String value) {
        String language = key.substring(MESSAGE.length());
        if (!LANGUAGES.contains(language)) {
            throw new InvalidSettingException(key, value, Problem.MESSAGE_LANGUAGE);
        }
        return language;
    }

    private static String message(String key, String value) {
        String text = value.replace("\r\n", "\n");
        if (text.codePointCount(0, text.length()) > MAX_MESSAGE_LENGTH) {
            throw new InvalidSettingException(key, value, Problem.TOO_LONG, MAX_MESSAGE_LENGTH);
        }
        if (text.lines().count() > MAX_MESSAGE_LINES) {
            throw new InvalidSettingException(key, value, Problem.TOO_MANY_LINES, MAX_MESSAGE_LINES);
        }
        if (text.codePoints().anyMatch(c -> c != '\n' && TextRules.isForbidden(c))) {
            throw new InvalidSettingException(key, value, Problem.CONTROL_CHARACTER_IN_TEXT);
        }
        return text;
    }
}
