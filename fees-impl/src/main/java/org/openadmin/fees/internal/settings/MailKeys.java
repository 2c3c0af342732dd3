package org.openadmin.fees.internal.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.internal.mail.MailSettings.Security;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;

/**
 * Reads the mail server and the school's own wording of e-mail: {@code mail.*}. The key of the password starts with a
 * dot, which makes it a private property that is not published with the service. Error messages never contain its
 * value.
 */
final class MailKeys {

    static final String PASSWORD = ".mail.password";

    private static final String HOST = "mail.host";
    private static final String PORT = "mail.port";
    private static final String SECURITY = "mail.security";
    private static final String USER = "mail.user";
    private static final String FROM = "mail.from";
    private static final String REPLY_TO = "mail.reply-to";
    private static final String PER_MINUTE = "mail.per-minute";
    private static final String ATTEMPTS = "mail.attempts";
    private static final String BLIND_COPIES = "mail.blind-copies";
    private static final String FAMILIES = "mail.families.";
    private static final String SUBJECT = "mail.subject.";
    private static final String TEXT = "mail.text.";

    private static final Set<String> KNOWN =
            Set.of(HOST, PORT, SECURITY, USER, PASSWORD, FROM, REPLY_TO, PER_MINUTE, ATTEMPTS, BLIND_COPIES);

    private static final Pattern SERVER = Pattern.compile("[\\p{Alnum}.:_-]{1,253}");
    private static final Pattern SAME_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|0:0:0:0:0:0:0:1", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile(
            "[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{Alnum}!#$%&'*+/=?^_`{|}~-]+)*@\\p{Alnum}[\\p{Alnum}-]*(\\.\\p{Alnum}[\\p{Alnum}-]*)*");
    private static final Pattern PLACE = Pattern.compile("\\{[^{}]*}");
    private static final Set<String> PLACES = Set.of(
            "{school}",
            "{contact}",
            "{greeting}",
            "{guardian}",
            "{students}",
            "{invoices}",
            "{date}",
            "{due}",
            "{dueDate}",
            "{terms}",
            "{payment}");

    private static final int MAX_ADDRESS_LENGTH = 254;
    private static final int MAX_SUBJECT_LENGTH = 200;
    private static final int MAX_TEXT_LENGTH = 10_000;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_PER_MINUTE = 6_000;
    private static final int MAX_ATTEMPTS = 10;

    private final ConfigValues values;

    private MailKeys(ConfigValues values) {
        this.values = values;
    }

    /**
     * @return empty if {@code mail.host} is absent, whatever the other keys are
     * @throws InvalidSettingException for the first value that is not valid
     */
    static Optional<MailSettings> read(ConfigValues values) {
        MailKeys keys = new MailKeys(values);
        return keys.value(HOST).isEmpty() ? Optional.empty() : Optional.of(keys.settings());
    }

    /** Whether this is a known key. */
    static boolean isKnown(String key) {
        return KNOWN.contains(key)
                || Stream.of(SUBJECT, TEXT, FAMILIES)
                        .anyMatch(prefix -> language(key, prefix).isPresent());
    }

    private MailSettings settings() {
        String host = host();
        Security security = security();
        if (security == Security.NONE && !SAME_MACHINE.matcher(host).matches()) {
            throw new InvalidSettingException(SECURITY, "none", Problem.MAIL_UNPROTECTED);
        }
        return new MailSettings(
                host,
                values.whole(PORT, port(security), 1, MAX_PORT),
                security,
                login(),
                address(FROM).orElseThrow(() -> new InvalidSettingException(FROM, "", Problem.MISSING, HOST)),
                address(REPLY_TO),
                values.whole(PER_MINUTE, "60", 1, MAX_PER_MINUTE),
                values.whole(ATTEMPTS, "3", 1, MAX_ATTEMPTS),
                templates(),
                !value(BLIND_COPIES).isEmpty() && values.flag(BLIND_COPIES),
                families());
    }

    private String host() {
        String host = value(HOST);
        if (!SERVER.matcher(host).matches()) {
            throw new InvalidSettingException(HOST, host, Problem.MAIL_HOST);
        }
        return host;
    }

    private Security security() {
        String word = value(SECURITY);
        if (word.isEmpty()) {
            return Security.STARTTLS;
        }
        return Arrays.stream(Security.values())
                .filter(security -> word.equals(security.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(SECURITY, word, Problem.MAIL_SECURITY));
    }

    private static String port(Security security) {
        return switch (security) {
            case NONE -> "25";
            case STARTTLS -> "587";
            case TLS -> "465";
        };
    }

    private Optional<Login> login() {
        String user = value(USER);
        String password = value(PASSWORD);
        if (user.isEmpty() && password.isEmpty()) {
            return Optional.empty();
        }
        if (user.isEmpty()) {
            throw new InvalidSettingException(USER, "", Problem.MISSING, PASSWORD);
        }
        requireOneLine(USER, user, user);
        if (password.isEmpty()) {
            throw new InvalidSettingException(PASSWORD, "", Problem.MISSING, USER);
        }
        requireOneLine(PASSWORD, password, "…");
        return Optional.of(new Login(user, password));
    }

    private Optional<String> address(String key) {
        String address = value(key);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (address.length() > MAX_ADDRESS_LENGTH || !ADDRESS.matcher(address).matches()) {
            throw new InvalidSettingException(key, address, Problem.MAIL_ADDRESS);
        }
        return Optional.of(address);
    }

    private Map<String, MessageTemplate> templates() {
        Map<String, MessageTemplate> templates = new TreeMap<>();
        for (String key : values.byKey().keySet()) {
            language(key, SUBJECT)
                    .or(() -> language(key, TEXT))
                    .ifPresent(language -> templates.computeIfAbsent(language, this::template));
        }
        templates
                .values()
                .removeIf(template ->
                        template.subject().isEmpty() && template.text().isEmpty());
        return templates;
    }

    private MessageTemplate template(String language) {
        String subject = value(SUBJECT + language);
        requireOneLine(SUBJECT + language, subject, subject);
        requireShort(SUBJECT + language, subject, MAX_SUBJECT_LENGTH);
        // depending on how the file was read, a line break is a newline character or a backslash and an n
        String text = value(TEXT + language).replace("\\n", "\n").replace("\r\n", "\n");
        requireOneLine(TEXT + language, text.replace("\n", ""), text);
        requireShort(TEXT + language, text, MAX_TEXT_LENGTH);
        return new MessageTemplate(subject, text);
    }

    private Map<String, Audience.Group> families() {
        Map<String, Audience.Group> families = new TreeMap<>();
        for (String key : values.byKey().keySet()) {
            String group = value(key);
            if (!group.isEmpty()) {
                language(key, FAMILIES).ifPresent(language -> families.put(language, SettingsParser.group(key, group)));
            }
        }
        return families;
    }

    private static void requireShort(String key, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InvalidSettingException(key, text, Problem.TOO_LONG, longest);
        }
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!PLACES.contains(places.group())) {
                throw new InvalidSettingException(
                        key,
                        text,
                        Problem.MAIL_PLACEHOLDER,
                        places.group(),
                        PLACES.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    /** @param shown the value as it may appear in an error message */
    private static void requireOneLine(String key, String text, String shown) {
        if (text.codePoints().anyMatch(TextRules::isForbidden)) {
            throw new InvalidSettingException(key, shown, Problem.CONTROL_CHARACTER);
        }
    }

    private static Optional<String> language(String key, String prefix) {
        return Optional.of(key)
                .filter(each -> each.startsWith(prefix))
                .map(each -> each.substring(prefix.length()))
                .filter(Set.of(Locale.getISOLanguages())::contains);
    }

    private String value(String key) {
        return values.value(key, "");
    }
}
